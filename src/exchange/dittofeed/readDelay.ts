import { minutes, type Minutes, MINUTES_PER_DAY } from '../../journey/units.ts';
import { MAX_MINUTES } from '../../journey/schema/values.ts';
import { type WaitUntil, WEEKDAYS } from '../../journey/steps/wait.ts';
import { objectAt, textAt } from './keptDocument.ts';
import { columnOf } from './paths.ts';
import type { Piece, PieceDoubt, Reading } from './reading.ts';
import type { ReadNode } from './shapes.ts';
import type { Body } from './types.ts';

export type Delay = Extract<ReadNode, { type: 'DelayNode' }>;
type LocalTime = Extract<Delay['variant'], { type: 'LocalTime' }>;

const DAY_SECONDS = MINUTES_PER_DAY * 60;

/** Whole minutes; a part of one counts as one. */
export function minutesOf(seconds: number): Minutes {
  return minutes(Math.min(MAX_MINUTES, Math.ceil(seconds / 60)));
}

export function secondsDoubts(seconds: number): readonly PieceDoubt[] {
  if (seconds % 60 === 0) return [];
  return [
    { code: 'seconds-rounded', words: `${seconds} seconds are read as ${minutesOf(seconds)} minutes.` },
  ];
}

export function readDelay(reading: Reading, node: Delay, raw: Body): Piece {
  const { variant, id } = node;
  const folded = variant.type === 'LocalTime' ? ourDays(reading, node, variant) : undefined;
  if (folded) return pieceOf(reading, node, folded.until, { last: folded.last });
  switch (variant.type) {
    case 'Second':
      return pieceOf(
        reading,
        node,
        { type: 'duration', minutes: minutesOf(variant.seconds) },
        { raw, doubts: secondsDoubts(variant.seconds) },
      );
    case 'UserProperty': {
      const column = columnOfProperty(reading, variant.userProperty);
      const offset = Math.round((variant.offsetSeconds ?? 0) / 60);
      const signed = variant.offsetDirection === 'before' ? -offset : offset;
      const offsetMinutes = Math.max(-MAX_MINUTES, Math.min(MAX_MINUTES, signed)) + 0;
      const doubts = [
        ...(reading.property(variant.userProperty) ? [] : [unknownProperty(id, variant.userProperty)]),
      ];
      return pieceOf(reading, node, { type: 'date', column, offsetMinutes }, { raw, doubts });
    }
    case 'LocalTime':
      return pieceOf(reading, node, untilOf(variant), { raw, doubts: daysDoubts(variant) });
  }
}

function unknownProperty(id: string, property: string): PieceDoubt {
  const words = `The delay “${id}” waits for the user property “${property}”, which is not in the file: it is read as a column of that name.`;
  return { code: 'property-unknown', words, lacks: { kind: 'userProperties', id: property } };
}

export function columnOfProperty(reading: Reading, id: string): string {
  const body = reading.property(id);
  const path = textAt(objectAt(body, 'definition'), 'path');
  return path === undefined ? (textAt(body, 'name') ?? id) : columnOf(path);
}

function pieceOf(
  reading: Reading,
  node: Delay,
  until: WaitUntil,
  { raw, doubts, last = node }: { raw?: Body; doubts?: readonly PieceDoubt[]; last?: Delay },
): Piece {
  return {
    key: node.id,
    step: { kind: 'wait', name: reading.nameOf(node.id, 'wait', 'Wait'), until },
    exits: { next: last.child },
    ...(raw && { raw: () => raw }),
    ...(doubts && { doubts }),
  };
}

export function clockOf({ hour, minute = 0 }: LocalTime): string {
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

/** What one delay until a time is: named days count from today, as those of a wait do not. */
function untilOf(variant: LocalTime): WaitUntil {
  const at = clockOf(variant);
  const days = [...new Set(variant.allowedDaysOfWeek ?? [])];
  if (days.length === 7) return { type: 'daysAt', days: 0, at };
  const weekday = days.length === 1 ? WEEKDAYS[((days[0] ?? 0) + 6) % 7] : undefined;
  return weekday ? { type: 'weekday', weekday, at } : { type: 'timeOfDay', at };
}

function daysDoubts(variant: LocalTime): readonly PieceDoubt[] {
  const days = new Set(variant.allowedDaysOfWeek ?? []).size;
  const at = clockOf(variant);
  if (days > 1 && days < 7)
    return [
      {
        code: 'days-dropped',
        words: `The delay until ${at} on some days of the week is read as one until ${at} on any day.`,
      },
    ];
  if (days === 1 && at !== '00:00')
    return [
      {
        code: 'weekday-later',
        words: `The delay until ${at} on a weekday is read as one until a later date: on Dittofeed today counts, if the time is still to come.`,
      },
    ];
  return [];
}

/** Midnights that are counted, as `writeWait` writes them. */
function ourDays(
  reading: Reading,
  node: Delay,
  variant: LocalTime,
): { readonly until: WaitUntil; readonly last: Delay } | undefined {
  if (clockOf(variant) !== '00:00' || variant.allowedDaysOfWeek) return undefined;
  const between = reading.helper(node.id, 'days', 'DelayNode');
  const midnight = between && reading.helper(node.id, 'midnight', 'DelayNode');
  const at = reading.helper(node.id, 'at', 'DelayNode');
  const row = [node, ...(between && midnight ? [between, midnight] : []), ...(at ? [at] : [])];
  const last = row.at(-1);
  if (!last || row.length === 1 || !isInRow(row)) return undefined;
  const then = last.variant.type === 'LocalTime' ? last.variant : undefined;
  const days =
    between?.variant.type === 'Second' ? (between.variant.seconds - DAY_SECONDS / 2) / DAY_SECONDS + 2 : 1;
  if (!then || !Number.isInteger(days) || days < 1 || days > 36_500) return undefined;
  const [day, another] = then.allowedDaysOfWeek ?? [];
  if (another !== undefined || (day !== undefined && between)) return undefined;
  for (const { id } of row.slice(1)) reading.done.add(id);
  const clock = clockOf(then);
  const weekday = day === undefined ? undefined : WEEKDAYS[(day + 6) % 7];
  return {
    last,
    until: weekday ? { type: 'weekday', weekday, at: clock } : { type: 'daysAt', days, at: clock },
  };
}

function isInRow(row: readonly Delay[]): boolean {
  return row.every((delay, index) => index === row.length - 1 || delay.child === row[index + 1]?.id);
}
