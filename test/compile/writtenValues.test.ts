import { describe, expect, test } from 'vitest';
import type { AudienceColumn, Column } from '../../src/audience/audience.ts';
import type { Rule, RuleValue } from '../../src/journey/rules.ts';
import { run, smallJourney } from '../support/tinyRun.ts';

const COLUMNS: Readonly<Record<string, Column>> = {
  number: { type: 'number', values: Float64Array.of(9) },
  yesNo: { type: 'boolean', values: Uint8Array.of(0) },
  day: { type: 'date', precision: 'day', values: Float64Array.of(0) },
};

/** Whether a rule holds of a column after an update wrote a value to it. */
function holds(
  type: keyof typeof COLUMNS,
  written: RuleValue,
  question: Pick<Extract<Rule, { kind: 'column' }>, 'operator' | 'value'>,
) {
  const data = COLUMNS[type];
  const columns: AudienceColumn[] = data ? [{ name: 'it', data }] : [];
  const journey = smallJourney({
    steps: {
      write: { kind: 'update', changes: [{ type: 'set', column: 'it', value: written }] },
      ask: {
        kind: 'split',
        branches: [{ id: 'yes', name: 'Yes', rule: { kind: 'column', column: 'it', ...question } }],
      },
    },
    links: ['entry>next>write', 'write>next>ask'],
  });
  return run(journey, { columns }).exit('ask', 'yes') === 1;
}

describe('what an update writes is what the same words are in a rule', () => {
  test.each<readonly [keyof typeof COLUMNS, RuleValue, RuleValue]>([
    ['number', '5', 5],
    ['number', ' 5 ', '5'],
    ['yesNo', 'yes', true],
    ['yesNo', 1, 'true'],
    ['yesNo', 'off', false],
    ['day', '2026-03-01', '2026-03-01'],
    ['day', '2026-03-01T23:30:00', '2026-03-01'],
    ['day', '2026-03-01T23:30:00-08:00', '2026-03-01'],
  ])('%s: %j is %j', (type, written, asked) => {
    expect(holds(type, written, { operator: 'is', value: asked })).toBe(true);
    expect(holds(type, written, { operator: 'isKnown' })).toBe(true);
  });

  test.each<readonly [keyof typeof COLUMNS, RuleValue]>([
    ['number', ''],
    ['number', 'many'],
    ['yesNo', 'maybe'],
    ['day', 'soon'],
    ['day', '2026-02-30'],
  ])('%s: %j is nothing', (type, written) => {
    expect(holds(type, written, { operator: 'isUnknown' })).toBe(true);
  });
});
