import type { Journey } from '../../journey/journey.ts';
import { importedAs } from './copies.ts';

/** A journey out of another program’s file, under the name that was typed. It keeps its luck: a run of it gives the numbers that it gave before. */
export function takenIn(journey: Journey, typed: string): Journey {
  const name = typed.trim();
  return { ...importedAs(journey, new Set([journey.id])), ...(name !== '' && { name }) };
}
