import { addEntry } from '../addEntry.ts';
import {
  finishOrder,
  linksOf,
  reachableFrom,
  reachedSteps,
  stepEntries,
  stepOf,
  successorsOf,
} from '../graph.ts';
import type { StepId } from '../ids.ts';
import type { Journey, Link } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { exitWords } from '../steps/exitWords.ts';
import { exitsOf, type StepKind } from '../steps/index.ts';
import { referredSteps } from './referredSteps.ts';

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
  const referred = others.length > 0 ? referredSteps(journey) : new Set();
  return others.map((id) => ({
    code: 'several-entries',
    severity: 'error',
    words: `A journey has one entry; this is one more beside “${kept}”. Remove it, or make it a journey of its own.`,
    values: { kept: kept ?? '' },
    step: id,
    ...(!referred.has(id) && { fix: { type: 'removeSteps', ids: [id] } as const }),
  }));
}

function noEntry(journey: Journey): Problem {
  return {
    code: 'no-entry',
    severity: 'error',
    words: 'Nobody can come in: the journey has no entry. Add one.',
    values: {},
    fix: addEntry(journey).edit,
  };
}

function linkProblems(journey: Journey, link: Link): readonly Problem[] {
  const { from, exit, to } = link;
  const target = stepOf(journey, to);
  const fix = { type: 'disconnect', from, exit } as const;
  const values = { exit, to: target?.name ?? to };
  const source = whatLeads(journey, link);
  if (!target) {
    const words = `${source} leads to a step “${to}” that is not in the journey. Connect it to another step.`;
    return [{ code: 'link-to-nothing', severity: 'error', words, values, step: from, fix }];
  }
  if (target.kind === 'entry') {
    const words = `${source} leads back to the entry, where nobody can come in a second time. Connect it to the step after the entry.`;
    return [{ code: 'link-into-entry', severity: 'error', words, values, step: from, fix }];
  }
  return [];
}

/** A step with one exit shows no name for it. */
function whatLeads(journey: Journey, { from, exit }: Link): string {
  const step = stepOf(journey, from);
  if (!step) return `The exit “${exit}”`;
  const exits = exitsOf(step);
  return exits.length === 1 && exits[0] === exit ? 'This step' : `The exit “${exitWords(step, exit)}”`;
}

/** One problem for all that is cut off together: the step where the way breaks, and how many are lost behind it. */
function unreachable(journey: Journey, entries: readonly StepId[]): readonly Problem[] {
  if (entries.length === 0) return [];
  const reached = reachedSteps(journey);
  const lost = new Map([...successorsOf(journey)].filter(([id]) => !reached.has(id)));
  const referred = lost.size > 0 ? referredSteps(journey) : new Set();
  const told = new Set<StepId>();
  // What is left last stands first: nothing lost leads there, unless the two lead to each other.
  return finishOrder(lost)
    .reverse()
    .flatMap((id): readonly Problem[] => {
      if (told.has(id) || !lost.has(id)) return [];
      const behind = [...reachableFrom([id], lost, reached)];
      for (const step of behind) told.add(step);
      const others = behind.length - 1;
      const mayGo = others === 0 && !referred.has(id);
      return [
        {
          code: 'unreachable-step',
          severity: 'warning',
          words: `No way leads here, so nobody gets to this step${behindWords(others)}. Connect it${others === 0 ? ' or remove it' : ''}.`,
          values: { others },
          step: id,
          ...(mayGo && { fix: { type: 'removeSteps', ids: [id] } as const }),
        },
      ];
    })
    .sort((a, b) => ((a.step ?? '') < (b.step ?? '') ? -1 : 1));
}

function behindWords(others: number): string {
  if (others === 0) return '';
  return others === 1 ? ', nor to the step behind it' : `, nor to the ${others} steps behind it`;
}
