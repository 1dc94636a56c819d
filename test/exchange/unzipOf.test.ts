import * as fc from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unzipOf } from '../../src/exchange/unzipOf.ts';
import { zipOf } from '../../src/exchange/zipOf.ts';

const archive = (files: Record<string, string>, options: { readonly level?: 0 | 6 } = {}) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), options);
const textsOf = (bytes: Uint8Array) => {
  const unzipped = unzipOf(bytes);
  if (!unzipped.ok) throw new Error(unzipped.problem.words);
  return unzipped.files.map(({ name, bytes: own }) => [name, strFromU8(own)]);
};
const refusalOf = (bytes: Uint8Array) => {
  const unzipped = unzipOf(bytes);
  return unzipped.ok ? undefined : unzipped.problem;
};

/** Where the archive's directory tells of its first file. */
function directoryOf(bytes: Uint8Array): DataView {
  const at = bytes.findIndex(
    (_, index) => strFromU8(bytes.subarray(index, index + 4), true) === 'PK\u0001\u0002',
  );
  return new DataView(bytes.buffer, bytes.byteOffset + at);
}

describe('unzipOf', () => {
  it('gives back what was zipped, in its order', () => {
    const files = [
      { name: '2-lists.json', type: '', text: '[]' },
      { name: '1-journeys.json', type: '', text: '{"name":"Frühling"}'.repeat(5000) },
    ];
    expect(textsOf(zipOf(files))).toEqual(files.map(({ name, text }) => [name, text]));
  });

  it('reads what is only stored, with folders and what file managers add left out', () => {
    const files = {
      'a/b/1.json': '[1]',
      '2.json': '',
      '__MACOSX/._2.json': 'x',
      'a/.DS_Store': 'x',
      'c/': '',
    };
    const expected = [
      ['1.json', '[1]'],
      ['2.json', ''],
    ];
    expect(textsOf(archive(files, { level: 0 }))).toEqual(expected);
    expect(textsOf(archive(files))).toEqual(expected);
  });

  it('refuses an archive without files, and one with too many', () => {
    expect(refusalOf(archive({}))?.words).toBe('This archive has no files in it.');
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`${n}.json`, '{}']));
    expect(refusalOf(archive(many))?.words).toMatch(/has 21 files; at most 20/);
  });

  it('refuses more than 40 MB before it unpacks anything', () => {
    const bytes = archive({ 'large.json': '{}' });
    directoryOf(bytes).setUint32(24, 41 * 1024 * 1024, true);
    expect(refusalOf(bytes)?.words).toMatch(/larger than 40 MB/);
  });

  it('stops where a file is larger than the archive said', () => {
    const bytes = archive({ 'bomb.json': ' '.repeat(8_000_000) });
    directoryOf(bytes).setUint32(24, 1000, true);
    expect(refusalOf(bytes)?.words).toBe(
      '“bomb.json” in this archive is damaged. Save or download the archive again.',
    );
  });

  it('refuses what was changed on the way', () => {
    const bytes = archive({ 'journey.json': '{"name":"Spring"}' }, { level: 0 });
    const at = strFromU8(bytes, true).indexOf('Spring');
    bytes[at] = 0x73;
    expect(refusalOf(bytes)?.code).toBe('zip-damaged');
  });

  it('refuses one with a password', () => {
    const bytes = archive({ 'journey.json': '{}' });
    directoryOf(bytes).setUint16(8, 1, true);
    expect(refusalOf(bytes)?.words).toMatch(/locked with a password/);
  });

  it('never throws, whatever is cut off or changed', () => {
    const whole = archive({ 'a.json': '{"a":1}'.repeat(50), 'b/c.json': '[]' });
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        (length, changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const cut = unzipOf(bytes.subarray(0, length));
          if (!cut.ok) expect(cut.problem.words).not.toBe('');
          unzipOf(bytes);
        },
      ),
      { numRuns: 300 },
    );
  });
});
