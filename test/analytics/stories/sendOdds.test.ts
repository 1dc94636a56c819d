import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactOdds, type Odds, type SendOdds } from '../../../src/analytics/stories/sendOdds.ts';
import { STORY_KINDS, type StoryKind } from '../../../src/analytics/playback.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { busyJourney } from '../../support/busyJourney.ts';
import { livelyJourney } from '../../support/livelyJourney.ts';
import { play, type Played } from '../../support/played.ts';
import { randomPolicies } from '../../support/randomPolicies.ts';
import { openSample } from '../../support/samples.ts';

interface Answered {
  readonly odds: SendOdds;
  readonly machine: boolean;
  readonly tellsOpens: boolean;
  /** Whether such an event follows about this message. */
  readonly has: (kind: StoryKind) => boolean;
  readonly daysLeft: number;
}

/** Every message of a run that its contact got once, with what came of it. */
function answeredIn(journey: Journey, played: Played): Answered[] {
  const run = play(journey, played);
  if (!run) return [];
  const { program, playback } = run;
  const { stories, people } = playback;
  return Array.from(people.keys()).flatMap((place) => {
    const { traits, sends } = contactOdds({ program, seed: played.seed ?? 1, playback, place });
    const rows = Array.from(
      { length: stories.from[place + 1]! - stories.from[place]! },
      (_, k) => stories.from[place]! + k,
    );
    const about = (row: number) =>
      rows.filter((other) => stories.subject[other] === stories.subject[row]).map(kindAt);
    const kindAt = (row: number) => STORY_KINDS[stories.kind[row]!]!;
    return [...sends].flatMap(([row, odds]): Answered[] => {
      const kinds = about(row);
      if (kinds.filter((kind) => kind === 'sent').length > 1) return [];
      const daysLeft = (program.endMinute - stories.minute[row]!) / 1440;
      const { opensReported } = program.journeys[0]!.sends[stories.subject[row]!]!;
      const has = (kind: StoryKind) => kinds.includes(kind);
      return [{ odds, machine: traits.machine, tellsOpens: opensReported, has, daysLeft }];
    });
  });
}

const happens = ({ chance, drawn }: Odds) => drawn < chance;

/** What happened was drawn; what was not drawn did not happen. */
function agrees({ odds, machine, has }: Answered): void {
  if (has('delivered')) expect(happens(odds.delivered)).toBe(true);
  if (has('bounced')) expect(happens(odds.delivered)).toBe(false);
  if (has('opened') && !machine) expect(happens(odds.opened)).toBe(true);
  if (has('clicked')) expect([happens(odds.opened), happens(odds.clicked)]).toEqual([true, true]);
  if (has('unsubscribed')) expect(happens(odds.unsubscribed)).toBe(true);
  if (has('converts')) expect(happens(odds.converted)).toBe(true);
}

describe('the odds of a message', () => {
  it('decide what comes of it in every template', () => {
    for (const name of ['orchestration', 'abandoned-cart', 'win-back'])
      for (const seed of [1, 2, 3])
        answeredIn(openSample(name), { rows: 2_000, contacts: 300, seed }).forEach(agrees);
  });

  it('decide what comes of it in random journeys, entries and passes of loops and policies included', () => {
    let checked = 0;
    fc.assert(
      fc.property(
        fc.oneof(livelyJourney, busyJourney),
        randomPolicies,
        fc.nat(1e6),
        (journey, policies, seed) => {
          const answered = answeredIn(journey, { rows: 500, contacts: 100, policies, seed });
          checked += answered.length;
          answered.forEach(agrees);
        },
      ),
      { numRuns: 60, seed: 21 },
    );
    expect(checked).toBeGreaterThan(2_000);
  });

  it('are the frequencies over many seeds, whatever was sent to the contact before', () => {
    const seeds = Array.from({ length: 40 }, (_, k) => k + 1);
    const journey = openSample('orchestration');
    const answered = seeds.flatMap((seed) => answeredIn(journey, { rows: 1_000, contacts: 300, seed }));
    const early = answered.filter(({ daysLeft }) => daysLeft > 25);
    const arrived = early.filter(({ has }) => has('delivered'));
    const read = arrived.filter(({ machine, tellsOpens }) => !machine && tellsOpens);
    const opened = arrived.filter(({ odds }) => happens(odds.opened));
    frequency(early, 'delivered', ({ odds }) => odds.delivered);
    frequency(read, 'opened', ({ odds }) => odds.opened);
    frequency(opened, 'clicked', ({ odds }) => odds.clicked);
    frequency(
      opened.filter(({ has }) => has('clicked')),
      'converts',
      ({ odds }) => odds.converted,
    );
    frequency(arrived, 'unsubscribed', ({ odds }) => odds.unsubscribed);
    // Tired contacts are among them: their odds alone hold, too.
    frequency(
      read.filter(({ odds }) => odds.pressureBin > odds.restBin),
      'opened',
      ({ odds }) => odds.opened,
    );
  });
});

/** Within five standard errors, and of enough of them. */
function frequency(among: readonly Answered[], kind: StoryKind, of: (one: Answered) => Odds): void {
  const expected = among.reduce((sum, one) => sum + of(one).chance, 0);
  const variance = among.reduce((sum, one) => sum + of(one).chance * (1 - of(one).chance), 0);
  const seen = among.filter(({ has }) => has(kind)).length;
  expect(among.length).toBeGreaterThan(200);
  expect(Math.abs(seen - expected), `${kind}: ${seen} of ${expected}`).toBeLessThan(
    5 * Math.sqrt(variance) + 1,
  );
}
