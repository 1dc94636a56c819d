import { expect, it } from 'vitest';
import { csvText } from '../../src/ui/csvText.ts';

const lines = (text: string) => text.slice(1).split('\r\n');

it('begins with a byte order mark and ends every line with CRLF', () => {
  expect(csvText(['Day', 'Sent'], [['22 Nov', 1240]])).toBe('\uFEFFDay,Sent\r\n22 Nov,1240\r\n');
});

it('quotes what holds commas, quotes, breaks or outer spaces', () => {
  const [, row] = lines(csvText(['a'], [['Hi, there', 'say "yes"', ' padded', 'two words']]));
  expect(row).toBe('"Hi, there","say ""yes"""," padded",two words');
  expect(csvText(['a'], [['one\ntwo']])).toContain('"one\ntwo"');
});

it.each(['=1+1', '+46 70 123', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1'])(
  'no spreadsheet takes %j for a formula',
  (cell) => {
    const [, row = ''] = csvText(['a'], [[cell]]).split('\r\n', 2);
    expect(row.replace(/^"/, '').startsWith(`'`)).toBe(true);
  },
);

it('a negative number stays a number, as a figure and as a text', () => {
  const [, row] = lines(csvText(['a'], [[-12.5, '-12.5', 0.1 + 0.2]]));
  expect(row).toBe('-12.5,-12.5,0.3');
});

it('what is missing or not a number is an empty cell', () => {
  const [, row] = lines(csvText(['a'], [[undefined, NaN, Infinity, '']]));
  expect(row).toBe(',,,');
});

it('headings are as safe as cells', () => {
  expect(lines(csvText(['=cmd', 'ok'], []))[0]).toBe(`'=cmd,ok`);
});

it('leaves out the noise of sums in binary, and nothing that anybody counts', () => {
  const [, row] = lines(csvText(['a'], [[3651.9999999999995, 0.1 + 0.2, 123456789012, 0.000012345]]));
  expect(row).toBe('3652,0.3,123456789012,0.000012345');
});
