import { linksOf, reachableFrom, stepEntries, stepOf, successorsOf } from '../graph.ts';
import { freshStepId, type StepId } from '../ids.ts';
import type { Journey, Link, Position } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { STEP_DEFINITIONS, type StepKind } from '../steps/index.ts';

const COLUMN = 320;

/** Whether the steps and links are one journey: one way in, links that lead somewhere, every step on some way. */
export function findGraphProblems(journey: Journey): readonly Problem[] {
  const entries = idsOfKind(journey, 'entry');
  return [
    ...entryProblems(journey, entries),
    ...linksOf(journey).flatMap((link) => linkProblems(journey, link)),
    ...unreachable(journey, entries),
  ];
}

function idsOfKind(journey: Journey, kind: StepKind): readonly StepId[] {
  return stepEntries(journey).flatMap(([id, step]) => (step.kind === kind ? [id] : []));
}

function entryProblems(journey: Journey, entries: readonly StepId[]): readonly Problem[] {
  if (entries.length === 0) return [noEntry(journey)];
  const [first, ...others] = entries;
  const kept = first && stepOf(journey, first)?.name;
  return others.map((id) => ({
    code: 'several-entries',
    severity: 'error',
    words: `A journey has one entry; this is one more beside “${kept}”. Remove it, or make it a journey of its own.`,
    values: { kept: kept ?? '' },
    step: id,
    fix: { type: 'removeSteps', ids: [id] },
  }));
}

function noEntry(journey: Journey): Problem {
  return {
    code: 'no-entry',
    severity: 'error',
    words: 'Nobody can come in: the journey has no entry. Add one.',
    values: {},
    fix: {
      type: 'addStep',
      id: freshStepId(journey, 'entry'),
      step: STEP_DEFINITIONS.entry.defaults(),
      at: leftOfAll(journey),
    },
  };
}

function leftOfAll(journey: Journey): Position {
  const positions: readonly Position[] = Object.values(journey.layout);
  const leftmost = positions.reduce<Position | undefined>(
    (best, at) => (best && best.x <= at.x ? best : at),
    undefined,
  );
  return leftmost ? { x: leftmost.x - COLUMN, y: leftmost.y } : { x: 0, y: 0 };
}

function linkProblems(journey: Journey, link: Link): readonly Problem[] {
  const { from, exit, to } = link;
  const target = stepOf(journey, to);
  const fix = { type: 'disconnect', from, exit } as const;
  const values = { exit, to: target?.name ?? to };
  if (!target) {
    const words = `The exit “${exit}” leads to a step “${to}” that is not in the journey. Connect it to another step.`;
    return [{ code: 'link-to-nothing', severity: 'error', words, values, step: from, fix }];
  }
  if (target.kind === 'entry') {
    const words = `The exit “${exit}” leads back to the entry, where nobody can come in a second time. Connect it to the step after the entry.`;
    return [{ code: 'link-into-entry', severity: 'error', words, values, step: from, fix }];
  }
  return [];
}

function unreachable(journey: Journey, entries: readonly StepId[]): readonly Problem[] {
  if (entries.length === 0) return [];
  const reached = reachableFrom(entries, successorsOf(journey));
  return stepEntries(journey)
    .filter(([id]) => !reached.has(id))
    .map(([id]) => ({
      code: 'unreachable-step',
      severity: 'warning',
      words: 'No way leads here, so nobody gets to this step. Connect it or remove it.',
      values: {},
      step: id,
      fix: { type: 'removeSteps', ids: [id] },
    }));
}
