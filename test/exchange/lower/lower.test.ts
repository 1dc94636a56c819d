import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower } from '../../../src/exchange/lower/lower.ts';
import type { Lacks } from '../../../src/exchange/lower/lowered.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { linksInto, linksOf, loopsIn, stepEntries, successorsOf } from '../../../src/journey/graph.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { minutes } from '../../../src/journey/units.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { programOf, run, tryCompile } from '../../support/simulate.ts';
import { smallJourney } from '../../support/tinyRun.ts';

const NOTHING_LACKING: Lacks = {
  loops: 'keep',
  ladders: 'keep',
  splits: 'keep',
  joins: 'keep',
  mostSteps: 1000,
};
const ALL_LACKING: Lacks = {
  loops: 'unroll',
  ladders: 'expand',
  splits: 'chain',
  joins: 'keep',
  mostSteps: 1000,
};

function lowered(journey: Journey, lacks: Lacks) {
  const done = lower(journey, lacks);
  if (!done.ok) throw new Error(done.problems.map(({ words }) => words).join('\n'));
  return done;
}

/** Visits of each step of the journey before, its copies taken together. */
function visits(journey: Journey, sourceOf: (id: StepId) => string, contacts = 4_000): Map<string, number> {
  const program = programOf(journey, sampleAudience);
  const results = run(program, { contacts, seed: 3, audience: sampleAudience });
  const counts = new Map<string, number>();
  program.journeys[0]?.steps.forEach(({ id }, index) => {
    const source = sourceOf(id as StepId);
    const counted = results.journeys[0];
    // Who comes once too often is turned away at the door.
    const came = (counted?.entered[index] ?? NaN) - (counted?.loopBound[index] ?? NaN);
    counts.set(source, (counts.get(source) ?? 0) + came);
  });
  return counts;
}

/** A ladder and a chained split are several steps now, an experiment is drawn once and not come to again, and what is switched off is gone. */
function isComparable(journey: Journey, id: string): boolean {
  const step = journey.steps[id as StepId];
  return step !== undefined && !step.disabled && !['escalate', 'split', 'experiment'].includes(step.kind);
}

