import type { StepKind } from '../../journey/steps/index.ts';
import type { ImportOptions } from '../contract.ts';
import { importMermaid } from './importMermaid.ts';

/** What the boxes of a flowchart were taken for, except where the person knows better, each with the kinds it could be. */
export function readFlowchart(text: string, options: ImportOptions) {
  const read = importMermaid(text, options);
  if (!read.ok) return read;
  const guesses = read.inferred.map(({ step, kind, why, alternatives }) => ({
    step,
    kind,
    reason: why,
    alternatives: [kind, ...alternatives.filter((other): other is StepKind => other !== kind)],
  }));
  return { ok: true as const, journey: read.journey, guesses, warnings: read.warnings };
}
