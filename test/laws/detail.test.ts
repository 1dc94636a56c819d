import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Program } from '../../src/compile/program.ts';
import { partOf } from '../../src/engine/contacts.ts';
import { detailing } from '../../src/engine/detail.ts';
import { mergeWith } from '../../src/engine/merge.ts';
import {
  DAY_FIELDS,
  FATES,
  GROUPS,
  GROUP_FIELDS,
  OUTLETS,
  PASSES,
  SEND_FIELDS,
  SEND_GROUP_FIELDS,
  TOUCH_LEVELS,
  type DetailResults,
  type Fate,
  type GroupField,
  type JourneyResults,
  type Results,
  type Trace,
} from '../../src/engine/results.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { severalJourneys } from '../support/busyJourney.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { randomPolicies } from '../support/randomPolicies.ts';
import { run, tryCompileAll } from '../support/simulate.ts';

const CONTACTS = 200;
const audience = synthesise(CONTACTS, 1);
const companies = fc.oneof(
  livelyJourney.map((journey): readonly Journey[] => [journey]),
  severalJourneys,
);

interface Ran {
  readonly results: Results;
  readonly program: Program;
  readonly seed: number;
}

/** Random companies of journeys, with shared capacity too. */
function forRuns(check: (ran: Ran) => void, numRuns = 60): void {
  fc.assert(
    fc.property(companies, randomPolicies, fc.nat(1e6), (journeys, policies, seed) => {
      const compiled = tryCompileAll(journeys, audience, policies, { detail: true, stories: CONTACTS });
      fc.pre(compiled.ok);
      const { program } = compiled;
      check({ results: run(program, { contacts: CONTACTS, seed, audience }), program, seed });
    }),
    { numRuns, seed: 11 },
  );
}

function forJourneys(
  check: (counted: JourneyResults & { readonly detail: DetailResults }, place: number, ran: Ran) => void,
): void {
  forRuns((ran) => {
    ran.results.journeys.forEach((counted, place) => {
      if (!counted.detail) throw new Error('the detail that was asked for is not there');
      check({ ...counted, detail: counted.detail }, place, ran);
    });
  });
}

const merge = mergeWith(detailing.merge);
const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const every = (values: Float64Array, width: number, at: number) =>
  total(values.filter((_, place) => place % width === at));
const groupTotal = ({ groups }: JourneyResults, field: GroupField) => {
  const at = GROUP_FIELDS.indexOf(field) * GROUPS;
  return total(groups.subarray(at, at + GROUPS));
};

