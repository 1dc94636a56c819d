import type { EscalateOp } from '../../compile/program.ts';
import { BLOCK_CONTACTS, journeyMemory } from '../memory.ts';
import { leaveAllBy, leaveBy, trySend, VERDICT, verdicts } from '../policies.ts';
import type { Sender } from '../answers.ts';
import type { Advance } from './advance.ts';

const EXHAUSTED = 1;

/** Contacts whom no rung has reached yet, and of those the ones that stand on the rung to be tried. */
const climbing = new Int32Array(BLOCK_CONTACTS);
const onRung = new Int32Array(BLOCK_CONTACTS);

/** Tries rungs from where the last visit stopped; each that cannot be received is noted with its reason. */
export const advanceEscalate: Advance<EscalateOp> = (block, step, order, from, to) => {
  const { rungs, slot, everSlot } = step.op;
  const sender: Sender = { key: step.key | 0, counter: step.counter, slot, everSlot };
  const ladder = step.op.ladder * block.size;
  const { rung: rungOf, held } = journeyMemory(block);
  let left = to - from;
  for (let k = 0; k < left; k++) climbing[k] = order[from + k]!;
  for (let rung = 0; rung < rungs.length && left > 0; rung++) {
    let higher = 0;
    let count = 0;
    for (let k = 0; k < left; k++) {
      const i = climbing[k]!;
      if (rungOf[ladder + i] === rung) onRung[count++] = i;
      else climbing[higher++] = i;
    }
    if (count === 0) continue;
    trySend(block, rungs[rung]!, sender, onRung, 0, count, true);
    left = higher;
    for (let k = 0; k < count; k++) {
      const i = onRung[k]!;
      const verdict = verdicts[k]!;
      // A held message keeps its rung; the next one is due afresh.
      rungOf[ladder + i] = verdict === VERDICT.HELD ? rung : rung + 1;
      if (verdict === VERDICT.UNSENT) {
        held[i] = 0;
        climbing[left++] = i;
      }
    }
    leaveAllBy(block, onRung, 0, count);
  }
  for (let k = 0; k < left; k++) leaveBy(block, climbing[k]!, VERDICT.UNSENT, EXHAUSTED);
};
