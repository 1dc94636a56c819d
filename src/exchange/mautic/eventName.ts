import { type JsonObject, LONGEST_NAME } from './campaign.ts';

const LONGEST = 10_000;

/** What an event of a file is called: its name, or else its type. */
export function nameOfEvent({ name, type }: JsonObject): string {
  const called = typeof name === 'string' && name.trim() !== '' ? name : String(type);
  return called.slice(0, LONGEST);
}

/** As long as Mautic’s column; never empty, which the builder would not take. */
export function eventName(name: string): string {
  const short = Array.from(name.trim()).slice(0, LONGEST_NAME).join('');
  return short === '' ? 'Untitled' : short;
}
