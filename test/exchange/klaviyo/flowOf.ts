import { expect } from 'vitest';
import type { Fit } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { verifyKlaviyo } from '../../support/formats/klaviyo.ts';

interface Definition {
  triggers: Record<string, unknown>[];
  profile_filter: unknown;
  reentry_criteria: unknown;
  entry_action_id: string | null;
  actions: Record<string, unknown>[];
}

/** The flow that a journey goes out as, which must be right. */
export async function flowOf(journey: Journey, answers: Record<string, string> = {}) {
  const exported = await converter.export(journey, { answers });
  if (!exported.ok) throw new Error(exported.problems.map(({ words }) => words).join('\n'));
  expect(verifyKlaviyo(exported.files)).toEqual([]);
  const body = JSON.parse(exported.files[0]!.text) as {
    data: { attributes: { name: string; definition: Definition } };
  };
  return { ...exported, definition: body.data.attributes.definition, name: body.data.attributes.name };
}

export const codes = (fits: readonly Fit[], id: string) =>
  fits.filter(({ step }) => step === id).map(({ code }) => code);
