import type { FactsColumn } from '../facts.ts';
import type { Rule } from '../rules.ts';
import { contains, EVERYTHING, intersection, outside, type Region, regionOf } from './regions.ts';

/**
 * A conjunction: one region per column, and conditions that are only known to be true or not (`atoms`; a `!` in front
 * stands for the opposite). A rule is a list of these, any of which may hold.
 */
export interface RuleBox {
  readonly regions: ReadonlyMap<string, Region>;
  readonly atoms: ReadonlySet<string>;
}

export type ColumnTypes = ReadonlyMap<string, FactsColumn['type']>;

/** A rule of more alternatives than this is taken as one condition that is not looked into. */
const MOST_BOXES = 32;
const ALWAYS: RuleBox = { regions: new Map(), atoms: new Set() };

/** What a rule asks, as alternatives. None: it cannot be true. */
export function boxesOf(rule: Rule, types: ColumnTypes): readonly RuleBox[] {
  switch (rule.kind) {
    case 'all':
      return every(
        rule.rules.map((part) => boxesOf(part, types)),
        rule,
      );
    case 'any': {
      const boxes = rule.rules.flatMap((part) => boxesOf(part, types));
      return boxes.length > MOST_BOXES ? atom(JSON.stringify(rule)) : boxes;
    }
    case 'none':
      return every(
        rule.rules.map((part) => opposite(part, types)),
        rule,
      );
    case 'column':
      return ofColumn(rule.column, regionIn(rule, types), JSON.stringify(rule));
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return atom(JSON.stringify(rule));
  }
}

function opposite(rule: Rule, types: ColumnTypes): readonly RuleBox[] {
  if (rule.kind === 'all' && rule.rules.length === 0) return [];
  if (rule.kind === 'any' && rule.rules.length === 0) return [ALWAYS];
  const otherwise = `!${JSON.stringify(rule)}`;
  if (rule.kind !== 'column') return atom(otherwise);
  const region = regionIn(rule, types);
  return ofColumn(rule.column, region && outside(region), otherwise);
}

function regionIn(rule: Extract<Rule, { kind: 'column' }>, types: ColumnTypes): Region | undefined {
  const type = types.get(rule.column);
  return type && regionOf(rule, type);
}

function ofColumn(column: string, region: Region | undefined, otherwise: string): readonly RuleBox[] {
  return region ? [{ regions: new Map([[column, region]]), atoms: new Set() }] : atom(otherwise);
}

function atom(words: string): readonly RuleBox[] {
  return [{ regions: new Map(), atoms: new Set([words]) }];
}

/** All of the parts at once: every alternative of one with every alternative of the next. */
function every(parts: readonly (readonly RuleBox[])[], rule: Rule): readonly RuleBox[] {
  let boxes: readonly RuleBox[] = [ALWAYS];
  for (const part of parts) {
    boxes = boxes.flatMap((box) => part.flatMap((other) => joined(box, other)));
    if (boxes.length > MOST_BOXES) return atom(JSON.stringify(rule));
  }
  return boxes;
}

function joined(a: RuleBox, b: RuleBox): readonly RuleBox[] {
  const atoms = new Set([...a.atoms, ...b.atoms]);
  if ([...atoms].some((one) => atoms.has(`!${one}`))) return [];
  const regions = new Map(a.regions);
  for (const [column, region] of b.regions) {
    const both = intersection(regions.get(column) ?? EVERYTHING, region);
    if (!both) return [];
    regions.set(column, both);
  }
  return [{ regions, atoms }];
}

/** Whether whoever matches `inner` matches `outer`. A `false` may also mean: not sure. */
export function boxContains(outer: RuleBox, inner: RuleBox): boolean {
  return (
    [...outer.atoms].every((one) => inner.atoms.has(one)) &&
    [...outer.regions].every(([column, region]) => contains(region, inner.regions.get(column) ?? EVERYTHING))
  );
}
