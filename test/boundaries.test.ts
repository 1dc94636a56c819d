import { describe, expect, it } from 'vitest';
import { breaches, permitted } from './support/boundaries/breaches.ts';
import { cruiseProject, cruiseTree, options } from './support/boundaries/cruiseTree.ts';

const rules = options.ruleSet?.forbidden ?? [];

const planted = rules.flatMap(({ name = '' }) =>
  (breaches[name] ?? []).map((tree) => {
    const [[from, text] = ['', ''], other] = Object.entries(tree);
    return { name, tree, from, arrow: `${from} → ${other?.[0] ?? text.trim()}` };
  }),
);

describe('the boundary rules', () => {
  it('have each a planted breach', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(breaches).sort());
  });

  it('speak to the person who broke them', () => {
    for (const { comment } of rules) expect(comment).toMatch(/^.{40,}[.?]$/s);
  });

  it.each(planted)('$name alone catches $arrow', async ({ name, from, tree }) => {
    const { summary } = await cruiseTree(tree);
    const fired = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
    expect(new Set(fired.map(({ rule }) => rule))).toEqual(new Set([name]));
    expect(fired.map(({ from }) => from)).toContain(from);
  });

  it('let the permitted arrows pass', async () => {
    const { summary } = await cruiseTree(permitted);
    expect(summary.violations).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(Object.keys(permitted).length);
  });

  // With a TypeScript that it cannot read, dependency-cruiser sees no modules and is content.
  it('see the files and type imports of this project', async () => {
    const { modules } = await cruiseProject();
    expect(modules.filter(({ source }) => source.startsWith('src/')).length).toBeGreaterThan(10);
    const arrows = modules.flatMap(({ dependencies }) => dependencies);
    expect(arrows.some(({ dependencyTypes }) => dependencyTypes.includes('type-only'))).toBe(true);
  });
});