describe('a journey written out', () => {
  test.each(SAMPLE_NAMES)('%s: people come to its steps as often as before', (name) => {
    const journey = openSample(name);
    const { journey: plain, sourceOf } = lowered(journey, ALL_LACKING);
    expect(findErrors(plain)).toEqual([]);
    expect(loopsIn(successorsOf(plain))).toEqual([]);
    expect(stepEntries(plain).filter(([, { kind }]) => kind === 'escalate')).toEqual([]);
    const [before, after] = [visits(journey, (id) => id), visits(plain, sourceOf)];
    for (const [step, count] of before) {
      if (!isComparable(journey, step) || !after.has(step)) continue;
      const found = after.get(step) ?? 0;
      expect(Math.abs(found - count), `${step}: ${count} → ${found}`).toBeLessThan(
        5 * Math.sqrt(found + count) + 1,
      );
    }
  });

  test('random journeys: no errors, no loops, the same people at the same steps', () => {
    let tried = 0;
    fc.assert(
      fc.property(runnableJourney, (random) => {
        const journey = { ...random, settings: { ...random.settings, heterogeneity: 'off' as const } };
        const done = lower(journey, { ...ALL_LACKING, splits: 'keep' });
        // Some have rates that no contacts can have.
        if (!done.ok || !tryCompile(journey, sampleAudience).ok) return;
        tried += 1;
        expect(findErrors(done.journey)).toEqual([]);
        expect(loopsIn(successorsOf(done.journey))).toEqual([]);
        const contacts = 1_000;
        const [before, after] = [
          visits(journey, (id) => id, contacts),
          visits(done.journey, done.sourceOf, contacts),
        ];
        for (const [step, count] of before) {
          if (!isComparable(journey, step) || !after.has(step)) continue;
          const found = after.get(step) ?? 0;
          expect(Math.abs(found - count), `${step}: ${count} → ${found}`).toBeLessThan(
            6 * Math.sqrt(found + count) + 8,
          );
        }
      }),
      { seed: 11, numRuns: 60 },
    );
    expect(tried).toBeGreaterThan(40);
  });

  test('random journeys as trees: one way into each step', () => {
    let tried = 0;
    fc.assert(
      fc.property(runnableJourney, (journey) => {
        const done = lower(journey, { ...ALL_LACKING, joins: 'clone' });
        if (!done.ok) return;
        tried += 1;
        expect(findErrors(done.journey)).toEqual([]);
        const into = linksInto(done.journey);
        for (const [id] of stepEntries(done.journey)) expect((into.get(id) ?? []).length).toBeLessThan(2);
      }),
      { seed: 12, numRuns: 100 },
    );
    expect(tried).toBeGreaterThan(50);
  });

  test('nothing lacking changes nothing but what does nothing', () => {
    fc.assert(
      fc.property(runnableJourney, (journey) => {
        const { journey: same } = lowered(journey, NOTHING_LACKING);
        for (const [id, step] of stepEntries(same))
          if (step.kind !== 'check' && step.kind !== 'wait' && step.kind !== 'split' && step.kind !== 'entry')
            expect(step).toEqual(journey.steps[id]);
        const idle = stepEntries(journey).some(([, { disabled }]) => disabled);
        if (!idle && stepEntries(same).length === stepEntries(journey).length)
          expect(linksOf(same)).toEqual(linksOf(journey));
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

const ladder = smallJourney({
  steps: {
    mail: { kind: 'message', channel: 'email' },
    look: { kind: 'check', on: 'climb', windowMinutes: minutes(60), responses: ['clicked'] },
    climb: {
      kind: 'escalate',
      rungs: [
        { channel: 'sms', occasion: 'triggered' },
        { channel: 'push', occasion: 'triggered' },
      ],
    },
    end: { kind: 'exit' },
  },
  links: [
    'entry>next>mail',
    'mail>next>climb',
    'climb>sent>look',
    'look>noResponse>climb',
    'look>clicked>end',
    'climb>exhausted>end',
  ],
  settings: { maxPasses: 3 },
});

test('a ladder in a loop goes on with the rung after the last one, and its check looks at what was sent', () => {
  const { journey, sourceOf } = lowered(ladder, ALL_LACKING);
  const messages = stepEntries(journey).flatMap(([id, step]) =>
    step.kind === 'message' ? [[id, step.channel, sourceOf(id)]] : [],
  );
  expect(messages).toEqual([
    ['climb', 'sms', 'climb'],
    ['climb-3', 'push', 'climb'],
    ['climb-5', 'push', 'climb'],
    ['mail', 'email', 'mail'],
  ]);
  for (const [id, step] of stepEntries(journey)) {
    if (step.kind !== 'check') continue;
    // The only way to a copy of the check leads from the message that it looks at.
    expect((linksInto(journey).get(id) ?? []).map(({ from }) => from)).toEqual([step.on]);
  }
});

test('an arm is kept when the contact comes back: no copy of the experiment is drawn again', () => {
  const journey = smallJourney({
    steps: {
      draw: { kind: 'experiment' },
      a: { kind: 'wait' },
      b: { kind: 'wait' },
      end: { kind: 'exit' },
    },
    links: ['entry>next>draw', 'draw>a>a', 'draw>b>b', 'a>next>draw', 'b>next>end'],
    settings: { maxPasses: 4 },
  });
  const { journey: plain } = lowered(journey, ALL_LACKING);
  const kinds = stepEntries(plain).map(([, { kind }]) => kind);
  expect(kinds.filter((kind) => kind === 'experiment')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(5);
});

test('without joins every step has one way in', () => {
  const journey = openSample('orchestration');
  const { journey: tree } = lowered(journey, { ...ALL_LACKING, joins: 'clone' });
  for (const [id] of stepEntries(tree)) expect((linksInto(tree).get(id) ?? []).length).toBeLessThanOrEqual(1);
});

test('a loop that would not fit is refused with its name and its bound', () => {
  const endless = { ...ladder, settings: { ...ladder.settings, maxPasses: 4095 } };
  const simple = smallJourney({
    steps: { pause: { kind: 'wait', name: 'Breathe' } },
    links: ['entry>next>pause', 'pause>next>pause'],
    settings: { maxPasses: 4095 },
  });
  expect(lower(endless, ALL_LACKING).ok).toBe(true);
  const refused = lower(simple, ALL_LACKING);
  expect(refused.ok ? '' : refused.problems[0]?.words).toContain(
    'The loop of “Breathe” may be gone through 4095 times',
  );
});

test('what is switched off or never reached is left out, and said', () => {
  const journey = smallJourney({
    steps: { off: { kind: 'wait', disabled: true }, stray: { kind: 'wait' }, end: { kind: 'exit' } },
    links: ['entry>next>off', 'off>next>end', 'stray>next>end'],
  });
  const { journey: plain, remarks } = lowered(journey, NOTHING_LACKING);
  expect(linksOf(plain)).toEqual([{ from: 'entry', exit: 'next', to: 'end' }]);
  expect(remarks.map(({ step, code }) => [step, code])).toEqual([
    ['off', 'step-disabled'],
    ['stray', 'step-unreachable'],
  ]);
});
