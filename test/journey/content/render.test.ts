import { describe, expect, it, test } from 'vitest';
import { addressesIn, taggedAddress } from '../../../src/journey/content/links.ts';
import { isMarkup, plainText } from '../../../src/journey/content/plainText.ts';
import { render, textOf } from '../../../src/journey/content/render.ts';

const bodyOf = (body: string, values: Record<string, string> = {}, couponCode?: string) =>
  render({ body, ...(couponCode !== undefined && { couponCode }) }, values).body;

describe('a contact reads', () => {
  it('its own values, defaults where they are missing, and gaps', () => {
    expect(bodyOf('Hi {{name|you}}, {{plan|free}} {{city}}.', { name: 'Åsa', plan: ' ' })).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'value', text: 'Åsa', name: 'name' },
      { kind: 'text', text: ', ' },
      { kind: 'default', text: 'free', name: 'plan' },
      { kind: 'text', text: ' ' },
      { kind: 'gap', text: '', name: 'city' },
      { kind: 'text', text: '.' },
    ]);
  });

  it('a gap where nothing stands behind the bar', () => {
    expect(bodyOf('{{name|}}')).toEqual([{ kind: 'gap', text: '', name: 'name' }]);
  });

  it('the coupon code, which may be of its own values', () => {
    expect(textOf(bodyOf('Use {{coupon}}', { id: '7' }, 'SPRING-{{id}}'))).toBe('Use SPRING-7');
    expect(bodyOf('Use {{coupon}}')).toContainEqual({ kind: 'gap', text: '', name: 'coupon' });
    expect(textOf(bodyOf('Use {{coupon}}', { coupon: 'MINE' }))).toBe('Use MINE');
  });

  it('no placeholder of somebody’s value', () => {
    expect(textOf(bodyOf('{{name}}', { name: '{{plan}} <b>' }))).toBe('{{plan}} <b>');
  });

  it('nothing that every object inherits', () => {
    expect(bodyOf('{{constructor}}')).toEqual([{ kind: 'gap', text: '', name: 'constructor' }]);
  });

  it('that links are put in later', () => {
    expect(bodyOf('{{unsubscribe_link}}')).toEqual([{ kind: 'later', text: '', name: 'unsubscribe_link' }]);
  });
});

describe('markup', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>Hi&nbsp;{{name}} &amp; all</p><script>alert(1)</script><a href="https://a.example/{{id}}">Go</a><br>3 < 4</body></html>';

  it('of an e-mail is its words', () => {
    const { body, stripped, links } = render(
      { body: html, utm: { utm_source: 's' } },
      { name: '<b>Bo</b>', id: '7' },
    );
    expect(stripped).toBe(true);
    expect(textOf(body)).toBe('Hi\u00a0<b>Bo</b> & all\nGo (https://a.example/7)\n3 < 4');
    expect(links).toEqual([{ shown: 'https://a.example/7', address: 'https://a.example/7?utm_source=s' }]);
  });

  it('of another channel is shown as it is written', () => {
    expect(textOf(render({ body: '<p>Hi</p>' }, {}, 'sms').body)).toBe('<p>Hi</p>');
  });

  it.each(['a < b and c > d', '{{name}} <3', 'x<y'])('is not what %s is', (text) => {
    expect(isMarkup(text)).toBe(false);
  });

  it.each(['<script', '<!-- never closed', '<a href=', '&#0; &#xffffffff; &nosuch;', '<p title=">">x</p>'])(
    'cut off, as in %s, harms nothing',
    (text) => expect(plainText(`<p>ok</p>${text}`)).toContain('ok'),
  );

  it('of 100 000 signs is read in no time to speak of', () => {
    expect(plainText('<'.repeat(100_000))).toHaveLength(100_000);
    expect(plainText('<!'.repeat(100_000))).toHaveLength(200_000);
    expect(plainText('<!--'.repeat(50_000))).toHaveLength(200_000);
    expect(plainText('<script>'.repeat(2_000))).toBe('');
  });
});

describe('links', () => {
  test.each([
    ['See https://a.example/b.', ['https://a.example/b']],
    ['(https://a.example/x?y=1#z), HTTPS://B.example', ['https://a.example/x?y=1#z', 'HTTPS://B.example']],
    ['https://a.example and https://a.example', ['https://a.example']],
    ['http://', []],
  ])('%s', (text, found) => {
    expect(addressesIn(text)).toEqual(found);
  });

  it('get the tags behind what they have, before the fragment', () => {
    const utm = { utm_source: 'a b&c', utm_medium: '', utm_term: '🙂' };
    expect(taggedAddress('https://a.example/?q=1#top', utm)).toBe(
      'https://a.example/?q=1&utm_source=a%20b%26c&utm_term=%F0%9F%99%82#top',
    );
    expect(taggedAddress('https://a.example', {})).toBe('https://a.example');
  });

  it('keep a tag that the author wrote into them', () => {
    expect(taggedAddress('https://a.example?utm_source=me', { utm_source: 'x' })).toBe(
      'https://a.example?utm_source=me',
    );
  });

  it('survive half an emoji', () => {
    expect(taggedAddress('https://a.example', { utm_source: '\ud83d' })).toContain('utm_source=%EF%BF%BD');
  });

  it('may be tagged with a contact’s value, and be put in later', () => {
    const content = { body: '{{offer_link}} {{unsubscribe_link}}', utm: { utm_term: '{{plan|none}}' } };
    expect(render(content, { plan: 'pro' }).links).toEqual([
      { shown: '{{offer_link}}', address: '{{offer_link}}?utm_term=pro' },
    ]);
  });
});

test.each([
  ['email', 'Subject', 'Preheader'],
  ['preferred', 'Subject', 'Preheader'],
  ['push', 'Subject', ''],
  ['sms', '', ''],
] as const)('on %s a contact reads “%s” and “%s” above the body', (channel, subject, preheader) => {
  const read = render({ subject: 'Subject', preheader: 'Preheader', body: 'Body' }, {}, channel);
  expect([read.subject, read.preheader, read.body].map(textOf)).toEqual([subject, preheader, 'Body']);
});
