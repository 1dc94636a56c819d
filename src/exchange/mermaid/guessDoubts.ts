import { stepOf } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import { ruleLeavesOf } from '../../journey/placedRules.ts';
import type { Problem } from '../../journey/problem.ts';
import type { Inferred } from './assembly.ts';

/** What was guessed of a drawing, a warning for each step, and which of its questions nobody can answer yet. */
export function guessDoubts(journey: Journey, inferred: readonly Inferred[]): readonly Problem[] {
  const guessed = inferred.filter(({ isSaid }) => !isSaid);
  const of = new Set(guessed.map(({ step }) => step));
  const tags = new Map<string, string>();
  for (const { rule, step } of ruleLeavesOf(journey))
    if (step !== undefined && of.has(step) && rule.kind === 'tag') tags.set(rule.tag, nameOf(journey, step));
  return [
    ...guessed.map(({ step, kind, why }) =>
      doubt('mermaid-guessed', `“${nameOf(journey, step)}” ${guessWords(KIND_WORDS[kind], why)}.`),
    ),
    ...[...tags].map(([tag, name]) =>
      doubt(
        'mermaid-tag-of-nobody',
        `“${name}” asks for the tag “${tag}”, which nobody has until it is given.`,
      ),
    ),
  ];
}

function nameOf(journey: Journey, step: Inferred['step']): string {
  return stepOf(journey, step)?.name ?? step;
}

function guessWords(kind: string, why: string): string {
  return why.startsWith('added: ') ? `was ${why.replace(':', ` as ${kind}:`)}` : `is read as ${kind}: ${why}`;
}

function doubt(code: string, words: string): Problem {
  return { code, severity: 'warning', words, values: {} };
}

const KIND_WORDS: Readonly<Record<Inferred['kind'], string>> = {
  entry: 'the entry',
  split: 'an audience split',
  experiment: 'an experiment',
  message: 'a message',
  wait: 'a wait',
  check: 'an engagement check',
  escalate: 'a channel escalation',
  update: 'an update of the contact',
  handoff: 'a hand-off',
  goal: 'a goal that contacts pass',
  exit: 'an exit',
};
