import type { JsonObject } from './campaign.ts';

const LONGEST = 10_000;

/** What an event of a file is called: its name, or else its type. */
export function nameOfEvent({ name, type }: JsonObject): string {
  const called = typeof name === 'string' && name.trim() !== '' ? name : String(type);
  return called.slice(0, LONGEST);
}
