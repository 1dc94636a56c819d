import { expect, it } from 'vitest';
import { smsPartsOf } from '../../../../../src/features/edit-journey/inspectors/send/smsParts.ts';

it.each([
  ['nothing', '', 0],
  ['160 plain characters', 'a'.repeat(160), 1],
  ['161 plain characters', 'a'.repeat(161), 2],
  ['160 characters with a euro sign', `${'a'.repeat(159)}€`, 2],
  ['70 characters with an emoji', `${'a'.repeat(68)}🙂`, 1],
  ['71 characters with Chinese', '你'.repeat(71), 2],
])('sends %s', (_, text, parts) => {
  expect(smsPartsOf(text)).toBe(parts);
});
