import { isObject } from '../kept.ts';
import type { Json } from './types.ts';

const NOTE = 'rehearsal';

/**
 * What the platform has no word for, beside what it has: `metaData` is for whoever draws the journey, and the platform executes nothing of it.
 * Readers believe a note only as far as the activity still says what we write for it: somebody may have changed it there.
 */
export function noted(metaData: Json, note: Json): Json {
  return Object.values(note).some((value) => value !== undefined) ? { ...metaData, [NOTE]: note } : metaData;
}

/** The note of an activity, outcome or trigger, or of the `UiMetaData` of a condition; empty: there is none. */
export function noteOf(metaData: unknown): Json {
  const note = isObject(metaData) ? metaData[NOTE] : undefined;
  return isObject(note) ? note : {};
}
