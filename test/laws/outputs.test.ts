import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { OutputRequest } from '../../src/compile/compile.ts';
import type { Program } from '../../src/compile/program.ts';
import { partOf } from '../../src/engine/contacts.ts';
import { detailing } from '../../src/engine/detail.ts';
import { mergeWith } from '../../src/engine/merge.ts';
import {
  AUDIENCE_FIELDS,
  GROUPS,
  type AudienceField,
  type Outcomes,
  type Results,
} from '../../src/engine/results.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { withoutStep } from '../../src/journey/withoutSteps.ts';
import { compareOutcomes, withoutJourneys } from '../../src/simulation/counterfactual.ts';
import { severalJourneys } from '../support/busyJourney.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { randomPolicies } from '../support/randomPolicies.ts';
import { run, tryCompileAll } from '../support/simulate.ts';

const CONTACTS = 200;
const audience = synthesise(CONTACTS, 1);
const everything: OutputRequest = {
  detail: true,
  outcomes: true,
  paths: 20,
  stories: 10,
  segments: [
    { kind: 'all', rules: [] },
    { kind: 'any', rules: [] },
  ],
};
const companies = fc.oneof(
  livelyJourney.map((journey): readonly Journey[] => [journey]),
  severalJourneys,
);

/** Runs random companies of journeys with all outputs on. */
function forRuns(check: (results: Results, program: Program, seed: number) => void): void {
  fc.assert(
    fc.property(companies, randomPolicies, fc.nat(1e6), (journeys, policies, seed) => {
      const compiled = tryCompileAll(journeys, audience, policies, everything);
      fc.pre(compiled.ok && !compiled.program.chronological);
      check(run(compiled.program, { contacts: CONTACTS, seed, audience }), compiled.program, seed);
    }),
    { numRuns: 40, seed: 3 },
  );
}

const merge = mergeWith(detailing.merge);
const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const audienceTotal = ({ audience: kept }: Results, field: AudienceField): number => {
  const at = AUDIENCE_FIELDS.indexOf(field) * GROUPS;
  return total(kept.subarray(at, at + GROUPS));
};

