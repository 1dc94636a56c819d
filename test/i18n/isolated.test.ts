import { expect, it } from 'vitest';
import { i18n } from '../../src/i18n/i18n.ts';
import { isolated } from '../../src/i18n/isolated.ts';

const FSI = '\u2068';
const PDI = '\u2069';
const removed = (name: string) => i18n.t('manageJourneys.removeTitle', { name });

it('leaves plain names as they are, whatever letters they have', () => {
  for (const name of [
    'Welcome',
    'Återkom 2',
    '你好',
    'a/b & <c> "d"',
    '👋🏽 hi',
    '1 240 ($t(ui.close)) {{name}}',
  ])
    expect(removed(name)).toBe(`Delete “${name}”?`);
});

it('a name that reads from right to left stands in an isolate of its own', () => {
  expect(removed('مرحبا 3')).toBe(`Delete “${FSI}مرحبا 3${PDI}”?`);
  expect(removed('ברוכים')).toBe(`Delete “${FSI}ברוכים${PDI}”?`);
});

it('an override turns nothing around, neither in the name nor beside it', () => {
  expect(removed('Spring\u202Egnirps')).toBe(`Delete “${FSI}Springgnirps${PDI}”?`);
  expect(removed('\u202Dx\u0007\u0000')).toBe(`Delete “${FSI}x${PDI}”?`);
});

it('no name ends the isolate around it or leaves one open', () => {
  for (const name of [`a${PDI}${PDI}b`, `${FSI}a`, `\u2067a${PDI}${PDI}\u2066`]) {
    let open = 0;
    const text = isolated(name);
    Array.from(text).forEach((character, at) => {
      if (/[\u2066-\u2068]/.test(character)) open++;
      if (character === PDI) open--;
      expect(open).toBeGreaterThan(at === text.length - 1 ? -1 : 0);
    });
    expect(open).toBe(0);
  }
});

it('words inside words keep the isolates of their names', () => {
  const inner = isolated('مرحبا');
  expect(removed(`${inner}, b`)).toBe(`Delete “${FSI}${inner}, b${PDI}”?`);
});
