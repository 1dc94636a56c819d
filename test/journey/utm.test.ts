import { expect, test } from 'vitest';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import { utmDefaults, utmNames, withUtmNames, type UtmDefaults } from '../../src/journey/utm.ts';

const journey = { id: journeyId('j'), name: 'Spring  Läunch, 50 %!' };
const step = { id: stepId('m'), name: '¿' };

test.each<[string, UtmDefaults, Readonly<Record<string, string>>]>([
  [
    'without defaults of the workspace those that are built in hold',
    {},
    { utm_source: 'journey', utm_medium: 'email', utm_campaign: 'spring-launch-50', utm_content: 'm' },
  ],
  [
    'names stand where they are asked for, once or more',
    {
      source: 'news',
      campaign: '{{ journey }}_{{channel}}-{{journey}}',
      content: 'plain',
      term: '{{nothing}}',
    },
    {
      utm_source: 'news',
      utm_medium: 'email',
      utm_campaign: 'spring-launch-50_email-spring-launch-50',
      utm_content: 'plain',
      utm_term: '{{nothing}}',
    },
  ],
  [
    'an empty default means none',
    { source: '', medium: ' ', campaign: '', content: '{{step}}' },
    { utm_content: 'm' },
  ],
])('%s', (_, defaults, tags) => {
  expect(utmDefaults(journey, step, 'email', defaults)).toEqual(tags);
});

test('a message on the contact’s own channel is a message', () => {
  expect(utmDefaults(journey, step, 'preferred')).toMatchObject({ utm_medium: 'message' });
});

test('the tags of a message get the names that defaults get', () => {
  const utm = { utm_campaign: '{{journey}}_{{ step }}', utm_medium: '{{channel}}', utm_term: '{{plan|x}}' };
  expect(withUtmNames({ body: '{{journey}}', utm }, utmNames(journey, step, 'preferred'))).toEqual({
    body: '{{journey}}',
    utm: { utm_campaign: 'spring-launch-50_m', utm_medium: 'message', utm_term: '{{plan|x}}' },
  });
});
