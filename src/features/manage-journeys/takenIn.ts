import type { Journey } from '../../journey/journey.ts';
import { importedBeside } from './copies.ts';

/**
 * A journey out of another program’s file, under the name that was typed. It has the luck of the journey that the file was made from, else
 * its own, which some files carry: a run of it gives the numbers that it gave before.
 */
export function takenIn(journey: Journey, typed: string, base: Journey = journey): Journey {
  const name = typed.trim();
  return importedBeside(journey, base, name === '' ? journey.name : name);
}
