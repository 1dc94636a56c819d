import { isObject } from '../kept.ts';
import type { Json } from './types.ts';

const SLIP = 'rehearsal';

/**
 * What the platform has no word for, beside what it has: `metaData` is for whoever draws the journey, and the platform executes nothing of it.
 * Readers believe a slip only as far as the activity still says what we write for it: somebody may have changed it there.
 */
export function withSlip(metaData: Json, slip: Json): Json {
  return Object.values(slip).some((value) => value !== undefined) ? { ...metaData, [SLIP]: slip } : metaData;
}

/** The slip of an activity, outcome or trigger, or of the `UiMetaData` of a condition; empty: there is none. */
export function slipOf(metaData: unknown): Json {
  const slip = isObject(metaData) ? metaData[SLIP] : undefined;
  return isObject(slip) ? slip : {};
}
