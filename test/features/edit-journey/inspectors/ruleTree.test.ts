import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  depthOf,
  groupBeside,
  movedInto,
  movedOut,
  movedRow,
  negated,
  ungrouped,
  wrapped,
} from '../../../../src/features/edit-journey/inspectors/ruleTree.ts';
import type { Group, Rule } from '../../../../src/journey/rules.ts';
import { movingOf, whenKnown } from '../../../../src/journey/whenKnown.ts';
import { CountWork } from '../../../../src/simulation/countWork.ts';
import { sampleSource } from '../../../../src/simulation/sampleAudience.ts';
import { randomRule } from '../../../support/randomRule.ts';

const tag = (name: string): Rule => ({ kind: 'tag', tag: name });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(tag) as [Rule, Rule, Rule, Rule];
const all = (...rules: Rule[]): Group => ({ kind: 'all', rules });
const any = (...rules: Rule[]): Group => ({ kind: 'any', rules });
const none = (...rules: Rule[]): Group => ({ kind: 'none', rules });

const ROWS = 5_000;
const counting = new CountWork();
counting.open(sampleSource(ROWS));

describe('rows of a rule', () => {
  it.each<[string, Group, Group]>([
    ['moves up', movedRow(all(a, b, c), 2, -1), all(a, c, b)],
    ['is wrapped', wrapped(any(a, b), 1), any(a, all(b))],
    ['opens its group where it stands', ungrouped(all(a, any(b, c), d), 1), all(a, b, c, d)],
    ['goes into the group after it, at its start', movedInto(all(a, any(b), c), 0, 1), all(any(a, b), c)],
    ['goes into the group before it, at its end', movedInto(all(any(b), c), 1, 0), all(any(b, c))],
    ['comes out right behind its group', movedOut(all(any(a, b), c), 0, 0), all(any(b), a, c)],
    ['stays where it would leave the group', movedRow(all(a, b), 0, -1), all(a, b)],
    ['is not opened when it is no group', ungrouped(all(a), 0), all(a)],
  ])('%s', (_, after, wanted) => expect(after).toEqual(wanted));

  it('has a group beside it, the one below first', () => {
    expect(groupBeside(all(any(), a, any()), 1)).toBe(2);
    expect(groupBeside(all(any(), a, b), 1)).toBe(0);
    expect(groupBeside(all(any(), a, b), 2)).toBeUndefined();
  });

  it('counts groups within groups', () => {
    expect([a, all(), all(a, any(none(b)))].map(depthOf)).toEqual([0, 1, 3]);
  });
});

describe('a negated rule', () => {
  it('is matched by exactly the others', () => {
    const known = randomRule.filter((rule) => whenKnown(rule, movingOf([])) !== 'running');
    fc.assert(
      fc.property(known, (rule) => {
        const not = negated(rule);
        const [one = NaN, other = NaN, both] = counting.count([rule, not, all(rule, not)]);
        expect([one + other, both]).toEqual([ROWS, 0]);
      }),
      { seed: 30, numRuns: 200 },
    );
  });

  it.each<[Rule, Rule]>([
    [any(a, b), none(a, b)],
    [none(a, b), any(a, b)],
    [all(a, b), none(all(a, b))],
    [none(all(a, b)), all(a, b)],
    [a, none(a)],
    [
      { kind: 'column', column: 'plan', operator: 'is', value: 'x' },
      { kind: 'column', column: 'plan', operator: 'isNot', value: 'x' },
    ],
  ])('of %j is %j', (rule, wanted) => expect(negated(rule)).toEqual(wanted));
});
