import { describe, expect, it, test } from 'vitest';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import type { Channel } from '../../../src/journey/channels.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Problem } from '../../../src/journey/problem.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import type { Content } from '../../../src/journey/steps/message.ts';
import { chain, someFacts } from '../../support/doubtfulJourneys.ts';
import { around, step } from '../../support/draftJourney.ts';

const ABOUT_CONTENT = /^(placeholder|utm|sms|title|text|email-without|coupon|link-without)/;
const journeyWith = (content: Content, channel: Channel | 'preferred' = 'email') =>
  chain({ m: step('message', { channel, content }) });

function found(content: Content, channel: Channel | 'preferred' = 'email'): readonly Problem[] {
  return findProblems(journeyWith(content, channel), someFacts).filter(({ code }) =>
    ABOUT_CONTENT.test(code),
  );
}

const codes = (content: Content, channel: Channel | 'preferred' = 'email') =>
  found(content, channel).map(({ code, path }) => `${code} ${path?.replace('steps.m.content.', '')}`);

describe.each<[code: string, channel: Channel | 'preferred', doubtful: Content, fine: Content]>([
  ['placeholder-unclosed subject', 'email', { subject: 'Hi {{name' }, { subject: 'Hi {name}} {{x|y}}' }],
  ['placeholder-nested subject', 'email', { subject: '{{a|{{b|c}}}}' }, { subject: '{{a|b}} }}' }],
  ['sms-several-parts body', 'sms', { body: 'a'.repeat(161) }, { body: 'a'.repeat(160) }],
  ['sms-too-long body', 'sms', { body: 'a'.repeat(1531) }, { body: 'a'.repeat(160) }],
  ['title-cut-off subject', 'email', { subject: 'a'.repeat(71) }, { subject: 'a'.repeat(70) }],
  ['title-cut-off subject', 'push', { subject: 'a'.repeat(51) }, { subject: 'a'.repeat(50) }],
  ['text-cut-off body', 'push', { body: 'a'.repeat(151) }, { body: 'a'.repeat(150) }],
  ['text-cut-off body', 'web-push', { body: '🙂'.repeat(121) }, { body: '🙂'.repeat(120) }],
  ['email-without-subject subject', 'email', { body: 'Hello' }, { body: ' ' }],
  ['coupon-missing couponCode', 'sms', { body: 'Use {{coupon}}' }, { body: 'Use {{coupon|nothing}}' }],
  [
    'coupon-unused couponCode',
    'sms',
    { body: 'Use it', couponCode: 'TEN' },
    { body: 'TEN', couponCode: 'TEN' },
  ],
])('%s on %s', (code, channel, doubtful, fine) => {
  it('is found where it is', () => expect(codes(doubtful, channel)).toEqual([code]));
  it('is not where it is not', () => expect(codes(fine, channel)).toEqual([]));
});

describe('what is said', () => {
  const words = (content: Content, channel: Channel | 'preferred' = 'email') =>
    found(content, channel)[0]?.words;

  it('names the place of a brace that does not close', () => {
    expect(words({ subject: 'Hi', body: 'One\nDear {{first_name, hello' })).toBe(
      'The body has a placeholder that does not end at line 2, character 6: “{{first_name”. Contacts would read the braces: close it with }}.',
    );
  });

  it('names parts and cost of an SMS, and why it is so long', () => {
    expect(words({ body: '你'.repeat(135) }, 'sms')).toBe(
      'The body goes out as 3 text messages and costs 3 times as much as one. Some characters are not in the SMS alphabet, which halves the room. Shorten it, or raise the cost per send.',
    );
  });

  it('names the variant', () => {
    const variants = [{ id: 'b', name: 'Short', subject: 'Dear {{spendings}}' }];
    expect(words({ subject: 'Hi', variants })).toContain(
      'The subject of “Short” has a place for “spendings”',
    );
  });
});

describe('lengths', () => {
  it('are those of the text with its defaults', () => {
    const filler = 'a'.repeat(155);
    expect(codes({ body: `${filler}{{spend|12345}}` }, 'sms')).toEqual([]);
    expect(codes({ body: `${filler}{{spend|123456}}` }, 'sms')).toEqual(['sms-several-parts body']);
  });

  it('are those of the text with its coupon code', () => {
    const content = { body: `${'a'.repeat(155)}{{coupon}}`, couponCode: 'TEN100' };
    expect(codes(content, 'sms')).toEqual(['sms-several-parts body']);
  });
});

