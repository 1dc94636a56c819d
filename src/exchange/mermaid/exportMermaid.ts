import { linksOf, stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Step, StepKind } from '../../journey/steps/index.ts';
import { boxIds } from './boxIds.ts';
import { quotedLabel } from './chart/labelText.ts';
import { exitLabels } from './exitLabels.ts';
import { BEGIN, END, writeRemarks } from './writeRemarks.ts';

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
 * The journey as a Mermaid flowchart: steps, names, kinds (as classes) and links as a drawing that everyone can read and edit, and after it,
 * in comments, what a drawing cannot say: rules, contents, times, settings. Between its first and its last comment nothing may be missing. `importMermaid` puts both together again.
 */
export function exportMermaid(journey: Journey): string {
  const boxes = boxIds(journey);
  const steps = stepEntries(journey).map(
    ([id, step]) => `  ${boxes.get(id) ?? id}${boxed(step)}:::${step.kind}`,
  );
  const labels = new Map(stepEntries(journey).map(([id, step]) => [id, exitLabels(step)]));
  const links = linksOf(journey).flatMap(({ from, exit, to }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    const label = labels.get(from)?.get(exit);
    if (a === undefined || b === undefined || label === undefined) return [];
    return [label === '' ? `  ${a} --> ${b}` : `  ${a} -->|${quotedLabel(label)}| ${b}`];
  });
  return `${['flowchart LR', BEGIN, ...steps, ...links, ...writeRemarks(journey, boxes), END].join('\n')}\n`;
}

function boxed(step: Step): string {
  const [open, close] = BRACKETS[step.kind];
  return `${open}${quotedLabel(step.name)}${close}`;
}
