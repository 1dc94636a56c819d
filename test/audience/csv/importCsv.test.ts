import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/audience/audience.ts';
import { synthesise } from '../../../src/audience/synthesise.ts';
import { writeCsv } from './writeCsv.ts';
import { audienceOf, codesOf, columnOf, importOf, sourceOf, valuesOf } from './sources.ts';
import { importCsv } from '../../../src/audience/csv/importCsv.ts';

/** Text as UTF-8, numbers as bytes. */
function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => Array.from(typeof part === 'string' ? new TextEncoder().encode(part) : part)),
  );
}

/** One byte per letter, as windows-1252 has them from 160 on. */
function latin(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

function utf16(text: string, littleEndian: boolean): number[] {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return codes.flatMap((code) => (littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255]));
}

describe('encodings', () => {
  const text = 'name,città\nÅsa,Nîmes\n';
  test.each<[string, Uint8Array, string[]]>([
    ['UTF-8', bytes(text), []],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], text), []],
    ['UTF-16, little end first', bytes([0xff, 0xfe], utf16(text, true)), []],
    ['UTF-16, big end first', bytes([0xfe, 0xff], utf16(text, false)), []],
    ['windows-1252', latin(text), ['csvGuessedEncoding']],
  ])('reads %s', async (_, contents, warnings) => {
    for (const pieceBytes of [1, 5, 1000]) {
      const outcome = await importOf(contents, { pieceBytes });
      expect(codesOf(outcome)).toEqual(warnings);
      const audience = await audienceOf(contents, { pieceBytes });
      expect(audience.columns.map(({ name }) => name)).toEqual(['name', 'città']);
      expect(audience.columns.map(({ data }) => valuesOf(data)[0])).toEqual(['Åsa', 'Nîmes']);
    }
  });

  test('starts again when a late byte is no UTF-8', async () => {
    const many = 'id,name\n' + Array.from({ length: 50_000 }, (_, row) => `${row},someone`).join('\n');
    const audience = await audienceOf(bytes(many, '\n50000,M', [0xfc], 'ller\n'));
    expect(audience.rows).toBe(50_001);
    expect(valuesOf(columnOf(audience, 'name')).at(-1)).toBe('Müller');
  });
});

test.each([
  ['commas', 'a,b\n1,2'],
  ['semicolons, though there are commas', 'a;b\n1;2\n3;"4,5,6"'],
  ['tabs', 'a\tb\n1\t2'],
  ['bars', 'a|b\n1|2'],
])('finds %s between fields', async (_, contents) => {
  const audience = await audienceOf(contents);
  expect(audience.columns.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(valuesOf(columnOf(audience, 'a'))[0]).toBe(1);
});

describe('a first line that names the delimiter', () => {
  test.each([
    ['is honoured', 'sep=;\r\na;b\r\n"1,5";2\r\n'],
    ['is honoured against what the fields say', 'sep=;\na,x;b,y;c,z\n1,1;2,2;3,3\n'],
    ['may be quoted, and name a tab', '"sep=\t"\na\tb\n1\t2\n'],
    ['of none that there is leaves it to the fields', 'sep=^\na,b\n1,2\n'],
  ])('%s', async (_, contents) => {
    for (const pieceBytes of [1, 1000]) {
      const audience = await audienceOf(contents, { pieceBytes });
      expect(audience.columns[0]?.name).toMatch(/^a/);
      expect(audience.columns.length).toBeGreaterThan(1);
      expect(audience.rows).toBe(1);
    }
  });

  test('counts as a line', async () => {
    expect(await importOf('sep=;\na;b\n1;2\n3\n')).toMatchObject({
      warnings: [{ code: 'csvRaggedRows', values: { line: 4 } }],
    });
  });
});

describe('rows', () => {
  test('may have line ends of any kind, and none at the end', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const pieceBytes of [1, 3, 100]) {
        const audience = await audienceOf(['a,b', 'x,1', 'y,2'].join(end), { pieceBytes });
        expect(valuesOf(columnOf(audience, 'b'))).toEqual([1, 2]);
      }
    }
  });

  test('may be blank, and are then nobody', async () => {
    expect((await audienceOf('\n a,b\n\n1,2\n  \n\n3,4\n\n')).rows).toBe(2);
  });

  test('may hold quotes, delimiters and line ends inside quotes', async () => {
    const audience = await audienceOf('a,b\r\n"say ""hi"", twice","two\r\nlines"\r\n', { pieceBytes: 4 });
    expect(audience.columns.map(({ data }) => valuesOf(data)[0])).toEqual(['say "hi", twice', 'two\nlines']);
  });

  test('that do not fit are left out and told, with the line of the first', async () => {
    const outcome = await importOf('a,b,c\n1,2,3\n"x\ny",5,6\n7,8\n9,10,11,12\n13,14,15,,\n');
    expect(outcome).toMatchObject({
      ok: true,
      audience: { rows: 3 },
      warnings: [{ code: 'csvRaggedRows', values: { count: 2, line: 5, columns: 3 } }],
    });
  });

  test('with quotes in unusual places are told, with the line of the first', async () => {
    const outcome = await importOf('a,b\n1,2\n3,"4" inch\n5,6\n');
    expect(outcome).toMatchObject({ warnings: [{ code: 'csvStrayQuotes', values: { count: 1, line: 3 } }] });
  });
});