describe('every text is read', () => {
  it('that of variants and the coupon code included', () => {
    const content = {
      subject: 'Hi',
      body: 'Use {{coupon}}',
      couponCode: 'A-{{nickname}}',
      variants: [{ id: 'b', name: 'B', body: '{{nickname}} https://example.com' }],
    };
    expect(codes(content)).toEqual([
      'link-without-utm utm',
      'placeholder-without-column couponCode',
      'placeholder-without-column variants.0.body',
    ]);
  });

  it('that of a rung, with its place', () => {
    const rungs = [{ channel: 'sms', occasion: 'campaign', content: { body: 'a'.repeat(200) } }] as const;
    const journey = around(step('escalate', { rungs }), ['sent', 'exhausted']);
    const [problem] = findProblems(journey).filter(({ code }) => code === 'sms-several-parts');
    expect(problem?.path).toMatch(/\.rungs\.0\.content\.body$/);
  });

  it('but not of a step that is switched off', () => {
    const off = step('message', { disabled: true, content: { subject: '{{a' } });
    expect(findProblems(chain({ m: off })).filter(({ code }) => ABOUT_CONTENT.test(code))).toEqual([]);
  });
});

describe('a name with a default', () => {
  const mendedBody = (content: Content, code: string) => {
    const problem = found(content, 'in-app').find((one) => one.code === code);
    const { journey } = applyEdit(journeyWith(content, 'in-app'), problem!.fix!);
    return journey.steps[stepId('m')];
  };

  it.each(['frist_name', 'First_Name', 'spendd'])('is misspelt as %s, and the default is kept', (name) => {
    const content = { body: `Hi {{${name}|there}}` };
    const meant = name === 'spendd' ? 'spend' : 'first_name';
    expect(found(content, 'in-app').map(({ words }) => words)).toEqual([
      `The body has a place for “${name}”, which is no column of this audience. Did you mean “${meant}”? Now everybody reads the default.`,
    ]);
    expect(mendedBody(content, 'placeholder-misspelt')).toMatchObject({
      content: { body: `Hi {{${meant}|there}}` },
    });
  });

  it.each(['nickname', 'unsubscribe_link', 'coupon', 'spend'])('is meant as it stands: %s', (name) => {
    expect(codes({ body: `Hi {{${name}|there}}` }, 'in-app')).toEqual([]);
  });
});

describe('a tag', () => {
  const tagged = (value: string) => ({ body: 'Hi', utm: { utm_campaign: value } });

  it.each(['{{journey}}_{{ step }}-{{channel}}', '{{spend}}', '{{anything|x}}'])('may be %s', (value) => {
    expect(codes(tagged(value), 'in-app')).toEqual([]);
  });

  it.each(['{{audience}}', '{{shop_link}}', '{{coupon}}', '{{anything|}}'])(
    'is not left out unnoticed because of %s',
    (value) => expect(codes(tagged(value), 'in-app')).toEqual(['utm-unknown-name utm']),
  );

  it('is mended where a name is similar', () => {
    const [problem] = found(tagged('{{Jorney}}'), 'in-app');
    expect(problem?.words).toContain('Did you mean “journey”?');
    const { journey } = applyEdit(journeyWith(tagged('{{Jorney}}'), 'in-app'), problem!.fix!);
    expect(journey.steps[stepId('m')]).toMatchObject({ content: tagged('{{journey}}') });
  });
});

test('a text message is as long as its tagged links', () => {
  const body = `${'a'.repeat(130)} https://example.com`;
  expect(codes({ body, utm: { utm_source: ' ' } }, 'sms')).toEqual(['link-without-utm utm']);
  expect(codes({ body, utm: { utm_source: '{{journey}}' } }, 'sms')).toEqual(['sms-several-parts body']);
});

test('what a channel does not send is not doubted', () => {
  const content = { subject: 'Hi {{nickname}}', preheader: '{{nickname', body: 'Hello' };
  expect(codes(content, 'sms')).toEqual([]);
  expect(codes(content, 'push')).toEqual(['placeholder-without-column subject']);
});

test('a fix in a variant changes that variant and nothing else', () => {
  const content = {
    subject: '{{spend}}',
    variants: [
      { id: 'b', name: 'B', subject: '{{spendd}} and {{spendd|x}}' },
      { id: 'c', name: 'C' },
    ],
  };
  const [problem] = found(content);
  expect(problem?.fix).toBeDefined();
  const { journey } = applyEdit(journeyWith(content), problem!.fix!);
  expect(journey.steps[stepId('m')]).toMatchObject({
    content: {
      subject: '{{spend}}',
      variants: [
        { id: 'b', name: 'B', subject: '{{spend}} and {{spendd|x}}' },
        { id: 'c', name: 'C' },
      ],
    },
  });
});
