import { expect } from 'vitest';
import type { ExportOptions, Fit } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { createJourney } from '../../../src/journey/createJourney.ts';
import { journeyId, stepId } from '../../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../../src/journey/journey.ts';
import { exitsOf, type Step, STEP_DEFINITIONS } from '../../../src/journey/steps/index.ts';
import { verifyDittofeed } from './dittofeed.ts';
import type { WrittenFiles } from './roundTrip.ts';

/** The steps one after the other by their first exits; other exits lead out. `entry` is everyone at once. */
export function inRow(
  steps: Readonly<Record<string, Step>>,
  settings: Partial<JourneySettings> = {},
): Journey {
  const empty = createJourney({
    id: journeyId('row'),
    luckId: 'row',
    name: 'Row',
    start: '2026-03-02T08:00:00Z',
  });
  const all: Readonly<Record<string, Step>> = { entry: STEP_DEFINITIONS.entry.defaults(), ...steps };
  const ids = Object.keys(all).map((id) => stepId(id));
  const links = Object.fromEntries(
    ids.flatMap((id, index) => {
      const [to, step] = [ids[index + 1], all[id]];
      const [exit] = step ? exitsOf(step) : [];
      return to && exit ? [[id, { [exit]: to }]] : [];
    }),
  );
  return { ...empty, settings: { ...empty.settings, ...settings }, steps: { ...all }, links, layout: {} };
}

/** The files of a journey, which are right, and what is in them. */
export async function exported(
  journey: Journey,
  options?: ExportOptions,
): Promise<WrittenFiles & { readonly all: Bodies }> {
  const done = await converter.export(journey, options);
  if (!done.ok) throw new Error(done.problems.map(({ words }) => words).join('\n'));
  expect(verifyDittofeed(done.files)).toEqual([]);
  const read = (kind: string) =>
    JSON.parse(done.files.find(({ name }) => name.includes(kind))?.text ?? '[]') as Body[];
  const all = {
    templates: read('templates'),
    segments: read('segments'),
    groups: read('groups'),
    properties: read('properties'),
    journey: read('journeys')[0]!,
  };
  return { ...done, all };
}

export interface Body {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly definition: Readonly<Record<string, unknown>> & {
    readonly nodes: readonly (Readonly<Record<string, unknown>> & {
      readonly id: string;
      readonly type: string;
    })[];
  };
}
export interface Bodies {
  readonly templates: readonly Body[];
  readonly segments: readonly Body[];
  readonly groups: readonly Body[];
  readonly properties: readonly Body[];
  readonly journey: Body;
}

export function nodeTypes({ all }: { readonly all: Bodies }): readonly string[] {
  return all.journey.definition.nodes.map(({ id, type }) => `${id} ${type}`);
}

export function codesOf(fits: readonly Fit[], step?: string): readonly string[] {
  return fits.filter((fit) => fit.step === step).map(({ code }) => code);
}
