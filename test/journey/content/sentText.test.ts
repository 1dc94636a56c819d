import { expect, test } from 'vitest';
import { sentText } from '../../../src/journey/content/sentText.ts';

const utm = { utm_source: 'news', utm_term: '{{plan|free}}' };

test.each([
  ['Hi {{name|you}}{{city}}', 'Hi you'],
  ['See https://a.example, now', 'See https://a.example?utm_source=news&utm_term=free, now'],
  ['https://a.example/{{coupon}}', 'https://a.example/TEN?utm_source=news&utm_term=free'],
  ['Go: {{offer_link}}', 'Go: ?utm_source=news&utm_term=free'],
  ['Stop: {{unsubscribe_link}}', 'Stop: '],
  [
    'https://a.example https://a.example/b',
    'https://a.example?utm_source=news&utm_term=free https://a.example/b?utm_source=news&utm_term=free',
  ],
])('%s is sent as %s', (text, sent) => {
  expect(sentText(text, { couponCode: 'TEN', utm })).toBe(sent);
});

test('a link without tags is sent as it is written', () => {
  expect(sentText('https://a.example', {})).toBe('https://a.example');
});
