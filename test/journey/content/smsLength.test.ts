import { describe, expect, it, test } from 'vitest';
import { plainMarks, smsLengthOf } from '../../../src/journey/content/smsLength.ts';

/** The default alphabet as 3GPP TS 23.038 prints it, by code; 0x1B is the escape to the extension table. */
const PUBLISHED = [
  '@£$¥èéùìòÇ\nØø\rÅå',
  'Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ',
  ' !"#¤%&\'()*+,-./',
  '0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNO',
  'PQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmno',
  'pqrstuvwxyzäöñüà',
].join('');

const lengthOf = (text: string) => {
  const { alphabet, units, parts } = smsLengthOf(text);
  return [alphabet, units, parts];
};

describe('the alphabet of GSM 03.38', () => {
  it('has 127 characters that count one', () => {
    const characters = Array.from(PUBLISHED).filter((character) => character !== '\u001b');
    expect(characters).toHaveLength(127);
    for (const character of characters) expect(lengthOf(character), character).toEqual(['gsm7', 1, 1]);
  });

  it('has ten in its extension that count two', () => {
    for (const character of '\f^{}\\[~]|€') expect(lengthOf(character), character).toEqual(['gsm7', 2, 1]);
  });

  it.each(['`', 'ç', 'á', '’', '“', '–', '…', '你', '🙂', '\u00a0', 'ş'])('lacks %s', (character) => {
    expect(smsLengthOf(character).alphabet).toBe('ucs2');
  });
});

test.each<[string, string, 'gsm7' | 'ucs2', number, number]>([
  ['nothing', '', 'gsm7', 0, 0],
  ['160 plain characters', 'a'.repeat(160), 'gsm7', 160, 1],
  ['161 plain characters', 'a'.repeat(161), 'gsm7', 161, 2],
  ['306 plain characters, twice 153', 'a'.repeat(306), 'gsm7', 306, 2],
  ['307 plain characters', 'a'.repeat(307), 'gsm7', 307, 3],
  ['160 characters with a euro sign', `${'a'.repeat(159)}€`, 'gsm7', 161, 2],
  ['a euro sign that would be cut in half', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 306, 3],
  ['70 units with an emoji', `${'a'.repeat(68)}🙂`, 'ucs2', 70, 1],
  ['71 Chinese characters', '你'.repeat(71), 'ucs2', 71, 2],
  ['134 Chinese characters, twice 67', '你'.repeat(134), 'ucs2', 134, 2],
  ['emoji of which one would be cut in half', '🙂'.repeat(67), 'ucs2', 134, 3],
])('%s', (_, text, alphabet, units, parts) => {
  expect(lengthOf(text)).toEqual([alphabet, units, parts]);
});

test('the room is that of the parts', () => {
  expect(smsLengthOf('a').room).toBe(160);
  expect(smsLengthOf('a'.repeat(161)).room).toBe(306);
  expect(smsLengthOf('你').room).toBe(70);
});

test('plain marks say the same in the GSM alphabet', () => {
  const plain = plainMarks('It’s “on” – 20 % off… today');
  expect(plain).toBe('It\'s "on" - 20 % off... today');
  expect(smsLengthOf(plain).alphabet).toBe('gsm7');
});
