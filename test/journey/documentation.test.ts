import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseJourney } from '../../src/journey/format.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { STEP_KINDS } from '../../src/journey/steps/index.ts';
import { empty } from '../support/draftJourney.ts';

const page = readFileSync(new URL('../../docs/journey-format.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text);

test('the example journey of the format page is a journey without problems', () => {
  const parsed = parseJourney(examples[0] ?? '');
  expect(parsed.ok && findProblems(parsed.journey)).toEqual([]);
});

test('the example of each step kind is such a step, and no kind is left out', () => {
  const kinds = examples.slice(1).map((text) => {
    const step = JSON.parse(text) as { kind: string };
    const parsed = parseJourney(JSON.stringify({ ...empty, steps: { ...empty.steps, example: step } }));
    expect(parsed, text).toMatchObject({ ok: true });
    return step.kind;
  });
  expect(kinds).toEqual(STEP_KINDS);
});
