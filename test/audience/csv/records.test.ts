import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sniffDelimiter } from '../../../src/audience/csv/delimiter.ts';
import { normaliseLineEnds, RecordReader, type Delimiter } from '../../../src/audience/csv/records.ts';
import { writeRecords } from './writeCsv.ts';

function readAll(pieces: readonly string[], delimiter: Delimiter): { records: string[][]; lines: number[] } {
  const reader = new RecordReader(delimiter);
  const batches = [...pieces.map((piece) => reader.feed(piece)), reader.finish()];
  return {
    records: batches.flatMap(({ records }) => records.map((record) => [...record])),
    lines: batches.flatMap((batch) => batch.lines),
  };
}

const field = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ',', ';', '\t', '|', '"', '\n', '\r\n', 'ü', '😀'),
  maxLength: 8,
});
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  );

test('what is written is read, however it is cut into pieces, with the lines on which records start', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (records, delimiter, lineEnd, lengths, endsOpen) => {
        const text = writeRecords(records, { delimiter, lineEnd });
        const whole = endsOpen && records.at(-1)!.join('') !== '' ? text.slice(0, -lineEnd.length) : text;
        const { records: read, lines } = readAll(cut(whole, lengths), delimiter);
        const expected = records.map((record) => record.map((value) => value.replaceAll('\r\n', '\n')));
        expect(read).toEqual(expected);
        let line = 1;
        for (const [index, record] of expected.entries()) {
          expect(lines[index]).toBe(line);
          line += 1 + record.join('').split('\n').length - 1;
        }
      },
    ),
    { seed: 42, numRuns: 1500 },
  );
});

function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, index = 0; at < text.length; index++) {
    const length = lengths[index % lengths.length]!;
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

test('a carriage return at the end of a piece waits for what follows', () => {
  expect(normaliseLineEnds('a\rb\r\nc\r', false)).toBe('a\nb\nc\r');
  expect(normaliseLineEnds('a\rb\r\nc\r', true)).toBe('a\nb\nc\n');
});

test('refuses text with zero bytes at once', () => {
  expect(() => new RecordReader(',').feed('a\0b')).toThrow('not a text file');
});

test.each<[string, string, Delimiter]>([
  ['the most consistent wins', 'a;b,c\n1;2,3\n4;5\n6;7', ';'],
  ['among consistent ones the one with more fields', 'a;b;c,d\n1;2;3,4\n', ';'],
  ['delimiters inside quotes do not count', '"a,b,c"|d\n"1,2,3"|4\n', '|'],
  ['a cut last line does not count', 'a;b\n1;2\n3', ';'],
  ['comma when nothing fits', 'a\nb\n', ','],
])('%s', (_, text, delimiter) => {
  expect(sniffDelimiter(text, false)).toBe(delimiter);
});

test.each<[string, string, string[][]]>([
  ['text after a closing quote belongs to the field', '"4" inch,b\n', [['4 inch', 'b']]],
  ['also when that text holds quotes', '"a"b"c",d\n', [['ab"c"', 'd']]],
  ['a quote inside a bare field is a letter', 'a"b,5" pipe\n', [['a"b', '5" pipe']]],
  ['blanks after a closing quote are nothing', '"a" ,"b"\t\n', [['a', 'b']]],
  ['quotes of nothing are an empty field', '"",""""\n', [['', '"']]],
  ['a last delimiter opens a last field', 'a,', [['a', '']]],
])('%s', (_, text, records) => {
  for (let length = 1; length <= text.length; length++)
    expect(readAll(cut(text, [length]), ',').records).toEqual(records);
});