describe('columns', () => {
  test('without a name or with a name taken get one', async () => {
    const outcome = await importOf('a,,a,column 2,a 2\n1,2,3,4,5\n');
    expect(codesOf(outcome)).toEqual(['csvUnnamedColumn', 'csvRepeatedName']);
    expect(outcome).toMatchObject({
      audience: { columns: ['a', 'column 2 2', 'a 3', 'column 2', 'a 2'].map((name) => ({ name })) },
    });
  });

  test('may be called anything that every object has', async () => {
    const audience = await audienceOf('__proto__,constructor,customer_id\nx,y,1\n');
    expect(audience.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'customer_id']);
    expect(audience.roles).toEqual({ customer_id: 'id' });
  });

  test.each<[string, string[], Column['type'], unknown[]]>([
    ['numbers', ['1', '-2.5', '1e3', '.5', '7.'], 'number', [1, -2.5, 1000, 0.5, 7]],
    [
      'numbers with missing ones',
      ['1', '', 'NA', 'N/A', 'null', 'NULL', '2'],
      'number',
      [1, undefined, undefined, undefined, undefined, undefined, 2],
    ],
    ['post codes', ['02139', '10115'], 'category', ['02139', '10115']],
    ['phone numbers', ['+491511234567', '+491511234568'], 'category', ['+491511234567', '+491511234568']],
    ['ids too long for a number', ['123456789012345678', '1'], 'category', ['123456789012345678', '1']],
    ['infinity and hexadecimals', ['Infinity', '0x10'], 'category', ['Infinity', '0x10']],
    ['zeros and ones', ['0', '1', '', '1'], 'boolean', [false, true, undefined, true]],
    ['nothing but ones', ['1', '1'], 'number', [1, 1]],
    ['zeros, ones and twos', ['0', '1', '2'], 'number', [0, 1, 2]],
    [
      'words of yes and no',
      ['Yes', 'no', 'TRUE', 'false', 'y', '0'],
      'boolean',
      [true, false, true, false, true, false],
    ],
    ['nothing but yes', ['yes', 'yes'], 'boolean', [true, true]],
    ['yes, no and unknown', ['yes', 'no', 'unknown'], 'category', ['yes', 'no', 'unknown']],
    ['ISO dates', ['1970-01-02', '', '2024-02-29'], 'date', [1440, undefined, 28_486_080]],
    [
      'ISO times',
      ['1970-01-01T01:30Z', '1970-01-01 01:30:59+01:00', '1970-01-01T00:00:00.123-0130'],
      'date',
      [90, 30, 90],
    ],
    ['days before months', ['1/2/1970', '13/1/1970'], 'date', [44_640, 17_280]],
    ['months before days', ['1/2/1970', '1/13/1970'], 'date', [1440, 17_280]],
    ['dates with points', ['2.1.1970', '03.01.1970'], 'date', [1440, 2880]],
    ['impossible dates', ['2026-02-30', '2026-02-03'], 'category', ['2026-02-30', '2026-02-03']],
    ['words', [' a ', 'b', 'a'], 'category', ['a', 'b', 'a']],
    ['nothing', ['', 'NA', ''], 'category', [undefined, undefined, undefined]],
  ])('of %s', async (_, texts, type, values) => {
    const audience = await audienceOf(['v,w', ...texts.map((text) => `${text},x`)].join('\n'));
    const data = columnOf(audience, 'v');
    expect([data.type, valuesOf(data)]).toEqual([type, values]);
  });

  test('of ones are yes/no when their name asks', async () => {
    const audience = await audienceOf('email_consent,is_vip,orders\n1,0,1\n1,0,1\n');
    expect(audience.columns.map(({ data }) => data.type)).toEqual(['boolean', 'boolean', 'number']);
  });

  test('may use decimal commas where commas do not separate', async () => {
    expect(valuesOf(columnOf(await audienceOf('v;w\n1,5;x\n-20;y\n'), 'v'))).toEqual([1.5, -20]);
    expect(columnOf(await audienceOf('v,w\n"1,5",x\n"2,5",y\n'), 'v').type).toBe('category');
  });

  test('of dates that can be read in two ways stay text, and are told', async () => {
    const outcome = await importOf('d,w\n1/2/2026,x\n3/4/2026,y\n');
    expect(outcome).toMatchObject({ warnings: [{ code: 'csvAmbiguousDates', values: { column: 'd' } }] });
  });

  test('of times without a zone are UTC, and are told', async () => {
    const outcome = await importOf('d,w\n2026-01-01T10:00,x\n2026-01-02T10:00,y\n');
    expect(outcome).toMatchObject({
      audience: { columns: [{ data: { type: 'date', precision: 'minute' } }, {}] },
    });
    expect(codesOf(outcome)).toEqual(['csvTimesWithoutZone']);
  });

  test('that change their mind after thousands of numbers keep every text as it was', async () => {
    const texts = Array.from({ length: 9000 }, (_, row) => `${row}.50`);
    texts.push('late', '');
    const shares: number[] = [];
    const contents = ['v,w,n', ...texts.map((text, row) => `${text},x,${row}`)].join('\n');
    const audience = await audienceOf(contents, {
      onShare: (share) => shares.push(share),
      pieceBytes: 10_000,
    });
    expect(valuesOf(columnOf(audience, 'v'))).toEqual([...texts.slice(0, -1), undefined]);
    expect(valuesOf(columnOf(audience, 'n'))[8999]).toBe(8999);
    expect(shares.filter((share) => share === 1)).toHaveLength(2);
  });

  test('of thousands of times are kept as minutes', async () => {
    const texts = Array.from({ length: 9000 }, (_, row) => new Date(row * 3_600_000).toISOString());
    const data = columnOf(
      await audienceOf(['v,w', ...texts.map((text) => `${text},x`), ',x'].join('\n')),
      'v',
    );
    expect(data).toMatchObject({ type: 'date', precision: 'minute' });
    expect(valuesOf(data)).toEqual([...texts.map((_, row) => row * 60), undefined]);
  });
});