describe('the detail of a run', () => {
  it('is the same however the run is divided', () => {
    forRuns(({ results, program, seed }) => {
      fc.pre(!program.chronological);
      const parts = [2, 0, 1].map((part) => {
        const [from, to] = partOf(CONTACTS, part, 3);
        const range = { kind: 'range', from, to, of: CONTACTS } as const;
        return run(program, { contacts: CONTACTS, seed, audience, range });
      });
      expect(parts.reduce((a, b) => merge(a, b))).toEqual(results);
    }, 25);
  }, 60_000);

  it('adds up to the counts: days, hours, groups, messages, unsent', () => {
    forJourneys((counted, place, { program, results }) => {
      const { detail } = counted;
      const width = counted.sends.length;
      counted.sends.forEach((count, at) => expect(every(detail.daily, width, at)).toBe(count));
      const reasons = counted.unsent.length;
      counted.unsent.forEach((count, at) => {
        expect(every(detail.dayUnsent, reasons, at)).toBe(count);
        expect(total(detail.unsentGroups.subarray(at * GROUPS, (at + 1) * GROUPS))).toBe(count);
      });
      const sum = (field: (typeof SEND_FIELDS)[number]) =>
        every(counted.sends, SEND_FIELDS.length, SEND_FIELDS.indexOf(field));
      expect(total(detail.hours)).toBe(sum('sent'));
      expect(total(detail.messages)).toBe(groupTotal(counted, 'contacts'));
      expect(detail.messages[0]).toBe(groupTotal(counted, 'contacts') - groupTotal(counted, 'messaged'));
      program.channels.forEach((_, channel) => {
        const reached = total(detail.reached.subarray(channel * GROUPS, (channel + 1) * GROUPS));
        const told = results.stories.traces.filter(({ events }) =>
          events.some(
            ({ kind, journey, subject }) =>
              kind === 'sent' &&
              journey === place &&
              program.journeys[place]!.sends[subject]!.channel === channel,
          ),
        );
        expect(reached).toBe(told.length);
      });
      const day = (field: (typeof DAY_FIELDS)[number]) =>
        total(
          detail.dayGroups.filter(
            (_, at) => Math.floor(at / GROUPS) % DAY_FIELDS.length === DAY_FIELDS.indexOf(field),
          ),
        );
      for (const field of ['sent', 'opened', 'clicked'] as const) expect(day(field)).toBe(sum(field));
      for (const field of ['conversions', 'revenueMinor', 'costMicros'] as const)
        expect(day(field)).toBe(groupTotal(counted, field));
      program.journeys[place]!.sends.forEach((_, send) =>
        SEND_GROUP_FIELDS.forEach((field, at) => {
          const from = (send * SEND_GROUP_FIELDS.length + at) * GROUPS;
          expect(total(detail.sendGroups.subarray(from, from + GROUPS))).toBe(
            counted.sends[send * SEND_FIELDS.length + SEND_FIELDS.indexOf(field)],
          );
        }),
      );
    });
  }, 60_000);

  it('lets flow out of each pass of a step what flows into it', () => {
    let loops = 0;
    forJourneys((counted, place, { program }) => {
      const { steps, counters } = program.journeys[place]!;
      const { flows } = counted.detail;
      if (counters === 0) {
        expect(flows.moves).toHaveLength(0);
        return;
      }
      loops++;
      const arrivals = new Float64Array(steps.length * PASSES);
      let exit = 0;
      steps.forEach(({ exits, targets }, step) => {
        const left = new Float64Array(PASSES);
        exits.forEach((_, at) => {
          let moved = 0;
          for (let from = 0; from < PASSES; from++)
            for (let to = 0; to < PASSES; to++) {
              const count = flows.moves[(exit * PASSES + from) * PASSES + to]!;
              moved += count;
              left[from]! += count;
              if (targets[at]! >= 0) arrivals[targets[at]! * PASSES + to]! += count;
            }
          expect(moved).toBe(counted.exits[exit++]);
        });
        for (let pass = 0; pass < PASSES; pass++) {
          const at = step * PASSES + pass;
          const out = total(flows.out.subarray(at * OUTLETS.length, (at + 1) * OUTLETS.length));
          expect(left[pass]! + out).toBe(flows.entered[at]);
        }
        expect(total(flows.entered.subarray(step * PASSES, (step + 1) * PASSES))).toBe(counted.entered[step]);
      });
      const { entryStep } = program.journeys[place]!;
      flows.entered.forEach((count, at) => {
        if (Math.floor(at / PASSES) === entryStep) expect(arrivals[at]).toBeLessThanOrEqual(count);
        else expect(arrivals[at]).toBe(count);
      });
    });
    expect(loops).toBeGreaterThan(5);
  }, 60_000);

  it('has the touches before each conversion, and those that none followed, as the stories tell them', () => {
    let touches = 0;
    forJourneys(({ detail: { paths }, goals }, place, { results, program }) => {
      const { sends } = program.journeys[place]!;
      expect(paths.contact).toHaveLength(goals[0]!);
      expect(total(paths.valueMinor)).toBe(goals[1]);
      const told = new Map(results.stories.traces.map((trace) => [trace.contact, touchesOf(trace, place)]));
      paths.contact.forEach((contact, row) => {
        const [from, to] = [paths.from[row]!, paths.from[row + 1]!];
        const before = row > 0 && paths.contact[row - 1] === contact ? paths.minute[row - 1]! : -1;
        const expected = told
          .get(contact)!
          .filter(({ minute }) => minute > before && minute <= paths.minute[row]!);
        const got = Array.from({ length: to - from }, (_, k) => ({
          minute: paths.touchMinute[from + k]!,
          key: `${paths.send[from + k]!}.${paths.kind[from + k]!}`,
        }));
        touches += got.length;
        expect(got.map(({ minute }) => minute)).toEqual(expected.map(({ minute }) => minute));
        expect(got.map(({ key }) => key).toSorted()).toEqual(expected.map(({ key }) => key).toSorted());
      });
      for (const level of TOUCH_LEVELS) {
        const contacts = [...told].filter(([contact, all]) => {
          const last = paths.contact.lastIndexOf(contact);
          const cut = last < 0 ? -1 : paths.minute[last]!;
          return all.some(({ minute, kind, send }) => {
            const seen = sends[send]!.opensReported ? 1 : 0;
            const wanted = { clicked: 2, seen, delivered: 0 }[level];
            return minute > cut && kind === wanted;
          });
        });
        expect(total(paths.without[level].times)).toBe(contacts.length);
      }
    });
    expect(touches).toBeGreaterThan(500);
  }, 60_000);
});

