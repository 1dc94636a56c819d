import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../cli/arguments.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import { partOf } from '../../src/engine/contacts.ts';
import { mergeResults } from '../../src/engine/merge.ts';
import {
  AUDIENCE_FIELDS,
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  unsentReasons,
  type AudienceField,
  type GroupField,
  type JourneyResults,
} from '../../src/engine/results.ts';
import { journeyId } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { days, hours, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { run, tryCompileAll } from '../support/simulate.ts';

/** The most journeys that one run takes. */
const MOST = 100;
const CONTACTS = 600;
const audience = synthesise(CONTACTS, 1);

/** Message, check, and a second message for those who did not click; start, channel and rank differ from journey to journey. */
function journeyNumber(place: number): Journey {
  const channel = (['email', 'sms', 'push'] as const)[place % 3]!;
  const response = { clicked: probability(0.3), unsubscribed: probability(0.002) };
  return {
    ...draft(
      {
        hello: step('message', { channel, response }),
        look: step('check', { responses: ['clicked'], windowMinutes: hours(12 + (place % 24)) }),
        again: step('message', { channel: 'email', response }),
        done: step('exit'),
      },
      [
        'entry-1.next > hello',
        'hello.next > look',
        'look.clicked > done',
        'look.noResponse > again',
        'again.next > done',
      ],
      {
        start: new Date(Date.parse('2026-03-02T08:00:00Z') + place * 3 * 3_600_000).toISOString(),
        horizonMinutes: days(10),
        priority: place % 7,
      },
    ),
    id: journeyId(`j-${place}`),
    luckId: `luck ${place}`,
    name: `Journey ${place}`,
  };
}

const cap = {
  id: 'weekly',
  max: 20,
  window: { kind: 'calendar', unit: 'week' },
  zone: 'workspace',
  scope: 'all',
  onCap: { kind: 'skip' },
} as const;

describe(`${MOST} journeys in one run`, () => {
  const journeys = Array.from({ length: MOST }, (_, place) => journeyNumber(place));
  const policies = { caps: [cap], budgets: [], rateLimits: [] };
  const compiled = tryCompileAll(journeys, audience, policies);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { program } = compiled;
  const results = run(program, { contacts: CONTACTS, seed: 4, audience });
  const reasons = unsentReasons(program);

  it('each conserve their contacts at every step', () => {
    expect(new Set(program.journeys.map(({ id }) => id)).size).toBe(MOST);
    program.journeys.forEach((journey, place) => {
      const counted = results.journeys[place]!;
      let next = 0;
      journey.steps.forEach(({ id, exits }, index) => {
        const left = total(counted.exits.subarray(next, (next += exits.length)));
        const reserved = [counted.exitRule, counted.loopBound, counted.ended, counted.inFlight];
        expect(left + total(reserved.map((of) => of[index]!)), `${journey.id} ${id}`).toBe(
          counted.entered[index],
        );
      });
      expect(counted.entered[journey.entryStep], journey.id).toBe(CONTACTS);
    });
  });

  it('each send every message that is due, or say why not', () => {
    let capped = 0;
    program.journeys.forEach((journey, place) => {
      const counted = results.journeys[place]!;
      journey.sends.forEach((send, at) => {
        const sent = counted.sends[at * SEND_FIELDS.length]!;
        const unsent = counted.unsent.subarray(at * reasons.length, (at + 1) * reasons.length);
        expect(sent + total(unsent), journey.id).toBe(counted.entered[send.step]);
        capped += unsent[reasons.indexOf('cap:weekly')]! + unsent[reasons.indexOf('priority')]!;
      });
    });
    // They do meet: the cap that they share stops some of them.
    expect(capped).toBeGreaterThan(CONTACTS);
  });

  it('together come to the totals of the run', () => {
    const over = (field: GroupField) => total(results.journeys.map((counted) => ofGroups(counted, field)));
    const audienceTotal = (field: AudienceField) => {
      const at = AUDIENCE_FIELDS.indexOf(field) * GROUPS;
      return total(results.audience.subarray(at, at + GROUPS));
    };
    expect(over('sent')).toBeGreaterThan(CONTACTS * MOST * 0.3);
    expect(over('sent')).toBe(audienceTotal('sent'));
    expect(over('costMicros')).toBe(audienceTotal('costMicros'));
    for (const counted of results.journeys) {
      expect(ofGroups(counted, 'conversionsAudience')).toBe(audienceTotal('conversions'));
      expect(ofGroups(counted, 'contacts')).toBe(CONTACTS);
    }
    expect(results.stepsExecuted).toBe(total(results.journeys.map(({ entered }) => total(entered))));
  });

  it('give the same bytes however they are divided, and in whatever order they are named', () => {
    const parts = [1, 0].map((part) => {
      const [from, to] = partOf(CONTACTS, part, 2);
      const range = { kind: 'range', from, to, of: CONTACTS } as const;
      return run(program, { contacts: CONTACTS, seed: 4, audience, range });
    });
    expect(parts.reduce(mergeResults)).toEqual(results);
    // The first stays the first: its zone is that of contacts without one.
    const [first, ...others] = journeys;
    const reordered = tryCompileAll([first!, ...others.toReversed()], audience, policies);
    if (!reordered.ok) throw new Error('does not compile');
    expect(run(reordered.program, { contacts: CONTACTS, seed: 4, audience })).toEqual(results);
  });
});

it(`the command line takes ${MOST} journeys and says that ${MOST + 1} are too many`, () => {
  const files = Array.from({ length: MOST + 1 }, (_, place) => `${place}.json`);
  expect(parseCommand(['simulate', ...files.slice(1)])).toMatchObject({ journeys: files.slice(1) });
  expect(() => parseCommand(['simulate', ...files])).toThrow(
    `simulate takes at most ${MOST} journeys, not ${MOST + 1}`,
  );
});

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function ofGroups({ groups }: JourneyResults, field: GroupField): number {
  const at = GROUP_FIELDS.indexOf(field) * GROUPS;
  return total(groups.subarray(at, at + GROUPS));
}