describe('refuses', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'csvEmpty'],
    ['a file of blank lines', '\n  \n\n', 'csvEmpty'],
    ['a header alone', 'a,b\n', 'csvHeaderOnly'],
    ['a spreadsheet workbook', bytes('PK', [3, 4], 'xl/workbook.xml'), 'csvWorkbook'],
    ['a picture', bytes([0x89], 'PNG', [0, 0, 0, 13, 255, 254]), 'csvNotText'],
    ['text with zero bytes', 'a,b\n1,\0\n', 'csvNotText'],
    ['one column', 'name\nAnna\nBen\n', 'csvOneColumn'],
    ['fixed widths', '00001 19970101 1 29.33\n00001 19970118 1 29.73\n', 'csvOneColumn'],
    [
      '2001 columns',
      `${Array.from({ length: 2001 }, (_, index) => `c${index}`).join()}\n`,
      'csvTooManyColumns',
    ],
    ['a header that no row fits', 'a,b,c\n1,2\n3,4\n', 'csvNoFittingRow'],
    ['a quote that stays open', 'a,b\n1,2\n3,"4\n5,6\n', 'csvOpenQuote'],
  ])('%s', async (_, contents, code) => {
    const outcome = await importOf(contents);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code, severity: 'error' }] });
  });

  test('an open quote before it has read the whole file', async () => {
    let read = 0;
    const endless = { ...sourceOf(`a,b\n1,"2\n`), sizeBytes: 1e9, open: endlessText };
    async function* endlessText(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(bytes('a,b\n1,"2\n'));
      for (; read < 1000; read++) yield new Uint8Array(100_000).fill(120);
    }
    expect(await importCsv(endless, { id: 'x', name: 'x' })).toMatchObject({
      problems: [{ code: 'csvOpenQuote', values: { line: 2 } }],
    });
    expect(read).toBeLessThan(20);
  });

  test('what takes more memory than allowed, naming the column', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row},person number ${row} of many`);
    const contents = ['n,who', ...rows].join('\n');
    expect(await importOf(contents, { budgetBytes: 2 ** 20 })).toMatchObject({
      ok: false,
      problems: [{ code: 'csvTooLarge', values: { megabytes: 1, column: 'who' } }],
    });
    expect(await importOf(contents, { budgetBytes: 2 ** 23 })).toMatchObject({ ok: true });
  });

  test('a file that fails while it is read, as the platform says it', async () => {
    const failing = {
      ...sourceOf('a,b\n1,2'),
      open: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('gone')) }) }),
    };
    await expect(importCsv(failing, { id: 'x', name: 'x' })).rejects.toThrow('gone');
  });
});

test('a header that looks like data is told', async () => {
  expect(codesOf(await importOf('7,red\n8,blue\n'))).toEqual(['csvNoHeader']);
});

test('names the audience after the file', async () => {
  expect((await audienceOf('a,b\n1,2', { name: 'May.2026 list.csv' })).name).toBe('May.2026 list');
});

test('the sample audience comes back from a CSV file with the same types, values and roles', async () => {
  const sample = synthesise(3000, 4);
  const audience = await audienceOf(writeCsv(sample));
  expect(audience.roles).toEqual(sample.roles);
  for (const { name, data } of sample.columns) {
    const read = columnOf(audience, name);
    expect([name, read.type, valuesOf(read)]).toEqual([name, data.type, valuesOf(data)]);
  }
});

describe('hostile files', () => {
  const piece = fc.constantFrom(
    ',',
    ';',
    '"',
    '""',
    '\n',
    '\r',
    '\r\n',
    '\t',
    'a',
    '1',
    '2026-01-01',
    '__proto__',
    'null',
    'é',
    '\u0000',
    '\ufeff',
    ' ',
  );
  const nearlyCsv = fc
    .array(piece, { maxLength: 60 })
    .map((pieces) => new TextEncoder().encode(`a,b\n${pieces.join('')}`));

  test('give an audience or a problem, never an exception, and the same however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 200 }), nearlyCsv),
        fc.integer({ min: 1, max: 50 }),
        async (contents, pieceBytes) => {
          const outcome = await importOf(contents, { pieceBytes });
          expect(outcome).toEqual(await importOf(contents));
          if (!outcome.ok) expect(outcome.problems[0]!.words).toMatch(/^[A-Z].*\.$/s);
          else
            for (const { data } of outcome.audience.columns)
              expect(valuesOf(data)).toHaveLength(outcome.audience.rows);
        },
      ),
      { seed: 11, numRuns: 800 },
    );
  });
});
