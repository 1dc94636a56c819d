import type { ConversionRates, Facts } from '../facts.ts';
import { reachableFrom, stepEntries, successorsOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { ExperimentStep } from '../steps/experiment.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { type PlannedSend, plannedSends } from './plannedSends.ts';
import { leastVisibleLift } from './power.ts';

/** What a marketer hopes for from a better message: less is seldom worth a test. */
const WORTH_SEEING = 0.2;

/** Experiments too small to tell arms apart, even if everyone who can enter came to them. */
export function findExperimentProblems(journey: Journey, { schema, conversions }: Facts): readonly Problem[] {
  const [primary] = journey.settings.goals;
  if (schema?.rows === undefined || !conversions || primary?.on.kind !== 'conversion') return [];
  const experiments = stepEntries(journey).flatMap(([id, step]) =>
    step.kind === 'experiment' && !step.disabled ? [{ id, step }] : [],
  );
  if (experiments.length === 0) return [];
  const most = mostEntering(journey, schema.rows);
  const successors = successorsOf(journey);
  const sends = plannedSends(journey);
  return experiments.flatMap(({ id, step }): readonly Problem[] => {
    // Without any message it shows the least; where that is enough, no more needs to be known.
    if (problemsOf(id, step, { contacts: most, rate: conversionRate(journey, conversions, []) }).length === 0)
      return [];
    const after = reachableFrom([id], successors);
    const rate = conversionRate(
      journey,
      conversions,
      sends.filter((send) => after.has(send.id)),
    );
    return problemsOf(id, step, { contacts: most, rate });
  });
}

/** At most so many different contacts enter. */
function mostEntering({ steps, settings }: Journey, rows: number): number {
  const [entry] = Object.values(steps).filter(({ kind }) => kind === 'entry');
  const cap = Math.min(rows, settings.entryCap ?? Infinity);
  if (entry?.kind !== 'entry' || entry.trigger.type !== 'events') return cap;
  return Math.min(cap, Math.round((entry.trigger.perDay * settings.horizonMinutes) / MINUTES_PER_DAY));
}

/** Of a contact that is sent everything behind the experiment and would order without it as well: rather too high. */
function conversionRate(
  { settings }: Journey,
  { organicPerDay, perSend }: ConversionRates,
  sends: readonly PlannedSend[],
): number {
  const counted = Math.min(settings.horizonMinutes, settings.goals[0]?.window.minutes ?? 0);
  let none = Math.exp((-organicPerDay * counted) / MINUTES_PER_DAY);
  for (const { channel, occasion } of sends) none *= 1 - (perSend.get(channel)?.[occasion] ?? 0);
  return 1 - none;
}

interface Test {
  readonly contacts: number;
  readonly rate: number;
}

function problemsOf(id: StepId, step: ExperimentStep, { contacts, rate }: Test): readonly Problem[] {
  const weights = [
    ...step.arms.map((arm) => arm.weight),
    ...(step.holdout ? [step.holdout.weight] : []),
  ].sort((a, b) => b - a);
  const [first = 0, second = 0] = weights.map((weight) => (contacts * weight) / 100);
  if (weights.length < 2 || !(rate > 0 && rate < 1)) return [];
  const lift = leastVisibleLift({ rate, sizes: [first, second] });
  if (lift <= WORTH_SEEING) return [];
  const percent = lift === Infinity ? 'no lift at all' : `a lift of ${Math.ceil(lift * 100)} % or more`;
  const [share, smaller] = [Math.round(rate * 1000) / 10, Math.floor(second)];
  return [
    {
      code: 'experiment-underpowered',
      severity: 'warning',
      words: `This experiment is small: if ${share} % convert, as benchmarks say, and at most ${Math.floor(first)} and ${smaller} contacts come to its largest ${step.holdout ? 'groups' : 'arms'}, it can only be relied on to show ${percent} (95 % confidence, 80 % power). Use fewer arms, or more contacts.`,
      values: { contacts, rate: share, lift: lift === Infinity ? 'none' : Math.ceil(lift * 100) },
      step: id,
    },
  ];
}
