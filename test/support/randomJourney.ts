import * as fc from 'fast-check';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import type { Goal, Journey, JourneySettings, StepId } from '../../src/journey/journey.ts';
import { exitsOf, type Step } from '../../src/journey/steps/index.ts';
import { takesTime } from '../../src/journey/times.ts';
import { days, minutes, money } from '../../src/journey/units.ts';
import { randomRule } from './randomRule.ts';
import { randomEntry, randomStep } from './randomStep.ts';

/**
 * Journeys of every step kind that run: one entry, every link whole, loops only where time passes, weights of 100 %, columns
 * of the sample audience. Some have dangling exits and unreachable steps, as drafts do.
 */
export const runnableJourney: fc.Arbitrary<Journey> = fc
  .integer({ min: 1, max: 14 })
  .chain((size) => fc.tuple(randomEntry, fc.array(randomStep, { minLength: size, maxLength: size })))
  .chain(([entry, others]) => {
    const steps = [entry, ...others];
    const links = fc.array(fc.nat(), { minLength: steps.length * 8, maxLength: steps.length * 8 });
    return fc.record({
      steps: fc.constant(steps),
      links,
      settings: randomSettings,
      name: fc.string({ maxLength: 30 }),
    });
  })
  .map(({ steps, links, settings, name }) => assemble({ steps, links, settings, name }));

/** The same journey for the same seed, for tests without properties. */
export function runnableJourneyOf(seed: number): Journey {
  const [journey] = fc.sample(runnableJourney, { seed, numRuns: 1 });
  if (!journey) throw new Error(`no journey for seed ${seed}`);
  return journey;
}

interface Parts {
  readonly steps: readonly Step[];
  readonly links: readonly number[];
  readonly settings: JourneySettings;
  readonly name: string;
}

function assemble({ steps, links, settings, name }: Parts): Journey {
  const ids = steps.map((step, index) => stepId(`${step.kind}-${index}`));
  const messages = ids.filter((_, index) => sends(steps[index]));
  const draws = links.values();
  const draw = () => draws.next().value ?? 0;
  const pointed = steps.map((step) => pointedAt(step, messages, draw));
  return {
    format: 'rehearsal-journey',
    version: 1,
    id: journeyId('random'),
    luckId: 'random',
    name,
    settings,
    steps: Object.fromEntries(ids.flatMap((id, index) => (pointed[index] ? [[id, pointed[index]]] : []))),
    links: linked(pointed, ids, draw),
    layout: Object.fromEntries(ids.map((id, index) => [id, { x: index * 320, y: (index % 3) * 150 }])),
  };
}

function sends(step: Step | undefined): boolean {
  return step?.kind === 'message' || step?.kind === 'escalate';
}

/** Half of the checks look at one message instead of the latest. */
function pointedAt(step: Step, messages: readonly StepId[], draw: () => number): Step {
  const message = messages[draw() % Math.max(1, messages.length)];
  return step.kind === 'check' && message && draw() % 2 === 0 ? { ...step, on: message } : step;
}

/** One exit in eight dangles. Only steps in which time passes lead back, so time passes in every loop. */
function linked(steps: readonly Step[], ids: readonly StepId[], draw: () => number): Journey['links'] {
  const links: Record<StepId, Record<string, StepId>> = {};
  steps.forEach((step, index) => {
    const first = takesTime(step) ? 1 : index + 1;
    for (const exit of exitsOf(step)) {
      const [dangles, choice] = [draw() % 8 === 0, draw()];
      const from = ids[index];
      const to = ids[first + (choice % Math.max(1, ids.length - first))];
      if (!dangles && from && to && first < ids.length) links[from] = { ...links[from], [exit]: to };
    }
  });
  return links;
}

const randomGoal: fc.Arbitrary<Goal> = fc.record({
  id: fc.constant('main'),
  name: fc.string({ maxLength: 20 }),
  on: fc.oneof(
    fc.constant({ kind: 'conversion' } as const),
    fc.record({ kind: fc.constant('rule' as const), rule: randomRule }),
  ),
  value: fc.oneof(
    fc.constant({ kind: 'event' } as const),
    fc.record({ kind: fc.constant('fixed' as const), amount: fc.integer({ min: 0, max: 500 }).map(money) }),
    fc.constant({ kind: 'column', column: 'lifetime_value' } as const),
  ),
  count: fc.constantFrom('oncePerEntry', 'every'),
  window: fc.record({
    minutes: fc.integer({ min: 1, max: 40 }).map(days),
    from: fc.constantFrom('entry', 'send', 'open', 'click'),
  }),
});

const randomSettings: fc.Arbitrary<JourneySettings> = fc.record(
  {
    start: fc.constantFrom('2026-03-02T08:00:00Z', '2026-03-28T23:30:00+01:00', '2026-10-24T12:00:00-05:00'),
    horizonMinutes: fc.integer({ min: 1, max: 60 }).map(days),
    zone: fc.constantFrom('UTC', 'Europe/Stockholm', 'America/New_York', 'Australia/Lord_Howe'),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    entryCap: fc.integer({ min: 1, max: 5000 }),
    reEntry: fc.oneof(
      fc.constantFrom({ mode: 'never' } as const, { mode: 'afterExit' } as const),
      fc.record({
        mode: fc.constant('cooldown' as const),
        minutes: fc.nat(50_000).map(minutes),
        from: fc.constantFrom('start', 'end'),
      }),
    ),
    exitRules: fc.array(
      fc.record({
        id: fc.constantFrom('one', 'two'),
        when: fc.oneof(
          fc.constant({ kind: 'converted' } as const),
          fc.record({
            kind: fc.constant('unsubscribed' as const),
            channel: fc.constantFrom('any', 'email', 'sms'),
          }),
          fc.record({ kind: fc.constant('rule' as const), rule: randomRule }),
        ),
        mode: fc.constantFrom('immediate', 'stepEnd', 'afterWait'),
      }),
      { maxLength: 2 },
    ),
    goals: fc.tuple(randomGoal),
    target: fc.record(
      {
        metric: fc.constantFrom('conversions', 'revenue', 'profit'),
        atLeast: fc.nat(10_000),
        by: fc.constant('2026-05-01'),
      },
      { requiredKeys: ['metric', 'atLeast'] },
    ),
    priority: fc.integer({ min: 0, max: 100 }),
    maxPasses: fc.integer({ min: 1, max: 6 }),
    heterogeneity: fc.constantFrom('on', 'off'),
  },
  {
    requiredKeys: [
      'start',
      'horizonMinutes',
      'zone',
      'currency',
      'reEntry',
      'exitRules',
      'goals',
      'priority',
      'maxPasses',
      'heterogeneity',
    ],
  },
);
