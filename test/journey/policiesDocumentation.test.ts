import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePolicies } from '../../src/journey/readPolicies.ts';

const page = readFileSync(new URL('../../docs/policies-format.md', import.meta.url), 'utf8');

test('the example of the page is read, and shows every policy', () => {
  const [, text = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
  const parsed = parsePolicies(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ words }) => words).join('\n'));
  const { caps, quietHours, budgets, rateLimits } = parsed.policies;
  expect([caps.length, budgets.length, rateLimits.length]).toEqual([2, 1, 1]);
  expect(quietHours).toBeDefined();
});
