import { expect, it } from 'vitest';
import { combination, keyWords } from '../../../src/ui/commands/keyNames.ts';

const press = (key: string, some: Partial<Parameters<typeof combination>[0]> = {}) =>
  combination({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...some });

it.each([
  ['d', {}, 'D'],
  ['D', { shiftKey: true }, 'Shift+D'],
  ['z', { ctrlKey: true }, 'Ctrl+Z'],
  ['Z', { metaKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
  ['?', { shiftKey: true }, '?'],
  ['+', {}, '+'],
  ['!', { shiftKey: true, code: 'Digit1' }, 'Shift+1'],
  ['ArrowLeft', { ctrlKey: true }, 'Ctrl+ArrowLeft'],
  ['ArrowLeft', { shiftKey: true }, 'Shift+ArrowLeft'],
  ['Tab', { shiftKey: true }, 'Shift+Tab'],
])('%s %j is %s', (key, some, expected) => {
  expect(press(key, some)).toBe(expected);
});

it.each([
  ['Ctrl+Shift+Z', false, 'Ctrl+Shift+Z'],
  ['Ctrl+ArrowRight', false, 'Ctrl+→'],
  ['Ctrl+Shift+Z', true, '⌘⇧Z'],
  ['+', false, '+'],
  ['Delete', false, 'Del'],
])('shows %s (Mac: %s) as %s', (keys, mac, shown) => {
  expect(keyWords(keys, mac)).toBe(shown);
});