describe('the hand-offs of a run', () => {
  it('are those that were accepted, missed and won, each with the touch it goes back to', () => {
    let seen = 0;
    forJourneys(({ detail: { handoffs }, exits, won }, place, { results, program }) => {
      const { steps } = program.journeys[place]!;
      const told = new Map(results.stories.traces.map((trace) => [trace.contact, touchesOf(trace, place)]));
      const count = (step: number, ...fates: readonly Fate[]) =>
        [...handoffs.step.keys()].filter(
          (at) => handoffs.step[at] === step && fates.includes(FATES[handoffs.fate[at]!]!),
        ).length;
      let exit = 0;
      steps.forEach((step, at) => {
        if (step.op.op === 'handoff') {
          expect(count(at, 'lost', 'open', 'won')).toBe(exits[exit]);
          expect(count(at, 'missed')).toBeLessThanOrEqual(exits[exit + 1]!);
          expect(count(at, 'won')).toBe(won[at]);
        }
        exit += step.exits.length;
      });
      handoffs.contact.forEach((contact, at) => {
        seen++;
        const arrived = handoffs.arrived[at]!;
        expect(handoffs.left[at]).toBeGreaterThanOrEqual(arrived);
        expect(handoffs.won[at]! >= handoffs.left[at]!).toBe(FATES[handoffs.fate[at]!] === 'won');
        const before = told.get(contact)!.filter(({ minute }) => minute <= arrived);
        const strongest = Math.max(-1, ...before.map(({ kind }) => kind));
        const last = Math.max(...before.filter(({ kind }) => kind === strongest).map(({ minute }) => minute));
        if (strongest < 0) expect(handoffs.source[at]).toBe(-1);
        else {
          expect(handoffs.sourceKind[at]).toBe(strongest);
          const sends = before
            .filter(({ kind, minute }) => kind === strongest && minute === last)
            .map(({ send }) => send);
          expect(sends).toContain(handoffs.source[at]);
        }
      });
    });
    expect(seen).toBeGreaterThan(200);
  }, 60_000);
});

const KINDS: readonly string[] = ['delivered', 'opened', 'clicked'];

function touchesOf({ events }: Trace, place: number) {
  return events
    .filter(({ kind, journey }) => journey === place && KINDS.includes(kind))
    .map(({ kind, subject, minute }) => {
      const code = KINDS.indexOf(kind);
      return { minute, send: subject, kind: code, key: `${subject}.${code}` };
    });
}
