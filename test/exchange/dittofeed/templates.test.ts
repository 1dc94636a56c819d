import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { STEP_DEFINITIONS } from '../../../src/journey/steps/index.ts';
import { type Body, codesOf, exported, inRow } from '../../support/formats/dittofeedExport.ts';

const message = STEP_DEFINITIONS.message.defaults();

describe('texts', () => {
  const said = async (channel: 'email' | 'sms' | 'whatsapp', body: string, more: object = {}) =>
    (await exported(inRow({ m: { ...message, channel, content: { body, ...more } } }))).all.templates[0]!
      .definition;

  test('are Liquid; what is no placeholder stays text', async () => {
    expect(
      await said('sms', "Hi {{plan|it's}}, {{first name|you}}: {% x %} {{coupon}}", { couponCode: 'A{{b' }),
    ).toEqual({
      type: 'Sms',
      body: `Hi {{ user.plan | default: "it's" }}, {{ user['first name'] | default: 'you' }}: {{ '{%' }} x %} A{{ '{{' }}b`,
    });
  });

  test('without tags are put into a page, with the preheader and tagged links', async () => {
    const { body } = await said('email', 'A < B & https://example.com/a {{unsubscribe_link}}', {
      preheader: 'P"',
      utm: { utm_source: 's' },
    });
    expect(body).toContain('A &lt; B &amp; https://example.com/a?utm_source=s {% unsubscribe_link %}</p>');
    expect(body).toContain('<div data-preheader style="display: none">P&quot;</div>');
  });

  test('with tags are a page already', async () => {
    const { body } = await said('email', '<html><body>\n<p>{{plan}}</p></body></html>', { preheader: 'P' });
    expect(body).toBe(
      '<html><body>\n<div data-preheader style="display: none">P</div>\n<p>{{ user.plan | escape }}</p></body></html>',
    );
  });

  test('for a service are JSON', async () => {
    const { body } = await said('whatsapp', 'Say "hi"\nto {{plan|it\'s}}');
    expect(JSON.parse(String(body))).toMatchObject({
      config: { data: { channel: 'whatsapp', body: 'Say "hi"\nto {{ user.plan | default: \'it’s\' }}' } },
    });
  });
});

describe('blanks', () => {
  const UUID = '3f2b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c';
  const journey = inRow({
    m: message,
    w: { kind: 'wait', name: 'W', until: { type: 'date', column: 'renewal_date', offsetMinutes: 0 } },
  });

  test('answered appear in the files', async () => {
    const answers = {
      workspace: UUID,
      'sender:email': 'me@example.org',
      'group:email': UUID,
      'property:renewal_date': UUID,
    };
    const done = await converter.export(journey, { answers });
    if (!done.ok) throw new Error();
    const bodies = done.files.flatMap(({ text }) => JSON.parse(text) as Body[]);
    expect(bodies.every(({ workspaceId }) => workspaceId === UUID)).toBe(true);
    expect(done.files.map(({ name }) => name)).toEqual([
      '3-content-templates.json',
      '4-segments.json',
      '5-journeys.json',
    ]);
    expect(bodies[0]?.definition['from']).toBe('me@example.org');
    expect(bodies.at(-1)?.definition.nodes).toMatchObject([
      { subscriptionGroupId: UUID },
      { variant: { userProperty: UUID } },
    ]);
    expect(done.blanks.filter(({ filled }) => !filled)).toEqual([]);
    expect(done.warnings).toEqual([]);
  });

  test('answered wrongly are warned of once, and the placeholder stands', async () => {
    const done = await exported(journey, { answers: { workspace: 'mine', 'sender:email': 'nobody' } });
    expect(done.warnings.map(({ code }) => code)).toEqual(['answer-misfit', 'answer-misfit']);
    expect(done.all.journey.workspaceId).toBe('00000000-0000-4000-8000-000000000000');
  });

  test('a template that is there already is sent instead, and none goes along', async () => {
    const done = await converter.export(journey, { answers: { 'template:m': UUID } });
    if (!done.ok) throw new Error();
    expect(done.files.map(({ name }) => name)).not.toContain('3-content-templates.json');
    expect(codesOf(done.fits, 'm')).toContain('template-own');
  });
});
