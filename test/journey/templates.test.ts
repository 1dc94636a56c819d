import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseJourney } from '../../src/journey/format.ts';
import { linksOf, loopsIn, successorsOf } from '../../src/journey/graph.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { STEP_KINDS } from '../../src/journey/steps/index.ts';
import { sampleFacts } from '../support/sampleFacts.ts';

const folder = new URL('../../public/samples/', import.meta.url);
const names = readdirSync(folder).sort();

function open(name: string): Journey {
  const parsed = parseJourney(readFileSync(new URL(name, folder), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ words }) => words).join('\n'));
  return parsed.journey;
}

describe.each(names)('the template %s', (name) => {
  const journey = open(name);

  test('has nothing to complain about, on the sample audience', () => {
    expect(findProblems(journey, sampleFacts)).toEqual([]);
  });

  test('says what it is for and what it is meant to reach', () => {
    expect(journey.brief).toMatch(/[.]$/);
    expect(journey.settings.target).toBeDefined();
    expect(`${journey.id}.journey.json`).toBe(name);
  });

  test('is drawn on a grid, no two steps in one place, forward links to the right', () => {
    const places = Object.values(journey.layout);
    expect(places.every(({ x, y }) => x % 320 === 0 && y % 150 === 0)).toBe(true);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(Object.keys(journey.steps).length);
    const loops = loopsIn(successorsOf(journey)).flat();
    for (const { from, to } of linksOf(journey)) {
      if (loops.includes(from) && loops.includes(to)) continue;
      expect(journey.layout[to]!.x, `${from} to ${to}`).toBeGreaterThan(journey.layout[from]!.x);
    }
  });
});

test('there are five, and together they show every kind of step and what can be said of them', () => {
  const steps = names.flatMap((name) => Object.values(open(name).steps));
  expect(names).toEqual(
    ['abandoned-cart', 'lead-nurture', 'orchestration', 'welcome', 'win-back'].map(
      (name) => `${name}.journey.json`,
    ),
  );
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(STEP_KINDS));
  const waits = steps.flatMap((step) => (step.kind === 'wait' ? [step.until.type] : []));
  expect(waits).toEqual(expect.arrayContaining(['duration', 'daysAt', 'timeOfDay', 'weekday', 'random']));
  const triggers = steps.flatMap((step) => (step.kind === 'entry' ? [step.trigger.type] : []));
  expect(triggers).toEqual(expect.arrayContaining(['atOnce', 'schedule', 'events']));
  expect(steps.some((step) => step.kind === 'check' && step.ranked)).toBe(true);
  expect(steps.some((step) => step.kind === 'experiment' && step.holdout?.goesOn)).toBe(true);
});

test('the reference flowchart goes round its loop', () => {
  expect(loopsIn(successorsOf(open('orchestration.journey.json')))).toEqual([['engagement', 'escalation']]);
});
