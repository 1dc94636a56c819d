import { MAX_MINUTES } from '../../journey/schema/values.ts';
import { clip } from '../../journey/schemaWords.ts';
import { clockOf } from './dates.ts';
import type { Node } from './graph.ts';
import { dataOf, type Reading } from './reading.ts';
import { isLength, isUnit, sizeOf } from './readWait.ts';

/** Warns of what delays say that is no length, unit or time of day, and of what stands there instead. */
export function doubtDelays(reading: Reading, nodes: Iterable<Node>): void {
  for (const node of nodes)
    for (const [key, words] of Object.entries(doubtsOf(node)))
      if (words !== undefined)
        reading.draft.warn({ code: 'delay-unclear', words, path: `${node.path}.data.${key}` });
}

type Doubts = Readonly<Record<string, string | undefined>>;

function doubtsOf(node: Node): Doubts {
  const data = dataOf(node);
  switch (node.action.type) {
    case 'time-delay':
      return {
        unit: unitDoubt(data['unit']),
        value: lengthDoubt(data['value'], data['unit']),
        secondary_value: saysNothing(data['secondary_value'])
          ? undefined
          : lengthDoubt(data['secondary_value'], 'minutes'),
        delay_until_time: clockDoubt(data['delay_until_time']),
      };
    case 'countdown-delay':
      return {
        unit: unitDoubt(data['unit']),
        value: lengthDoubt(data['value'], data['unit']),
        delay_until_time: clockDoubt(data['delay_until_time']),
      };
    case 'target-date':
      return { target_time: clockDoubt(data['target_time']) };
    default:
      return {};
  }
}

function lengthDoubt(value: unknown, unit: unknown): string | undefined {
  if (!isLength(value)) return `${shown(value)} is no length of a delay: it counts as 0.`;
  return value * sizeOf(typeof unit === 'string' ? unit : 'days') > MAX_MINUTES
    ? `${shown(value)} is longer than any wait here can be: the longest stands there instead.`
    : undefined;
}

function unitDoubt(unit: unknown): string | undefined {
  return saysNothing(unit) || isUnit(unit)
    ? undefined
    : `${shown(unit)} is no unit of a delay: it is read as ${typeof unit === 'string' ? 'minutes' : 'days'}.`;
}

function clockDoubt(time: unknown): string | undefined {
  return saysNothing(time) || clockOf(time) !== undefined
    ? undefined
    : `${shown(time)} is no time of day: the delay is read without one.`;
}

function saysNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function shown(value: unknown): string {
  if (value === undefined) return 'Nothing';
  // Numbers that are too large for JSON are no text in it.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return `“${clip(text)}”`;
}
