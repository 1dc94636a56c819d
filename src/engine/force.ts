import type { ForcedAnswer } from '../compile/program.ts';
import { ANSWERING, DELIVERY, OPENING } from './answers.ts';
import { drawing } from './drawColumn.ts';
import { journeyMemory, peopleMemory } from './memory.ts';
import type { Block } from './block.ts';

/** The first accepts whatever has a chance at all, the other nothing but what is certain. */
const LUCKIEST = 0;
const UNLUCKIEST = 0xffffffff;

/** Puts other luck in the place of what was drawn for the send, where an answer is forced; nobody's other draws change. */
export function force(
  block: Block,
  index: number,
  forced: readonly ForcedAnswer[],
  list: Int32Array,
  count: number,
): void {
  const { contact } = peopleMemory(block.people);
  const { at } = journeyMemory(block);
  for (const answer of forced) {
    if (answer.send !== index || block.place !== 0) continue;
    for (let k = 0; k < count; k++) {
      const i = list[k]!;
      if (contact[i] === answer.contact && at[i] === answer.minute) forceDraws(answer.does, k);
    }
  }
}

function forceDraws(does: ForcedAnswer['does'], k: number): void {
  const { first, second } = drawing;
  first[OPENING + k] = does === 'ignores' ? UNLUCKIEST : LUCKIEST;
  // What is not delivered cannot be opened.
  if (does !== 'ignores') first[DELIVERY + k] = LUCKIEST;
  if (does === 'clicks') second[ANSWERING + k] = LUCKIEST;
}
