import { expect, it, test } from 'vitest';
import { braceFault, placeIn } from '../../../src/journey/content/braces.ts';
import { partsOf, replacePlaceholders, withDefaults } from '../../../src/journey/content/placeholders.ts';

test.each<[string, readonly unknown[]]>([
  ['Hello {{ first_name }}', ['Hello ', { name: 'first_name' }]],
  ['{{plan|}}', [{ name: 'plan', fallback: '' }]],
  ['{{plan|pro plan}} for {{x}}', [{ name: 'plan', fallback: 'pro plan' }, ' for ', { name: 'x' }]],
  ['{{}} and {one}', ['{{}} and {one}']],
  ['{{a', ['{{a']],
  ['', []],
])('%s is read as its parts', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

it('reads a long text of blanks and braces in no time to speak of', () => {
  const text = `{{${' '.repeat(500_000)}`.repeat(2);
  expect(partsOf(text)).toEqual([text]);
});

it('says what contacts read of whom nothing is known', () => {
  expect(withDefaults('Hi {{name| there }}, {{gap}}use {{coupon}}', 'TEN')).toBe('Hi there, use TEN');
});

it('replaces those placeholders that are asked for', () => {
  const text = replacePlaceholders('{{a}} {{b}}', ({ name }) => (name === 'a' ? '{{c}}' : undefined));
  expect(text).toBe('{{c}} {{b}}');
});

test.each<[string, object | undefined]>([
  ['{{a}} {{b|c}} {one} }}', undefined],
  [
    'Dear {{first_name, hello',
    { kind: 'unclosed', at: 5, shown: '{{first_name', mended: 'Dear {{first_name}}, hello' },
  ],
  ['{{first_name}', { kind: 'unclosed', at: 0, mended: '{{first_name}}' }],
  ['{{a|b and {{c}}', { kind: 'unclosed', mended: '{{a|b}} and {{c}}' }],
  ['{{a {{b {{c', { mended: '{{a}} {{b}} {{c}}' }],
  ['{{ (', { kind: 'unclosed', at: 0 }],
  ['{{a|{{b}}}}', { kind: 'nested', at: 0, shown: '{{a|{{b}}' }],
  ['{{名字', { kind: 'unclosed', mended: '{{名字}}' }],
])('%s: braces that do not close are found, and closed where a name follows', (text, fault) => {
  const found = braceFault(text);
  if (fault) expect(found).toMatchObject(fault);
  else expect(found).toBeUndefined();
  expect(found?.mended === undefined ? undefined : braceFault(found.mended)).toBeUndefined();
});

it('does not mend where one of the braces is not clear', () => {
  expect(braceFault('{{a and {{ (')?.mended).toBeUndefined();
});

it('gives up on a text of nothing but braces soon', () => {
  expect(braceFault('{{'.repeat(5000))).toMatchObject({ kind: 'unclosed', at: 0 });
});

it('tells line and character', () => {
  expect(placeIn('one\ntwo {{', 8)).toEqual({ line: 2, character: 5 });
});
