import type { ExitName } from '../../journey/ids.ts';
import { type Arm, type ExperimentStep, HOLDOUT } from '../../journey/steps/experiment.ts';
import { STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import { readDelay } from './readDelay.ts';
import type { Found, Piece, PieceDoubt, Reading } from './reading.ts';
import { readMessage } from './readMessage.ts';
import { ourCheck, readSplit, readWaitFor } from './readQuestion.ts';
import type { ReadNode } from './shapes.ts';
import { EXIT } from './types.ts';
import { HOLDOUT_NAME } from './writeSteps.ts';

/** Every node that is no part of another's step, as the steps that it is here. */
export function readPieces(reading: Reading): readonly Piece[] {
  const all = [...reading.nodes.values()];
  const pieces: Piece[] = [];
  // First the nodes that have others of ours behind them, so that those are not taken for steps.
  for (const found of all) {
    if (reading.done.has(found.node.id)) continue;
    const folded = pieceOfSeveral(reading, found);
    if (!folded) continue;
    reading.done.add(found.node.id);
    pieces.push(...folded);
  }
  for (const found of all) if (!reading.done.has(found.node.id)) pieces.push(...pieceOf(reading, found));
  return pieces;
}

/** Undefined: the node stands for itself. */
function pieceOfSeveral(reading: Reading, found: Found): readonly Piece[] | undefined {
  const { node, raw } = found;
  const before = reading.done.size;
  const pieces = (() => {
    switch (node.type) {
      case 'DelayNode': {
        const check = node.variant.type === 'Second' ? ourCheck(reading, node, node) : undefined;
        return check ? [check] : [readDelay(reading, node, raw)];
      }
      case 'SegmentSplitNode':
        return readSplit(reading, found, node);
      case 'MessageNode':
        return [readMessage(reading, node, raw)];
      case 'RandomCohortNode':
      case 'WaitForNode':
      case 'RateLimitNode':
      case 'unknown':
        return undefined;
    }
  })();
  return reading.done.size > before ? pieces : undefined;
}

function pieceOf(reading: Reading, found: Found): readonly Piece[] {
  const { node, raw } = found;
  switch (node.type) {
    case 'DelayNode':
      return [readDelay(reading, node, raw)];
    case 'SegmentSplitNode':
      return readSplit(reading, found, node);
    case 'MessageNode':
      return [readMessage(reading, node, raw)];
    case 'RandomCohortNode':
      return [readCohort(reading, found, node)];
    case 'WaitForNode':
      return readWaitFor(reading, found, node);
    case 'RateLimitNode':
      return [
        {
          key: node.id,
          step: { ...STEP_DEFINITIONS.exit.defaults(), name: 'Rate limit' },
          exits: {},
          doubts: [
            {
              code: 'rate-limit-exits',
              words: `“${node.id}” is a rate limit, which Dittofeed has not built: it lets everyone out, and so does the exit here.`,
            },
          ],
        },
      ];
    case 'unknown':
      return [readUnknown(found, node)];
  }
}

function readUnknown({ raw }: Found, { id, kind, child }: Extract<ReadNode, { type: 'unknown' }>): Piece {
  const words = `“${id}” is a ${kind}, which is not known here: a milestone stands in for it, and contacts pass.`;
  return {
    key: id,
    step: { ...STEP_DEFINITIONS.goal.defaults(), name: kind.slice(0, 200) },
    exits: { next: child },
    raw: () => raw,
    doubts: [{ code: 'node-unknown', words }],
  };
}

type Cohort = Extract<ReadNode, { type: 'RandomCohortNode' }>;

function readCohort(reading: Reading, { raw }: Found, node: Cohort): Piece {
  const doubts: PieceDoubt[] = [];
  const last = node.children.at(-1);
  const held = last?.name === HOLDOUT_NAME && node.children.length > 1 ? last : undefined;
  const weights = weightsOf(node, doubts);
  const shown = held ? node.children.slice(0, -1) : node.children;
  const names = shown.map(({ name }, index) => name ?? `Arm ${index + 1}`);
  const ids = armIds(reading, node.id, names);
  const arms = names.map((name, index): Arm => ({ id: ids[index] ?? '', name, weight: weights[index] ?? 0 }));
  const rest = weights[node.children.length] ?? 0;
  const step: ExperimentStep = {
    kind: 'experiment',
    name: reading.nameOf(node.id, 'experiment', 'Experiment'),
    arms: rest > 0 ? [...arms, { id: REST, name: 'Everyone else', weight: rest }] : arms,
    ...(held && { holdout: { weight: weights[shown.length] ?? 0, goesOn: false } }),
  };
  const exits: Record<ExitName, string> = rest > 0 ? { [REST]: EXIT } : {};
  shown.forEach(({ id }, index) => (exits[ids[index] ?? ''] = id));
  if (held) exits[HOLDOUT] = held.id;
  // Where the shares were mended, the node is written anew.
  const whole = doubts.length === 0;
  return { key: node.id, step, exits, doubts, ...(whole && { raw: () => raw }) };
}

const REST = 'rest';

/** Shares that make 100, in the order of the children, and behind them what is left: Dittofeed goes through them until a draw is reached. */
function weightsOf({ id, children }: Cohort, doubts: PieceDoubt[]): readonly number[] {
  let left = 100;
  const weights = children.map(({ percent }) => {
    const weight = Math.min(left, percent);
    left = exact(left - weight);
    return weight;
  });
  const sum = exact(children.reduce((total, { percent }) => total + percent, 0));
  if (sum > 100)
    doubts.push({
      code: 'shares-over',
      words: `The shares of “${id}” make ${sum} %. As on Dittofeed, what is beyond 100 % is cut off from the end.`,
    });
  if (sum < 100)
    doubts.push({
      code: 'shares-under',
      words: `The shares of “${id}” make ${sum} %. As on Dittofeed, everyone else leaves the journey.`,
    });
  return [...weights, left];
}

function exact(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}

/** Dittofeed’s arms have no ids: those of the journey that the file was made from, if the arms are called the same. */
function armIds(reading: Reading, id: string, names: readonly string[]): readonly string[] {
  const before = reading.baseOf(id, 'experiment')?.arms ?? [];
  const same = before.length === names.length && before.every(({ name }, index) => name === names[index]);
  return same ? before.map((arm) => arm.id) : names.map((_, index) => `arm-${index + 1}`);
}
