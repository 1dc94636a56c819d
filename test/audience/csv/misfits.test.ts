import { expect, test } from 'vitest';
import { codesOf, importOf } from './sources.ts';

test.each<[string, string, string, object]>([
  [
    'of dates but for some',
    'd,w\n2026-01-01,x\n2026-01-02,"two\nlines"\n\nsoon,x\n2026-01-03,x\nlater,x\n',
    'csvMostlyDates',
    { column: 'd', count: 2, of: 5, example: 'soon', line: 6 },
  ],
  [
    'of days before months but for one',
    'd,w\n13/1/2026,x\n31/2/2026,y\n',
    'csvMostlyDates',
    { column: 'd', count: 1, of: 2, example: '31/2/2026', line: 3 },
  ],
  [
    'of numbers but for one',
    `n,w\n${Array.from({ length: 40 }, (_, row) => `${row},x\n`).join('')}ten,x\n`,
    'csvMostlyNumbers',
    { column: 'n', count: 1, of: 41, example: 'ten', line: 42 },
  ],
])('columns %s stay text, and are told with the first', async (_, contents, code, values) => {
  const outcome = await importOf(contents);
  expect(outcome).toMatchObject({
    ok: true,
    audience: { columns: [{ data: { type: 'category' } }, {}] },
    warnings: [{ code, values }],
  });
});

test('columns of thousands of dates but for a late one are told too', async () => {
  const days = Array.from({ length: 9000 }, (_, row) => new Date(row * 86_400_000).toISOString());
  const outcome = await importOf(['d,w', ...days.map((day) => `${day},x`), 'soon,x'].join('\n'));
  expect(outcome).toMatchObject({
    warnings: [{ code: 'csvMostlyDates', values: { count: 1, of: 9001, example: 'soon', line: 9002 } }],
  });
});

test('words and post codes are no mistakes', async () => {
  const rows = Array.from({ length: 40 }, (_, row) => `word ${row},${10_000 + row}`);
  expect(codesOf(await importOf(['word,postcode', ...rows, 'x,02139', 'x,02140'].join('\n')))).toEqual([]);
});
