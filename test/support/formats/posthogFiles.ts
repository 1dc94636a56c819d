import type { Imported, ImportOptions } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/posthog/converter.ts';

export function importing(value: unknown, options: ImportOptions = {}): Promise<Imported> {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return converter.import([{ name: 'a.hogflow.json', type: 'application/json', text }], options);
}

export async function read(
  value: unknown,
  options: ImportOptions = {},
): Promise<Extract<Imported, { ok: true }>> {
  const imported = await importing(value, options);
  if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
  return imported;
}

export async function problemsOf(value: unknown): Promise<readonly string[]> {
  const imported = await importing(value);
  return imported.ok ? [] : imported.problems.map(({ words, path }) => `${path ?? ''}: ${words}`);
}

/** A workflow: trigger → the given actions in a row → exit, with more edges. */
export function flow(actions: readonly object[], edges: readonly object[] = [], more: object = {}) {
  const ids = ['t', ...actions.map((action) => (action as { readonly id: string }).id), 'x'];
  return {
    name: 'Flow',
    exit_condition: 'exit_only_at_end',
    actions: [
      { id: 't', name: 'Trigger', type: 'trigger', config: { type: 'batch', filters: { properties: [] } } },
      ...actions,
      { id: 'x', name: 'Exit', type: 'exit', config: { reason: 'Done' } },
    ],
    edges: [...ids.slice(1).map((to, index) => ({ from: ids[index], to, type: 'continue' })), ...edges],
    ...more,
  };
}
