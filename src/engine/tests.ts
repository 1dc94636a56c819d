import type { Test } from '../compile/program.ts';
import type { Block } from './block.ts';
import { firstPrimary } from './goals.ts';
import { NEVER } from './tables.ts';

/** Whether a rule holds for a contact at minute `t`, events of that minute included. */
export function holds(block: Block, i: number, test: Test, t: number): boolean {
  const { size } = block;
  switch (test.op) {
    case 'all':
      return test.tests.every((part) => holds(block, i, part, t));
    case 'any':
      return test.tests.some((part) => holds(block, i, part, t));
    case 'none':
      return !test.tests.some((part) => holds(block, i, part, t));
    case 'bit':
      return block.columns.inputs[test.input]![block.base + i] === 1;
    case 'column': {
      const state = block.written[test.column * size + i]!;
      if (state === 0 && test.initial >= 0) return block.columns.inputs[test.initial]![block.base + i] === 1;
      return test.truth[state] === 1;
    }
    case 'tag':
      return block.tagged[test.tag * size + i] === 1;
    case 'score':
      return block.score[i]! >= test.atLeast;
    case 'behaviour':
      return behaved(block, i, test.did, test.slot, t);
    case 'consent': {
      const at = test.channel * size + i;
      const given = (block.columns.consent[block.base + i]! >> test.channel) & 1;
      return given === 1 && block.unsubscribedAt[at]! > t && block.suppressedAt[at]! > t;
    }
  }
}

function behaved(
  block: Block,
  i: number,
  did: 'received' | 'opened' | 'clicked' | 'converted',
  slot: number,
  t: number,
): boolean {
  if (did === 'converted') return firstPrimary(block, i, -1, t) <= t;
  const times = did === 'received' ? block.sentAt : did === 'opened' ? block.openAt : block.clickAt;
  return times[slot * block.size + i]! <= t;
}

/** First minute in (from, to] at which the rule holds; it is asked at the contact's events only. NEVER: not in that time. */
export function firstTrue(block: Block, i: number, test: Test, from: number, to: number): number {
  for (let t = nextEvent(block, i, from); t <= to; t = nextEvent(block, i, t)) {
    if (holds(block, i, test, t)) return t;
  }
  return NEVER;
}

/** The contact's next event after `after`: anything that a rule could read. NEVER: none is known. */
export function nextEvent(block: Block, i: number, after: number): number {
  const { size, journey, log } = block;
  let next = NEVER;
  const offer = (time: number): void => {
    if (time > after && time < next) next = time;
  };
  for (let slot = 0, at = i; slot < journey.slots; slot++, at += size) {
    offer(block.sentAt[at]!);
    offer(block.openAt[at]!);
    offer(block.clickAt[at]!);
  }
  for (let channel = 0, at = i; channel < block.program.channels.length; channel++, at += size) {
    offer(block.unsubscribedAt[at]!);
    offer(block.suppressedAt[at]!);
  }
  for (let e = log.head[i]!; e >= 0; e = log.next[e]!) offer(log.time[e]!);
  return next;
}
