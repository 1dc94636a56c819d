import { stepEntries } from '../../journey/graph.ts';
import { dateColumn } from './deadWays.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Step } from '../../journey/steps/index.ts';
import { keptParts } from './keptParts.ts';
import { renderPart } from './renderPart.ts';
import type { Json } from './types.ts';
import { writeCheck } from './writeCheck.ts';
import { writeMessage } from './writeMessage.ts';
import { writeGoal, writeHandoff, writeUpdate } from './writeOthers.ts';
import { writeExperiment, writeSplit } from './writeSplit.ts';
import { writeWait } from './writeWait.ts';
import type { Part, Target, Written } from './written.ts';
import type { Writing } from './writing.ts';

export interface Steps {
  /** Those that contacts come to, in the order in which they do. */
  readonly actions: readonly Json[];
  /** The id of the first; null: nobody gets anything. */
  readonly entry: string | null;
}

/** Actions of all steps; `first`: those that must come before them, which the entry leads to. */
export function writeSteps(writing: Writing, entry: StepId, first: readonly Part[]): Steps {
  const column = dateColumn(writing.journey);
  const written = new Map<StepId, Written>();
  for (const [id, step] of stepEntries(writing.journey))
    if (id !== entry) written.set(id, keptOrNew(writing, id, step, column));
  const headOf = (from: StepId, exit: ExitName): string | null => {
    let [at, by]: readonly [StepId, ExitName] = [from, exit];
    for (;;) {
      const to: StepId | undefined = writing.journey.links[at]?.[by];
      const there: Written | undefined = to === undefined ? undefined : written.get(to);
      if (to === undefined || there === undefined || there === 'out') return null;
      if ('parts' in there) return there.parts[0].id;
      [at, by] = [to, there.pass];
    }
  };
  const all = new Map<string, { readonly part: Part; readonly step: StepId }>();
  for (const part of first) all.set(part.id, { part, step: entry });
  for (const [step, there] of written)
    if (typeof there !== 'string' && 'parts' in there)
      for (const part of there.parts) all.set(part.id, { part, step });
  const start = first[0]?.id ?? headOf(entry, 'next');
  return { actions: inOrder(writing, all, headOf, start), entry: start };
}

function keptOrNew(writing: Writing, id: StepId, step: Step, column: string | undefined): Written {
  const kept = writing.kept(id);
  const [head, ...more] = kept?.unchanged ? keptParts(kept.raw) : [];
  return head ? { parts: [head, ...more] } : write(writing, id, step, column);
}

function write(writing: Writing, id: StepId, step: Step, column: string | undefined): Written {
  switch (step.kind) {
    case 'message':
      return writeMessage(writing, { id, step });
    case 'wait':
      if (writing.isOtherKind(id))
        writing.say('emulated', id, {
          code: 'check-before-send',
          words:
            'Nobody who comes here was sent the message that it looks at: it is a delay of the length of its window.',
        });
      return writeWait(writing, { id, step }, column);
    case 'split':
      return writeSplit(writing, { id, step });
    case 'experiment':
      return writeExperiment(writing, { id, step });
    case 'check':
      return writeCheck(writing, { id, step });
    case 'update':
      return writeUpdate(writing, { id, step });
    case 'handoff':
      return writeHandoff(writing, { id, step });
    case 'goal':
      return writeGoal(writing, { id, step });
    case 'escalate':
    case 'entry':
    case 'exit':
      // Ladders were expanded, there is one entry, and leaving is a link that leads nowhere.
      return 'out';
  }
}

type Placed = ReadonlyMap<string, { readonly part: Part; readonly step: StepId }>;

/** From the first action on, ways in the order of their links; what nobody comes to is left out, and said. */
function inOrder(
  writing: Writing,
  all: Placed,
  headOf: (from: StepId, exit: ExitName) => string | null,
  start: string | null,
): readonly Json[] {
  const rendered = new Map<string, Json>();
  const open = start === null ? [] : [start];
  const reached = new Set<StepId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const placed = all.get(id);
    if (!placed || rendered.has(id)) continue;
    reached.add(placed.step);
    const to = (target: Target): string | null => {
      if (target === 'out') return null;
      return 'part' in target ? target.part : headOf(placed.step, target.exit);
    };
    const { part } = placed;
    rendered.set(id, renderPart(part, to));
    open.push(
      ...Object.values(part.links)
        .flatMap((target) => to(target) ?? [])
        .reverse(),
    );
  }
  const sources = new Set([...reached].map((step) => writing.sourceOf(step)));
  for (const [, { step }] of all) if (!sources.has(writing.sourceOf(step))) sayUnreached(writing, step);
  return [...rendered.values()];
}

function sayUnreached(writing: Writing, step: StepId): void {
  writing.say('missing', step, {
    code: 'not-reached',
    words: 'Nobody comes here in the flow, so it is left out.',
  });
}
