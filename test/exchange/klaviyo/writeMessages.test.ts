import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/journey/steps/index.ts';
import { around, step } from '../../support/draftJourney.ts';
import { codes, flowOf } from './flowOf.ts';

describe('messages', () => {
  const one = async (middle: Step) => flowOf(around(middle));
  const only = async (middle: Step) => (await one(middle)).definition.actions;

  test('a message by e-mail, with its account’s ids left open', async () => {
    const mail = step('message', {
      name: 'Welcome <script>{{ x',
      obeysCaps: false,
      transactional: true,
      content: {
        subject: "Hi {{first_name|there}} {{plan|it's}}",
        preheader: '{% no tag %}',
        body: 'Text',
        utm: { utm_source: 'x' },
      },
    });
    const { definition, blanks, fits } = await one(mail);
    expect(definition.actions).toMatchObject([
      {
        temporary_id: 'm',
        type: 'send-email',
        links: { next: null },
        data: {
          status: 'draft',
          message: {
            from_email: 'sender@example.com',
            subject_line: "Hi {{ first_name|default:'there' }} {{ person|lookup:'plan'|default:'it\\'s' }}",
            preview_text: "{{ '{%' }} no tag %}",
            template_id: 'TEMPLATE_m',
            smart_sending_enabled: false,
            transactional: true,
            custom_tracking_params: [{ param: 'utm_source', value: 'x' }],
            name: 'Welcome <script>{{ x',
          },
        },
      },
    ]);
    expect(blanks.map(({ id, filled }) => [id, filled])).toEqual(
      expect.arrayContaining([
        ['template:m', false],
        ['sender:email', false],
        ['list:entry', false],
      ]),
    );
    expect(codes(fits, 'm')).toEqual(['body-in-template']);
  });

  test('answers stand in the file; those of another form do not, and are warned of', async () => {
    const answers = { 'template:m': 'VwSxYz', 'sender:email': 'nobody', 'list:entry': ' Y6nRLr ' };
    const { definition, warnings, blanks } = await flowOf(around(step('message')), answers);
    expect(definition.triggers).toEqual([{ type: 'list', id: 'Y6nRLr' }]);
    expect(definition.actions).toMatchObject([
      { data: { message: { template_id: 'VwSxYz', from_email: 'sender@example.com' } } },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['answer-misfit']);
    expect(
      blanks
        .filter(({ filled }) => filled)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['list:entry', 'template:m']);
  });

  test.each([
    ['sms', 'send-sms'],
    ['push', 'send-mobile-push'],
    ['whatsapp', 'send-whatsapp'],
    ['webhook', 'send-webhook'],
    ['direct-mail', 'send-webhook'],
    ['display-ad', 'send-webhook'],
  ] as const)('a message by %s is %s', async (channel, type) => {
    const [action] = await only(
      step('message', { channel, content: { body: '"Quoted" {{city|it\'s "here"}}' } }),
    );
    expect(action).toMatchObject({ type });
    if (channel !== 'direct-mail') return;
    const { body } = (action!['data'] as { message: { body: string } }).message;
    expect(JSON.parse(body)).toMatchObject({
      channel,
      content: { body: `"Quoted" {{ person|lookup:'city'|default:'it’s ’here’' }}` },
    });
  });
});
