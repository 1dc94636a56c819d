import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Program } from '../../src/compile/program.ts';
import { SEND_FIELDS, UNSENT_REASONS, type Results } from '../../src/engine/results.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import type { Step } from '../../src/journey/steps/index.ts';
import { days, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run, tryCompile } from '../support/simulate.ts';

const audience = synthesise(300, 1);

/** One journey for those of high intent, another for everybody else; settings are the first's. */
function sideBySide(high: Journey, others: Journey): Journey {
  const [a, b] = [renamed(high, 'a'), renamed(others, 'b')];
  const split = step('split', {
    branches: [
      { id: 'high', name: 'High', rule: { kind: 'column', column: 'intent', operator: 'is', value: 'high' } },
    ],
  });
  return {
    ...high,
    settings: { ...high.settings, entryCap: 5000 },
    steps: { ...a.steps, ...b.steps, [stepId('entry')]: step('entry'), [stepId('fork')]: split },
    links: {
      ...a.links,
      ...b.links,
      [stepId('entry')]: { next: stepId('fork') },
      [stepId('fork')]: { high: a.first, else: b.first },
    },
    layout: {},
  };
}

/** The journey behind its entry, under ids of its own. */
function renamed({ steps, links }: Journey, prefix: string) {
  const rename = (id: string) => stepId(`${prefix}-${id}`);
  const entry = Object.keys(steps).find((id) => steps[id as StepId]?.kind === 'entry') as StepId;
  const first = Object.values(links[entry] ?? {})[0];
  const kept = Object.entries(steps).filter(([id]) => id !== entry);
  const renamedStep = (own: Step): Step =>
    own.kind === 'check' && own.on !== 'latest' ? { ...own, on: rename(own.on) } : own;
  return {
    first: rename(first ?? (kept[0]?.[0] as string)),
    steps: Object.fromEntries(kept.map(([id, own]) => [rename(id), renamedStep(own)])),
    links: Object.fromEntries(
      Object.entries(links)
        .filter(([id]) => id !== entry)
        .map(([id, exits]) => [
          rename(id),
          Object.fromEntries(Object.entries(exits).map(([exit, to]) => [exit, rename(to)])),
        ]),
    ),
  };
}

/** All that is counted at the steps of one side, by name. */
function sideOf(
  prefix: string,
  program: Program,
  { journeys: [counted] }: Results,
): Record<string, readonly number[]> {
  const { steps, sends } = program.journeys[0]!;
  const { entered, inFlight, exitRule, loopBound, ended, wentOn, won } = counted!;
  const side: Record<string, readonly number[]> = {};
  let next = 0;
  steps.forEach(({ id, exits }, index) => {
    const counts = [entered, inFlight, exitRule, loopBound, ended, wentOn, won].map((of) => of[index]!);
    side[id] = [...counts, ...counted!.exits.slice(next, (next += exits.length))];
  });
  sends.forEach(({ step: at, rung, channel }, send) => {
    const answers = counted!.sends.slice(send * SEND_FIELDS.length, (send + 1) * SEND_FIELDS.length);
    const unsent = counted!.unsent.slice(send * UNSENT_REASONS.length, (send + 1) * UNSENT_REASONS.length);
    side[`${steps[at]!.id} ${rung} ${program.channels[channel]}`] = [...answers, ...unsent];
  });
  return Object.fromEntries(Object.entries(side).filter(([name]) => name.startsWith(`${prefix}-`)));
}

describe('luck', () => {
  it('of contacts elsewhere is left alone by an edit', () => {
    let compared = 0;
    fc.assert(
      fc.property(livelyJourney, livelyJourney, livelyJourney, fc.nat(1e6), (high, before, after, seed) => {
        const one = tryCompile(sideBySide(high, before), audience);
        const two = tryCompile(sideBySide(high, after), audience);
        fc.pre(one.ok && two.ok);
        const sides = [one.program, two.program].map((program) =>
          sideOf('a', program, run(program, { contacts: 300, seed, audience })),
        );
        expect(sides[1]).toEqual(sides[0]);
        compared += Object.values(sides[0]!).filter((counts) => counts.some((count) => count > 0)).length;
      }),
      { numRuns: 60, seed: 3 },
    );
    expect(compared).toBeGreaterThan(100);
  }, 60_000);

  it('of a message does not hang on when it goes out', () => {
    const [soon, late] = [1, 8].map((pause) => {
      const journey = draft(
        {
          pause: step('wait', { until: { type: 'duration', minutes: days(pause) } }),
          message: step('message', {
            channel: 'push',
            response: { clicked: probability(0.4), opened: probability(0.4) },
          }),
        },
        ['entry-1.next > pause', 'pause.next > message'],
        { heterogeneity: 'off', horizonMinutes: days(365) },
      );
      const program = programOf(journey);
      return readResults(program, run(program, { contacts: 5000 }));
    });
    for (const field of ['delivered', 'opened', 'clicked', 'unsubscribed'] as const) {
      expect(late!.sends('message', field)).toBe(soon!.sends('message', field));
    }
  });

  it('is another journey’s own: a duplicate draws anew, a copy that keeps its luck does not', () => {
    const journey = draft({ message: step('message') }, ['entry-1.next > message']);
    const count = (luckId: string) => {
      const program = programOf({ ...journey, luckId });
      return JSON.stringify(run(program, { contacts: 2000 }).journeys[0]!.sends);
    };
    expect(count('draft')).toBe(count('draft'));
    expect(count('another')).not.toBe(count('draft'));
  });
});
