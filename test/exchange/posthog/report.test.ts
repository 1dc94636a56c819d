import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import { EVERYONE, type Rule } from '../../../src/journey/rules.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes, money } from '../../../src/journey/units.ts';
import { around, branchOf, draft, step } from '../../support/draftJourney.ts';
import { at, codesAt, exported } from '../../support/formats/posthogFlow.ts';
import { openSample } from '../../support/samples.ts';

describe('rules', () => {
  interface Condition {
    readonly filters: {
      readonly properties: readonly {
        readonly key: string;
        readonly operator: string;
        readonly value?: unknown;
      }[];
    };
  }

  async function conditionsOf(rule: Rule): Promise<readonly unknown[]> {
    const { flow } = await exported(
      around(step('split', { branches: [branchOf('b', rule)] }), ['b', 'else']),
    );
    const conditions = at(flow, 'm', 'config.conditions') as readonly Condition[];
    return conditions.map(({ filters }) =>
      filters.properties.map(({ key, operator, value }) =>
        [key, operator, JSON.stringify(value)].join(' ').trim(),
      ),
    );
  }
  const plan: Rule = { kind: 'column', column: 'plan', operator: 'is', value: 'pro' };
  const orders: Rule = { kind: 'column', column: 'orders', operator: 'atLeast', value: 2 };

  test.each<readonly [string, Rule, readonly unknown[]]>([
    ['everyone', EVERYONE, [[]]],
    ['nobody', { kind: 'any', rules: [] }, [['journey:never exact [true]']]],
    ['all', { kind: 'all', rules: [plan, orders] }, [['plan exact ["pro"]', 'orders gte 2']]],
    ['any', { kind: 'any', rules: [plan, orders] }, [['plan exact ["pro"]'], ['orders gte 2']]],
    [
      'none',
      { kind: 'none', rules: [plan, orders] },
      [
        ['plan is_not ["pro"]', 'orders lt 2'],
        ['plan is_not ["pro"]', 'orders is_not_set'],
      ],
    ],
    [
      'not before a day',
      {
        kind: 'none',
        rules: [{ kind: 'column', column: 'last_order', operator: 'before', value: '2025-03-01' }],
      },
      [['last_order is_date_after "2025-02-28"'], ['last_order is_not_set']],
    ],
    ['a tag', { kind: 'tag', tag: 'vip' }, [['tag:vip exact [true]']]],
    [
      'no consent',
      { kind: 'none', rules: [{ kind: 'consent', channel: 'sms' }] },
      [['consent:sms is_not [true]']],
    ],
    ['a score', { kind: 'score', atLeast: 20 }, [['journey:score gte 20']]],
  ])('%s', async (_, rule, conditions) => {
    expect(await conditionsOf(rule)).toEqual(conditions);
  });

  test.each<[Rule, string]>([
    [{ kind: 'behaviour', did: 'opened' }, 'did:opened'],
    [{ kind: 'consent', channel: 'sms' }, 'consent:sms'],
  ])(
    'what a workflow cannot know itself is asked of a property that must be kept up to date',
    async (rule, key) => {
      const out = await exported(around(step('split', { branches: [branchOf('b', rule)] }), ['b', 'else']));
      const fit = out.fits.find(({ code }) => code === 'rule-on-properties');
      expect(fit).toMatchObject({ fit: 'emulated', returns: true });
      expect(fit?.words).toContain(`which must be kept up to date: “${key}`);
    },
  );

  test('more combinations than anybody could read are refused', async () => {
    const some: Rule = {
      kind: 'any',
      rules: Array.from({ length: 11 }, (_, n) => ({ ...orders, value: n })),
    };
    const rule: Rule = { kind: 'all', rules: [some, some] };
    const out = await converter.export(
      around(step('split', { branches: [branchOf('b', rule)] }), ['b', 'else']),
    );
    expect(out).toMatchObject({ ok: false, problems: [{ code: 'rule-too-branched', step: 'm' }] });
  });
});

