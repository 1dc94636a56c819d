import { expect, test } from 'vitest';
import { readJsonFile } from '../../../src/exchange/read/readJsonFile.ts';

function problemOf(text: string) {
  const read = readJsonFile({ name: 'flow.json', type: 'application/json', text });
  return read.ok ? undefined : read.problem;
}

test('what nests too deep is refused where it becomes so', () => {
  const text = `{\n  "text": "[[[[\\"[",\n  "deep": ${'['.repeat(100)}${']'.repeat(100)}\n}`;
  expect(problemOf(text)).toMatchObject({
    code: 'nested-too-deep',
    path: 'line 3, column 110',
    values: { depth: 100, line: 3, column: 110 },
  });
  expect(problemOf(text)?.words).toContain('more than 100 levels deep (line 3, column 110)');
});

test('what nests just as deep as it may is read, and brackets in texts do not count', () => {
  expect(problemOf(`${'['.repeat(100)}"[{"${']'.repeat(100)}`)).toBeUndefined();
});
