import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { ExchangeFile, Exported, Fit } from '../../../src/journey/portability.ts';
import type { Converter } from '../../../src/exchange/contract.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { sampleAudience } from '../sampleAudience.ts';
import { programOf, run, tryCompile } from '../simulate.ts';

const CONTACTS = 400;
const SEED = 7;

/** What a journey comes to over the sample audience, for comparing byte by byte. */
export function outcome(journey: Journey): unknown {
  const program = programOf(journey, sampleAudience);
  return run(program, { contacts: CONTACTS, seed: SEED, audience: sampleAudience });
}

export type WrittenFiles = Extract<Exported, { ok: true }>;

/** The files of a journey that can be exported. */
export async function written(converter: Converter, journey: Journey): Promise<WrittenFiles> {
  const exported = await converter.export(journey);
  if (!exported.ok) throw new Error(exported.problems.map(({ words }) => words).join('\n'));
  return exported;
}

/** The journey in files that can be read, over the columns of the sample audience. */
export async function readBack(
  converter: Converter,
  files: readonly ExchangeFile[],
  base?: Journey,
): Promise<Journey> {
  const imported = await converter.import(files, { base });
  if (!imported.ok)
    throw new Error(imported.problems.map(({ words, path }) => `${path}: ${words}`).join('\n'));
  return imported.journey;
}

/** Whether the report promises that importing the files brings back all that a run depends on. */
export function promisesAll(fits: readonly Fit[]): boolean {
  return fits.every(({ returns }) => returns);
}

export interface RoundTrips {
  /** Journeys that were promised to come back whole. */
  readonly promised: number;
  /** Step kinds that were in one of them. */
  readonly kinds: ReadonlySet<string>;
  readonly tried: number;
}

/**
 * The law of both ways: whatever the report promises to bring back comes back with the same results, byte for byte; nothing that can be
 * exported fails to be read, has errors, or changes when it is exported again. Tells how often the promise was made, for the caller to
 * see that it was made often enough.
 */
export async function tryRoundTrips(
  converter: Converter,
  journeys: fc.Arbitrary<Journey>,
  { seed, numRuns }: { readonly seed: number; readonly numRuns: number },
): Promise<RoundTrips> {
  let [tried, promised] = [0, 0];
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(journeys, async (journey) => {
      const exported = await converter.export(journey);
      // Some random journeys have rates that no contacts can have.
      if (!exported.ok || !tryCompile(journey, sampleAudience).ok) return;
      tried += 1;
      const again = await readBack(converter, exported.files, journey);
      expect(findErrors(again)).toEqual([]);
      if (!promisesAll(exported.fits)) return;
      promised += 1;
      for (const { kind } of Object.values(journey.steps)) kinds.add(kind);
      expect(outcome(again)).toEqual(outcome(journey));
    }),
    { seed, numRuns },
  );
  return { tried, promised, kinds };
}
