import { CONTACT_KEY, draw } from '../../engine/random.ts';
import { TOUCH, type TouchLevel, type TouchPaths } from '../touchPaths.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { NO_GROUP, type CreditPaths } from './creditPaths.ts';

/** What credit goes to. */
export const CREDITED = ['channel', 'step', 'message'] as const;
export type Credited = (typeof CREDITED)[number];

/** As much of a run's sends as touches are read by. */
export interface TouchSend {
  readonly step: string;
  readonly channel: string;
  readonly opensReported: boolean;
}

export interface TouchReading {
  readonly credited: Credited;
  readonly level: TouchLevel;
  /** Touches older than this at the conversion do not count; undefined: all do. */
  readonly lookBackDays: number | undefined;
  /** The run's: says which group a contact is of. */
  readonly seed: number;
  readonly minorPerUnit: number;
}

/**
 * A run's touches as rows of credit: one per conversion of the primary goal, in order, and one for each sequence that nothing followed.
 * Sequences without a conversion have no time to look back from, so all their touches count.
 */
export function pathsOfTouches(
  touches: TouchPaths,
  sends: readonly TouchSend[],
  reading: TouchReading,
): CreditPaths {
  const without = touches.without[reading.level];
  const rows = touches.contact.length;
  const paths = {
    ...claimantsOf(sends, reading.credited),
    ...emptyRows(rows + without.times.length, touches.send.length + without.send.length),
  };
  const counts = sends.map(({ opensReported }) => kindThatCounts(reading.level, opensReported));
  const oldest = reading.lookBackDays === undefined ? Infinity : reading.lookBackDays * MINUTES_PER_DAY;
  let length = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = touches.from[row]!; at < touches.from[row + 1]!; at++) {
      const age = touches.minute[row]! - touches.touchMinute[at]!;
      if (touches.kind[at] !== counts[touches.send[at]!] || age > oldest) continue;
      paths.claimant[length] = paths.claimantOfSend[touches.send[at]!]!;
      paths.ageDays[length++] = age / MINUTES_PER_DAY;
    }
    paths.from[row + 1] = length;
    paths.conversions[row] = 1;
    paths.value[row] = touches.valueMinor[row]! / reading.minorPerUnit;
    paths.group[row] = groupOf(touches.contact[row]!, reading.seed);
  }
  without.times.forEach((times, way) => {
    for (let at = without.from[way]!; at < without.from[way + 1]!; at++)
      paths.claimant[length++] = paths.claimantOfSend[without.send[at]!]!;
    paths.from[rows + way + 1] = length;
    paths.nulls[rows + way] = times;
  });
  const { claimantOfSend: _, ...made } = paths;
  return { ...made, claimant: paths.claimant.slice(0, length), ageDays: paths.ageDays.slice(0, length) };
}

/** The group that a run counts a contact in. */
export function groupOf(contact: number, seed: number): number {
  return draw(seed | 0, CONTACT_KEY.GROUP, contact, 0) >>> 25;
}

function emptyRows(rows: number, touches: number): Omit<CreditPaths, 'claimants'> {
  return {
    from: new Uint32Array(rows + 1),
    claimant: new Uint16Array(touches),
    ageDays: new Float64Array(touches),
    conversions: new Float64Array(rows),
    value: new Float64Array(rows),
    nulls: new Float64Array(rows),
    group: new Uint8Array(rows).fill(NO_GROUP),
  };
}

/** Claimants in the order of the sends: a channel and a step by their ids, a message by its place among the sends. */
export function claimantsOf(
  sends: readonly TouchSend[],
  credited: Credited,
): { readonly claimants: readonly string[]; readonly claimantOfSend: Uint16Array } {
  const ids = sends.map((send, place) => (credited === 'message' ? `${place}` : send[credited]));
  const claimants = [...new Set(ids)];
  return { claimants, claimantOfSend: Uint16Array.from(ids, (id) => claimants.indexOf(id)) };
}

/** At one level a send is touched in one way, so that it is one touch. */
export function kindThatCounts(level: TouchLevel, opensReported: boolean): number {
  if (level === 'seen') return opensReported ? TOUCH.opened : TOUCH.delivered;
  return TOUCH[level];
}
