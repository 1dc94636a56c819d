import { linksOf, stepEntries } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { NO_RESPONSE } from '../../journey/steps/check.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import type { Step, StepKind } from '../../journey/steps/index.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import { quotedLabel } from './chart/labelText.ts';

const BRACKETS: Readonly<Record<StepKind, readonly [string, string]>> = {
  entry: ['([', '])'],
  split: ['{', '}'],
  experiment: ['{', '}'],
  message: ['[', ']'],
  wait: ['(', ')'],
  check: ['{', '}'],
  escalate: ['[[', ']]'],
  update: ['[/', '/]'],
  handoff: ['[', ']'],
  goal: ['((', '))'],
  exit: ['([', '])'],
};

/**
 * The journey as a Mermaid flowchart for documents and reviews: steps, names, kinds (as classes) and links. Rules, contents,
 * times and settings are not in it; the journey's own file keeps them.
 */
export function exportMermaid(journey: Journey): string {
  const words = vertexWords(journey);
  const steps = stepEntries(journey).map(
    ([id, step]) => `  ${words.get(id) ?? id}${boxed(step)}:::${step.kind}`,
  );
  const links = linksOf(journey).flatMap(({ from, exit, to }) => {
    const step = journey.steps[from];
    const [a, b] = [words.get(from), words.get(to)];
    if (!step || a === undefined || b === undefined) return [];
    const label = exitWords(step, exit);
    return [label === '' ? `  ${a} --> ${b}` : `  ${a} -->|${quotedLabel(label)}| ${b}`];
  });
  return `${['flowchart LR', ...steps, ...links].join('\n')}\n`;
}

function boxed(step: Step): string {
  const [open, close] = BRACKETS[step.kind];
  return `${open}${quotedLabel(step.name)}${close}`;
}

/** Words that begin a statement cannot name a box. */
const RESERVED =
  /^(?:end|graph|flowchart|subgraph|style|linkstyle|class|classdef|click|direction|acctitle|accdescr|default|href|call)$/i;

function vertexWords(journey: Journey): ReadonlyMap<StepId, string> {
  const taken = new Set<string>(Object.keys(journey.steps));
  return new Map(
    stepEntries(journey).map(([id]) => {
      // A double dash begins an arrow, wherever it stands.
      let word: string = id.replace(/-{2,}/g, '_').replace(/[-_]+$/, '_');
      while (
        RESERVED.test(word) ||
        /^(?:end|style|class|click|graph)\b/i.test(word) ||
        (word !== id && taken.has(word))
      )
        word = `s_${word}`;
      taken.add(word);
      return [id, word];
    }),
  );
}

/** What the arrow says; `importMermaid` finds the exit again by it. */
function exitWords(step: Step, exit: string): string {
  switch (step.kind) {
    case 'split':
      return exit === ELSE ? 'everyone else' : (step.branches.find(({ id }) => id === exit)?.name ?? exit);
    case 'experiment': {
      const arm = step.arms.find(({ id }) => id === exit);
      return exit === HOLDOUT
        ? `holdout · ${step.holdout?.weight ?? 0} %`
        : `${arm?.name ?? exit} · ${arm?.weight ?? 0} %`;
    }
    case 'check':
      return exit === NO_RESPONSE ? `no response ${durationWords(step.windowMinutes)}` : exit;
    case 'escalate':
    case 'handoff':
      return exit;
    case 'entry':
    case 'message':
    case 'wait':
    case 'update':
    case 'goal':
    case 'exit':
      return '';
  }
}

function durationWords(minutes: number): string {
  if (minutes % MINUTES_PER_DAY === 0) return `${minutes / MINUTES_PER_DAY} d`;
  return minutes % MINUTES_PER_HOUR === 0 ? `${minutes / MINUTES_PER_HOUR} h` : `${minutes} min`;
}
