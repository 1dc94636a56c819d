import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { movingOf, whenKnown } from '../../src/journey/whenKnown.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { EVERYONE, type Rule } from '../../src/journey/rules.ts';
import { CountWork } from '../../src/simulation/countWork.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { audienceWith, textColumn } from '../audience/audiences.ts';
import { randomRule } from '../support/randomRule.ts';
import { Ran, smallJourney } from '../support/tinyRun.ts';

const ROWS = 20_000;
const nothingMoves = movingOf([]);
const knownBefore = randomRule.filter((rule) => whenKnown(rule, nothingMoves) !== 'running');

const counting = new CountWork();
counting.open(sampleSource(ROWS));
const running = new ShardWork();
running.open(sampleSource(ROWS));

/** A full run of the whole sample through one split at the start. */
function runSplit(rules: readonly Rule[]): Ran {
  const branches = rules.map((rule, index) => ({ id: `b${index}`, name: `B${index}`, rule }));
  const journey = smallJourney({
    steps: { split: { kind: 'split', branches } },
    links: ['entry>next>split'],
  });
  const compiled = compile({
    journeys: [journey],
    schema: sampleSchema(ROWS),
    policies: NO_POLICIES,
    calibration: BENCHMARKS_ONLY,
  });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { program } = compiled;
  const contacts = { kind: 'range', from: 0, to: ROWS, of: ROWS } as const;
  return new Ran(program, running.run({ program, seed: 5, contacts }));
}

describe('a count of a rule', () => {
  it('is the number of contacts that take the branch in a full run', () => {
    fc.assert(
      fc.property(fc.array(knownBefore, { minLength: 1, maxLength: 4 }), (rules) => {
        const ran = runSplit(rules);
        const taken = rules.map((rule, index) => ({
          kind: 'all' as const,
          rules: [{ kind: 'none' as const, rules: rules.slice(0, index) }, rule],
        }));
        expect(counting.count(taken)).toEqual(rules.map((_, index) => ran.exit('split', `b${index}`)));
        expect(counting.count([{ kind: 'none', rules }])).toEqual([ran.exit('split', 'else')]);
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  it('of a lone branch is a full run’s, whatever was asked before', () => {
    fc.assert(
      fc.property(knownBefore, (rule) => {
        expect(counting.count([rule, rule])).toEqual(new Array(2).fill(runSplit([rule]).exit('split', 'b0')));
      }),
      { seed: 21, numRuns: 40 },
    );
  });

  it('is missing where only a run can tell', () => {
    const opened: Rule = { kind: 'behaviour', did: 'opened' };
    const asked: Rule[] = [EVERYONE, opened, { kind: 'any', rules: [EVERYONE, opened] }];
    expect(counting.count(asked)).toEqual([ROWS, undefined, undefined]);
  });

  it('of an imported audience knows the columns that it was brought', () => {
    const audience = audienceWith({ plan: textColumn('a', 'b', 'b') });
    const work = new CountWork();
    work.open({ kind: 'columns', audience: { ...audience, columns: [] } });
    work.learn(audience.columns);
    expect(work.count([{ kind: 'column', column: 'plan', operator: 'is', value: 'b' }])).toEqual([2]);
  });

  it('cannot be asked for before there is an audience', () => {
    expect(() => new CountWork().count([EVERYONE])).toThrow('before its audience was opened');
  });
});
