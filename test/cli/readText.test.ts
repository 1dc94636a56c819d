import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readText } from '../../cli/readText.ts';

const folder = mkdtempSync(join(tmpdir(), 'rehearsal-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(...bytes: readonly number[]): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, Uint8Array.from(bytes));
  return path;
}

const NEW_LINE = 10;
const [a, b] = [97, 98];
const UMLAUT = [0xc3, 0xa4];

test.each([
  ['a byte that is in no text', [a, NEW_LINE, ...UMLAUT, b, 0xff, a], 'line 2, column 3'],
  ['the first byte', [0x89, a], 'line 1, column 1'],
  ['a character that is cut short', [a, b, 0xc3], 'line 1, column 3'],
  ['a character whose second byte is another', [a, NEW_LINE, NEW_LINE, 0xc3, b], 'line 3, column 1'],
])('bytes that are no UTF-8 are refused with their place: %s', async (_, bytes, place) => {
  await expect(readText(file(...bytes), 1)).rejects.toThrow(`is not text in UTF-8 (${place})`);
});

test('text is read whole, without a byte order mark', async () => {
  expect(await readText(file(0xef, 0xbb, 0xbf, a, ...UMLAUT), 1)).toBe('aä');
});