describe('what is told', () => {
  test('answers stand in the file; those of the wrong form do not, with a warning', async () => {
    const answers = { 'integration:email': '12', 'webhook:whatsapp': 'https://hooks.example/wa' };
    const journey = draft({ mail: step('message'), wa: step('message', { channel: 'whatsapp' }) }, [
      'entry-1.next > mail',
      'mail.next > wa',
    ]);
    const { flow, blanks, warnings } = await exported(journey, { answers });
    expect(at(flow, 'mail', 'config.inputs.email.value.from.integrationId')).toBe(12);
    expect(at(flow, 'wa', 'config.inputs.url.value')).toBe('https://hooks.example/wa');
    expect(blanks.every(({ filled }) => filled)).toBe(true);
    expect(warnings).toEqual([]);
    const wrong = await exported(journey, { answers: { 'integration:email': 'twelve' } });
    expect(wrong.warnings).toMatchObject([{ code: 'answer-misfit' }]);
    expect(at(wrong.flow, 'mail', 'config.inputs.email.value.from.integrationId')).toBe(0);
  });

  test('settings and options of messages that PostHog has none of', async () => {
    const message = step('message', {
      channel: 'sms',
      obeysCaps: false,
      countsTowardCaps: false,
      transactional: true,
      tags: ['promo'],
      content: {
        subject: 'Unsent',
        body: 'x'.repeat(1601),
        couponCode: 'A',
        utm: { utm_source: '{{plan}}' },
        variants: [{ id: 'b', name: 'B' }],
      },
    });
    const journey = draft(
      {
        in: step('entry', { spreadMinutes: hours(2), eligible: { kind: 'consent', channel: 'sms' } }),
        m: message,
      },
      ['in.next > m'],
      {
        entryCap: 10,
        reEntry: { mode: 'cooldown', minutes: minutes(0), from: 'end' },
        exitRules: [
          { id: 'a', when: { kind: 'unsubscribed', channel: 'any' }, mode: 'immediate' },
          { id: 'b', when: { kind: 'converted' }, mode: 'afterWait' },
          { id: 'c', when: { kind: 'rule', rule: { kind: 'tag', tag: 'x' } }, mode: 'immediate' },
        ],
      },
    );
    const out = await exported(journey);
    expect(codesAt(out, 'm')).toEqual(
      expect.arrayContaining([
        'caps-not-there',
        'tags-not-there',
        'variants-left-out',
        'utm-not-fixed',
        'coupon-as-variable',
        'parts-unsent',
        'sms-too-long',
      ]),
    );
    expect(codesAt(out, 'in')).toEqual(expect.arrayContaining(['entry-not-spread', 'rule-on-properties']));
    expect(codesAt(out, undefined)).toEqual(
      expect.arrayContaining([
        'entry-cap-not-there',
        'cooldown-from-start',
        'stays-when-unsubscribed',
        'leaves-at-once',
        'exit-rule-left-out',
      ]),
    );
    expect(at(out.flow, 'm', 'config.message_category_type')).toBe('transactional');
    expect(out.flow).toMatchObject({
      exit_condition: 'exit_on_conversion',
      variables: [{ key: 'coupon_m', default: 'A' }],
    });
  });

  test('policies: a rate limit for e-mails is PostHog’s own, everything else is missing', async () => {
    const policies = {
      caps: [
        {
          id: 'a',
          max: 1,
          window: { kind: 'rolling', minutes: days(7) },
          zone: 'UTC',
          scope: 'all',
          onCap: { kind: 'skip' },
        },
      ],
      quietHours: { from: '22:00', until: '08:00', onQuiet: 'hold' },
      budgets: [{ channel: 'sms', amount: money(5) }],
      rateLimits: [
        { channel: 'email', max: 500, perMinutes: hours(1) },
        { channel: 'sms', max: 5, perMinutes: minutes(1) },
      ],
    } as const;
    const out = await exported(openSample('welcome'), { policies });
    expect(out.flow['email_sending_rate_limit']).toEqual({ count: 500, period: 'hour' });
    expect(codesAt(out, undefined)).toEqual(
      expect.arrayContaining([
        'no-frequency-caps',
        'no-quiet-hours',
        'no-budgets',
        'sending-limit',
        'no-such-rate-limit',
      ]),
    );
  });

  test('texts are templates in which only placeholders mean something', async () => {
    const body = 'Hi {{plan|"friend"}}, {{first name}}: {% if %} {{ {{coupon}}';
    const { flow } = await exported(
      around(step('message', { channel: 'sms', content: { body, couponCode: 'X1' } })),
    );
    expect(at(flow, 'm', 'config.inputs.message.value')).toBe(
      'Hi {{ person.properties.plan | default: \'"friend"\' }}, {{ person.properties["first name"] }}: {% raw %}{%{% endraw %} if %} {% raw %}{{{% endraw %} {{ variables.coupon_m }}',
    );
  });

  test('names with markup stay text, and a plain body is escaped in its page', async () => {
    const { flow } = await exported(
      around(step('message', { name: '<script>{{x}}"', content: { body: 'a < b & c' } })),
    );
    expect(at(flow, 'm', 'name')).toBe('<script>{{x}}"');
    expect(at(flow, 'm', 'config.inputs.email.value.html')).toBe(
      '<html><body><p>a &lt; b &amp; c</p></body></html>',
    );
  });

  test('names of more than 400 characters are cut, and it says so', async () => {
    const out = await exported(around(step('wait', { name: 'x'.repeat(500) })));
    expect(codesAt(out, 'm')).toContain('name-cut');
    expect(out.fits.filter((fit) => fit.step === 'm').every(({ returns }) => !returns)).toBe(true);
  });

  test('a journey without an entry is refused', async () => {
    const { 'entry-1': _, ...steps } = draft({ m: step('message') }).steps as Readonly<Record<string, Step>>;
    const out = await converter.export({ ...draft({}), steps, links: {} });
    expect(out).toMatchObject({ ok: false, problems: [{ code: 'no-entry' }] });
  });
});
