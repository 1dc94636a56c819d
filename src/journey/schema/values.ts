import * as z from 'zod/mini';
import { CHANNELS } from '../channels.ts';
import { type JourneyId, ID_PATTERN, isId, type StepId } from '../ids.ts';
import type { Minutes, Money, Probability } from '../units.ts';

// zod compiles schemas with `new Function` where it may; the page's content security policy forbids that and would
// report every try. Set here because every schema imports this file first.
z.config({ jitless: true });

const MAX_TEXT = 10_000;
/** A century of minutes. */
export const MAX_MINUTES = 52_560_000;

/** Any text a person may type; forms may leave it empty. */
export const text = z.string().check(z.maxLength(MAX_TEXT));

/** In JSON Schema there is no second check beside the pattern, so inherited names (see `isId`) are ruled out in it. */
const idPattern = (() => {
  const inherited = Object.getOwnPropertyNames(Object.prototype).filter(
    (name) => ID_PATTERN.test(name) && !isId(name),
  );
  return new RegExp(`^(?!(?:${inherited.sort().join('|')})$)${ID_PATTERN.source.slice(1)}`);
})();
export const id = z.string().check(z.regex(idPattern));
export const stepId = branded<StepId>(id);
/** `latest` has the shape of an id, and wins over a step of that name. */
export const stepIdOrLatest = branded<StepId | 'latest'>(id);
export const journeyId = branded<JourneyId>(id);

/** Whole minutes from 0. */
export const minutes = branded<Minutes>(wholeNumber(0, MAX_MINUTES));
export const probability = branded<Probability>(z.number().check(z.gte(0), z.lte(1)));
export const money = branded<Money>(z.number().check(z.gte(0), z.lte(1e12)));
export const channel = z.enum(CHANNELS);

export const clock = z.string().check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/));
/** A clock time that may be the end of a day. */
export const endClock = z.string().check(z.regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/));
export const isoDate = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  z.refine((value) => isInstant(`${value}T00:00:00Z`), {
    error: 'it must be a date of the calendar, such as 2026-11-21',
  }),
);
export const isoInstant = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/),
    z.refine(isInstant, { error: 'it must be a moment with its offset, such as 2026-03-02T08:00:00Z' }),
  );
export const zone = z
  .string()
  .check(z.maxLength(64), z.refine(isZone, { error: 'it must be a time zone, such as Europe/Stockholm' }));

export function wholeNumber(from: number, to: number) {
  return z.int().check(z.gte(from), z.lte(to));
}

/** At most `max` of something. */
export function list<S extends z.core.$ZodType>(item: S, max: number) {
  return z.array(item).check(z.maxLength(max));
}

/** The same schema with a branded output: it is what makes the brand true. */
function branded<T>(schema: z.core.$ZodType): z.ZodMiniType<T, T> {
  return schema as z.ZodMiniType<T, T>;
}

/** Whether that calendar moment exists: `Date.parse` takes 30 February for 2 March. */
function isInstant(value: string): boolean {
  const parsed = Date.parse(value);
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(parsed) && !Number.isNaN(day) && new Date(day).toISOString().startsWith(value.slice(0, 10))
  );
}

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
