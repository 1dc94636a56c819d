import type { ExportOptions } from '../../../src/journey/portability.ts';
import type { ImportOptions } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { verifyParcelvoy } from './parcelvoy.ts';

/** A step of a file, to be looked at and changed. */
export interface LooseStep {
  type: string;
  x?: number;
  y?: number;
  name?: string;
  data?: Record<string, unknown>;
  children?: LooseChild[];
}

interface LooseChild {
  external_id: string;
  path?: string;
  data?: Record<string, unknown>;
}

export type LooseSteps = Record<string, LooseStep>;

/** What is made of a journey, its file read again. Throws where nothing is, or where the file is wrong. */
export async function exportedSteps(journey: Journey, options: ExportOptions = {}) {
  const done = await converter.export(journey, options);
  if (!done.ok) throw new Error(done.problems.map(({ words }) => words).join('\n'));
  const faults = verifyParcelvoy(done.files, { tolerant: journey.origin !== undefined });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { ...done, steps: JSON.parse(done.files[0]?.text ?? '') as LooseSteps };
}

/** What is read of steps, with its warnings as `path code`. */
export async function importedSteps(steps: LooseSteps | string, options: ImportOptions = {}) {
  const text = typeof steps === 'string' ? steps : JSON.stringify(steps);
  const done = await converter.import([{ name: 'mine.json', type: 'application/json', text }], options);
  if (!done.ok) throw new Error(done.problems.map(({ words, path }) => `${path}: ${words}`).join('\n'));
  return { ...done, codes: done.warnings.map(({ code, path }) => `${path ?? ''} ${code}`) };
}

export function stepIn(journey: Journey, id: string): Step | undefined {
  return journey.steps[stepId(id)];
}

/** `s0 > s1 > …`: an entrance, steps of the given types and data, and an exit, one after the other. */
export function chainOf(...nodes: readonly LooseStep[]): LooseSteps {
  const all: readonly LooseStep[] = [
    { type: 'entrance', data: { trigger: 'event', event_name: 'go' } },
    ...nodes,
    { type: 'exit', data: { entrance_uuid: 's0' } },
  ];
  return Object.fromEntries(
    all.map((node, index) => {
      const children = index < all.length - 1 ? { children: [{ external_id: `s${index + 1}` }] } : {};
      return [`s${index}`, { x: 0, y: index * 100, ...node, ...children }];
    }),
  );
}