describe('what a run returns beside counts', () => {
  it('leaves the counts as they are', () => {
    forRuns((results, program, seed) => {
      const plain = { detail: false, segments: [], outcomes: false, paths: 0, stories: 0 };
      const bare = run({ ...program, outputs: plain }, { contacts: CONTACTS, seed, audience });
      expect(results.audience).toEqual(bare.audience);
      bare.journeys.forEach((journey, place) => {
        const { detail: _d, segments: _s, ...counts } = results.journeys[place]!;
        expect({ ...journey, ...counts }).toEqual(journey);
      });
    });
  }, 60_000);

  it('is the same however the run is divided', () => {
    forRuns((whole, program, seed) => {
      const parts = [2, 0, 1].map((part) => {
        const [from, to] = partOf(CONTACTS, part, 3);
        return run(program, {
          contacts: CONTACTS,
          seed,
          audience,
          range: { kind: 'range', from, to, of: CONTACTS },
        });
      });
      expect(parts.reduce((a, b) => merge(a, b))).toEqual(whole);
    });
  }, 60_000);

  it('adds up: the segment of everyone, and contacts', () => {
    forRuns((results, { journeys }) => {
      results.journeys.forEach((counted, place) => {
        expect(counted.segments.subarray(0, counted.groups.length)).toEqual(counted.groups);
        expect(total(counted.segments.subarray(counted.groups.length))).toBe(0);
        expect(journeys[place]).toBeDefined();
      });
      const outcomes = results.outcomes!;
      expect(total(outcomes.conversions)).toBe(audienceTotal(results, 'conversions'));
      expect(total(outcomes.revenueMinor)).toBe(audienceTotal(results, 'revenueMinor'));
      expect(total(outcomes.costMicros)).toBe(audienceTotal(results, 'costMicros'));
      expect(total(outcomes.sent)).toBe(audienceTotal(results, 'sent'));
      expect(outcomes.unsubscribed.filter((bits) => bits > 0)).toHaveLength(
        audienceTotal(results, 'unsubscribed'),
      );
    });
  }, 60_000);

  it('tells stories that agree with what their contacts came to', () => {
    forRuns(({ stories, paths, outcomes }) => {
      expect(stories.traces).toHaveLength(10);
      expect(paths.traces).toHaveLength(20);
      expect(paths.traces.slice(0, 10).map(({ contact }) => contact)).toEqual(
        stories.traces.map(({ contact }) => contact),
      );
      for (const { contact, events } of stories.traces) {
        const count = (kind: string) => events.filter((event) => event.kind === kind).length;
        expect(count('sent')).toBe(outcomes!.sent[contact]);
        expect(count('converts')).toBe(outcomes!.conversions[contact]);
        expect(count('unsubscribed') > 0).toBe(outcomes!.unsubscribed[contact]! > 0);
        expect(events.map(({ minute }) => minute)).toEqual(
          events.map(({ minute }) => minute).sort((a, b) => a - b),
        );
      }
    });
  }, 60_000);

  it('tells of every arrival when it ended, but where the contact is still inside', () => {
    fc.assert(
      fc.property(companies, randomPolicies, fc.nat(1e6), (journeys, policies, seed) => {
        const compiled = tryCompileAll(journeys, audience, policies, { stories: CONTACTS });
        fc.pre(compiled.ok && !compiled.program.chronological);
        const { stories, journeys: counted } = run(compiled.program, { contacts: CONTACTS, seed, audience });
        counted.forEach(({ entered, inFlight }, place) => {
          const told = stories.traces.flatMap(({ events }) =>
            events.filter(({ journey }) => journey === place),
          );
          const arrivals = told.filter(({ kind }) => kind === 'arrives').length;
          expect(arrivals).toBe(total(entered));
          expect(told.filter(({ kind }) => kind === 'leaves')).toHaveLength(arrivals - total(inFlight));
        });
      }),
      { numRuns: 40, seed: 7 },
    );
  }, 60_000);

  it('pairs with the same contacts without journeys: whoever got nothing is the same there', () => {
    forRuns((results, program, seed) => {
      const alone = run(withoutJourneys(program), { contacts: CONTACTS, seed, audience });
      expect(audienceTotal(alone, 'sent')).toBe(0);
      const lift = compareOutcomes(results.outcomes!, alone.outcomes!);
      lift.contact.forEach((contact, row) => {
        expect(lift.conversions[row]).toBeGreaterThanOrEqual(0);
        if (untouched(results.outcomes!, row) && !records(program))
          expect([contact, lift.conversions[row]]).toEqual([contact, 0]);
      });
    });
  }, 60_000);
});

describe('a journey without one of its steps', () => {
  it('changes nothing for contacts who never come there', () => {
    fc.assert(
      fc.property(livelyJourney, fc.nat(), fc.nat(1e6), (journey, choice, seed) => {
        const messages = (Object.keys(journey.steps) as StepId[]).filter(
          (id) => journey.steps[id]?.kind === 'message',
        );
        const [without] = messages.slice(choice % Math.max(1, messages.length));
        fc.pre(without !== undefined);
        const [one, other] = [journey, withoutStep(journey, without)!].map((design) => {
          const compiled = tryCompileAll([design], audience, NO_POLICIES, { outcomes: true });
          fc.pre(compiled.ok && !compiled.program.chronological);
          return { compiled, results: run(compiled.program, { contacts: CONTACTS, seed, audience }) };
        });
        const place = one!.compiled.program.journeys[0]!.steps.findIndex(({ id }) => id === without);
        const lift = compareOutcomes(one!.results.outcomes!, other!.results.outcomes!);
        const changed = lift.contact.filter(
          (_, row) =>
            lift.conversions[row] !== 0 || lift.revenueMinor[row] !== 0 || lift.costMicros[row] !== 0,
        );
        expect(changed.length).toBeLessThanOrEqual(one!.results.journeys[0]!.entered[place]!);
      }),
      { numRuns: 60, seed: 5 },
    );
  }, 60_000);
});

function untouched({ sent }: Outcomes, row: number): boolean {
  return sent[row] === 0;
}

/** Hand-offs and goal steps bring conversions without a message. */
function records({ journeys }: Program): boolean {
  return journeys.some(({ steps }) => steps.some(({ op }) => op.op === 'handoff' || op.op === 'goal'));
}
