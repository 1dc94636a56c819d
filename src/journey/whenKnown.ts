import type { Rule } from './rules.ts';
import type { Step } from './steps/index.ts';

/**
 * When it is known who matches a rule. `always`: before the run, for good. `start`: before the run, and it may change during it
 * (consent is withdrawn, an update writes the column). `running`: there is nothing to know before the run.
 */
export type Known = 'always' | 'start' | 'running';

/** What update steps change about contacts while a run goes on. */
export interface Moving {
  readonly columns: Pick<ReadonlySet<string>, 'has'>;
  readonly tags: Pick<ReadonlySet<string>, 'has'>;
}

export function movingOf(steps: readonly Step[]): Moving {
  const columns = new Set<string>();
  const tags = new Set<string>();
  for (const step of steps) {
    if (step.kind !== 'update' || step.disabled === true) continue;
    for (const change of step.changes) {
      if (change.type === 'set') columns.add(change.column);
      if (change.type === 'addTag' || change.type === 'removeTag') tags.add(change.tag);
    }
  }
  return { columns, tags };
}

/** A group is known when the last of its parts is. */
export function whenKnown(rule: Rule, moving: Moving): Known {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const parts = rule.rules.map((part) => whenKnown(part, moving));
      return parts.includes('running') ? 'running' : parts.includes('start') ? 'start' : 'always';
    }
    case 'column':
      return moving.columns.has(rule.column) ? 'start' : 'always';
    case 'tag':
      return moving.tags.has(rule.tag) ? 'start' : 'always';
    case 'consent':
      return 'start';
    case 'score':
    case 'behaviour':
      return 'running';
  }
}
