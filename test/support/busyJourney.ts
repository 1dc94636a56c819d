import * as fc from 'fast-check';
import type { Channel } from '../../src/journey/channels.ts';
import { journeyId } from '../../src/journey/ids.ts';
import type { Journey, JourneySettings, StepId } from '../../src/journey/journey.ts';
import { exitsOf, type Step, STEP_DEFINITIONS } from '../../src/journey/steps/index.ts';
import { days, type Minutes, minutes } from '../../src/journey/units.ts';
import { livelyJourney } from './livelyJourney.ts';

/**
 * Lively journeys that go on long and send much on few channels, so that policies have something to say. `inStep`: at times that meet
 * those of other journeys.
 */
export const busyJourney: fc.Arbitrary<Journey> = fc
  .record({
    journey: livelyJourney,
    seed: fc.nat(),
    inStep: fc.boolean(),
    hasEntryCap: fc.nat(5).map((n) => n === 0),
    hasExitRules: fc.boolean(),
    transactional: fc.nat(9).map((n) => n === 0),
  })
  .map(({ journey, seed, inStep, ...keeps }) => {
    const steps = Object.entries(journey.steps).map(
      ([id, step], index) =>
        [id, index === 1 && inStep ? promotion(seed) : busier(step, seed + index, inStep)] as const,
    );
    const busy: Journey = { ...journey, steps: Object.fromEntries(steps) };
    return {
      ...busy,
      links: stepByStep(busy, seed),
      settings: settingsOf(journey.settings, keeps),
    };
  });

/** Two or three journeys of one run: other ids, luck, starts and priorities, the same currency and kind of people. */
export const severalJourneys: fc.Arbitrary<readonly Journey[]> = fc
  .array(
    fc.record({
      journey: busyJourney,
      later: fc.constantFrom(0, 0, 45, 1440, 4000),
      priority: fc.constantFrom(0, 50, 50, 100),
    }),
    { minLength: 2, maxLength: 3 },
  )
  .map((parts) =>
    parts.map(({ journey, later, priority }, place) => {
      const { start, currency, heterogeneity } = parts[0]!.journey.settings;
      const instant = new Date(Date.parse(start) + later * 60_000).toISOString();
      const id = `random-${place}`;
      const settings = { ...journey.settings, start: instant, currency, heterogeneity, priority };
      return { ...journey, id: journeyId(id), luckId: id, settings };
    }),
  );

function busier(step: Step, seed: number, inStep: boolean): Step {
  const caps = { obeysCaps: seed % 7 !== 0, countsTowardCaps: seed % 5 !== 0 };
  const time = (some: Minutes): Minutes =>
    minutes(inStep ? Math.ceil(some / 2880) * 720 : Math.ceil(some / 3));
  switch (step.kind) {
    case 'entry':
      return entering(step, inStep);
    case 'message': {
      const channel = step.channel === 'preferred' ? step.channel : few(step.channel, seed);
      return { ...step, ...caps, channel, transactional: seed % 11 === 0 };
    }
    case 'escalate': {
      const rungs = step.rungs.map((rung, k) => ({ ...rung, channel: few(rung.channel, seed + k) }));
      return { ...step, ...caps, rungs };
    }
    case 'exit':
    case 'split':
    case 'goal':
      // The end comes soon enough.
      if (step.kind !== 'exit' && seed % 2 === 0) return step;
      return promotion(seed);
    case 'check':
      return { ...step, windowMinutes: time(step.windowMinutes) };
    case 'handoff':
      return { ...step, serviceMinutes: minutes(inStep && seed % 2 === 0 ? 0 : step.serviceMinutes % 500) };
    case 'wait': {
      const { until } = step;
      if (until.type === 'duration') return { ...step, until: { ...until, minutes: time(until.minutes) } };
      return until.type === 'date' ? { ...step, until: { type: 'timeOfDay', at: '09:00' } } : step;
    }
    case 'experiment':
    case 'update':
      return step;
  }
}

function promotion(seed: number): Step {
  return { ...STEP_DEFINITIONS.message.defaults(), channel: few('email', seed), tags: ['promo'] };
}

/** Everybody comes in. */
function entering(step: Extract<Step, { kind: 'entry' }>, inStep: boolean): Step {
  const { spreadMinutes, ...sharp } = step;
  const { type } = step.trigger;
  const trigger =
    type === 'date' || (type === 'events' && inStep) ? ({ type: 'atOnce' } as const) : step.trigger;
  return { ...(inStep || spreadMinutes === undefined ? sharp : step), trigger };
}

function few(channel: Channel, seed: number): Channel {
  const usual = ['email', 'sms', 'push'] as const;
  return seed % 5 === 0 ? channel : usual[seed % 3]!;
}

/** Exits lead to one of the next three steps, or back. */
function stepByStep({ steps, links }: Journey, seed: number): Journey['links'] {
  const ids = Object.keys(steps) as StepId[];
  const near: Record<StepId, Record<string, StepId>> = {};
  ids.forEach((id, index) => {
    for (const exit of exitsOf(steps[id]!)) {
      const to = links[id]?.[exit];
      const isBack = to !== undefined && ids.indexOf(to) <= index;
      const ahead = ids[index + 1 + ((seed * index + exit.length * index) % 3)];
      const target = isBack ? to : (ahead ?? ids[index + 1]);
      if (target) near[id] = { ...near[id], [exit]: target };
    }
  });
  return near;
}

function settingsOf(
  { entryCap, exitRules, ...settings }: JourneySettings,
  keeps: { readonly hasEntryCap: boolean; readonly hasExitRules: boolean; readonly transactional: boolean },
): JourneySettings {
  return {
    ...settings,
    horizonMinutes: minutes(Math.max(settings.horizonMinutes, days(10))),
    exitRules: keeps.hasExitRules
      ? exitRules.map((rule, k) => (k === 0 ? { ...rule, mode: 'immediate' } : rule))
      : [],
    ...(keeps.hasEntryCap && entryCap !== undefined && { entryCap: 1 + (entryCap % 100) }),
    ...(keeps.transactional && { transactional: true }),
  };
}
