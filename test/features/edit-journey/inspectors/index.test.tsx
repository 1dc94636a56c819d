import * as fc from 'fast-check';
import { cleanup, fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { journeySchema } from '../../../../src/journey/schema.ts';
import { STEP_DEFINITIONS, STEP_KINDS, type Step } from '../../../../src/journey/steps/index.ts';
import { randomStep } from '../../../support/randomStep.ts';
import { inspect } from './inspecting.tsx';

const ABSURD = ['', '-1', '1e999', 'NaN', '<b>{{', '25:99'];
const KINDS = STEP_KINDS.filter((kind) => kind !== 'entry');

/** Everything that can be typed into. */
const boxes = () => [
  ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'input:not([type=checkbox]), textarea',
  ),
];

describe('every form', () => {
  it.each(KINDS)('of %s names all its controls', async (kind) => {
    await inspect(STEP_DEFINITIONS[kind].defaults() as never);
    for (const control of document.querySelectorAll('input, select, textarea, button')) {
      expect(control, control.outerHTML.slice(0, 200)).toHaveAccessibleName();
    }
  });

  it.each(KINDS)('of %s keeps the journey valid whatever is typed', async (kind) => {
    const { workspace } = await inspect(STEP_DEFINITIONS[kind].defaults() as never);
    for (let at = 0; at < boxes().length; at++) {
      for (const text of ABSURD) {
        const box = boxes()[at];
        if (box) fireEvent.change(box, { target: { value: text } });
      }
    }
    const parsed = journeySchema.safeParse(workspace.getState().journey);
    expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  });
});

it('shows any step there can be', async () => {
  const steps = fc.sample(randomStep, { numRuns: 30, seed: 7 }).filter((step: Step) => step.kind !== 'entry');
  for (const step of steps) {
    const { workspace } = await inspect(step as never);
    expect(workspace.getState().journey?.steps).toBeDefined();
    cleanup();
  }
});
