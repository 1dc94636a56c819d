import { describe, expect, test } from 'vitest';
import { linksOf, loopsIn, successorsOf } from '../../src/journey/graph.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { STEP_KINDS } from '../../src/journey/steps/index.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';
import { sampleFacts } from '../support/sampleFacts.ts';

/** Links, runs and what people keep refer to a template by its id. A new one is added here; none ever changes. */
const IDS = [
  'abandoned-cart',
  'anniversary',
  'back-in-stock',
  'event-promotion',
  'lead-nurture',
  'orchestration',
  'post-purchase',
  're-permission',
  'renewal',
  'reorder',
  'speed-to-lead',
  'trial-to-paid',
  'welcome',
  'win-back',
];

describe.each(SAMPLE_NAMES)('the template %s', (name) => {
  const journey = openSample(name);

  test('has nothing to complain about, on the sample audience', () => {
    expect(findProblems(journey, sampleFacts)).toEqual([]);
  });

  test('says in two or three sentences what it is for and what to change first, and has a target', () => {
    const sentences = journey.brief?.match(/[.](\s|$)/g) ?? [];
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    expect(journey.brief).toMatch(/\bfirst\.$/);
    expect(journey.settings.target).toBeDefined();
  });

  test('has ids of its own and luck that everyone shares', () => {
    expect([journey.id, journey.luckId]).toEqual([name, name]);
  });

  test('lets everyone go who unsubscribes', () => {
    const byRule = journey.settings.exitRules.some(({ when }) => when.kind === 'unsubscribed');
    const byCheck = Object.values(journey.steps).some(
      (step) => step.kind === 'check' && step.responses.includes('unsubscribed'),
    );
    expect(byRule || byCheck).toBe(true);
  });

  test('counts conversions for as long as its messages go out', () => {
    const [goal] = journey.settings.goals;
    expect(goal?.window.minutes).toBeGreaterThan(0);
    expect(goal?.window.minutes).toBeLessThanOrEqual(journey.settings.horizonMinutes);
  });
});

const steps = SAMPLE_NAMES.flatMap((name) => Object.values(openSample(name).steps));

test('the ids stay as they are', () => {
  expect(SAMPLE_NAMES).toEqual(IDS);
});

test('the templates together show every kind of step, wait and entry', () => {
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(STEP_KINDS));
  const waits = steps.flatMap((step) => (step.kind === 'wait' ? [step.until.type] : []));
  expect(new Set(waits)).toEqual(new Set(['duration', 'daysAt', 'timeOfDay', 'weekday', 'random', 'date']));
  const triggers = steps.flatMap((step) => (step.kind === 'entry' ? [step.trigger.type] : []));
  expect(new Set(triggers)).toEqual(new Set(['atOnce', 'schedule', 'events', 'date']));
});

test('the templates together show experiments, ladders, agents, preferred channels, scores, tags and loops', () => {
  const has = (found: (step: Journey['steps'][keyof Journey['steps']]) => boolean) => steps.some(found);
  expect(has((step) => step.kind === 'check' && step.ranked)).toBe(true);
  for (const goesOn of [true, false])
    expect(has((step) => step.kind === 'experiment' && step.holdout?.goesOn === goesOn)).toBe(true);
  expect(has((step) => step.kind === 'escalate' && step.rungs.length >= 3)).toBe(true);
  expect(has((step) => step.kind === 'handoff' && step.capacity?.hours !== undefined)).toBe(true);
  expect(has((step) => step.kind === 'message' && step.channel === 'preferred')).toBe(true);
  const changes = steps.flatMap((step) => (step.kind === 'update' ? step.changes : []));
  expect(new Set(changes.map(({ type }) => type))).toEqual(
    new Set(['set', 'addScore', 'addTag', 'suppress']),
  );
  const bounds = SAMPLE_NAMES.map(openSample)
    .filter((journey) => loopsIn(successorsOf(journey)).length > 0)
    .map(({ settings }) => settings.maxPasses);
  expect(bounds.length).toBeGreaterThanOrEqual(4);
  expect(Math.min(...bounds)).toBeLessThan(10);
});

test('the reference flowchart keeps its steps and goes round its loop', () => {
  const journey = openSample('orchestration');
  expect(Object.keys(journey.steps)).toHaveLength(16);
  expect(linksOf(journey)).toHaveLength(22);
  expect(loopsIn(successorsOf(journey))).toEqual([['engagement', 'escalation']]);
});
