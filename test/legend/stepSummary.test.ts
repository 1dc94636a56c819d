import { expect, it } from 'vitest';
import { formatsFor } from '../../src/i18n/useFormat.ts';
import { i18n } from '../../src/i18n/i18n.ts';
import { stepId } from '../../src/journey/ids.ts';
import { STEP_DEFINITIONS, STEP_KINDS, type Step } from '../../src/journey/steps/index.ts';
import { days, hours, minutes } from '../../src/journey/units.ts';
import { stepSummary } from '../../src/legend/stepSummary.ts';

const wording = { t: i18n.t, format: formatsFor('en'), currency: 'EUR' };
const wait = STEP_DEFINITIONS.wait.defaults();
const check = STEP_DEFINITIONS.check.defaults();
const message = STEP_DEFINITIONS.message.defaults();
const update = STEP_DEFINITIONS.update.defaults();

const shared = (...weights: readonly number[]): Step => ({
  ...STEP_DEFINITIONS.experiment.defaults(),
  arms: weights.map((weight, at) => ({ id: `arm${at}`, name: 'ABC'[at] ?? '', weight })),
});

const cases: readonly (readonly [string, Step])[] = [
  ['A 12.4 %, B 87.6 %', shared(12.35, 87.65)],
  ['A 33.4 %, B 33.3 %, C 33.3 %', shared(100 / 3, 100 / 3, 100 / 3)],
  [
    'A 12.3 %, B 37.3 %, holdout 50.4 %',
    { ...shared(12.25, 37.3), holdout: { weight: 50.45, goesOn: true } } as Step,
  ],
  ['A 12.4 %, B 80 %', shared(12.36, 80)],
  ['Wait 2 days', { ...wait, until: { type: 'duration', minutes: days(2) } }],
  ['Wait 2 days, then 09:00', { ...wait, until: { type: 'daysAt', days: 2, at: '09:00' } }],
  ['Wait until Tue 09:00', { ...wait, until: { type: 'weekday', weekday: 'tuesday', at: '09:00' } }],
  ['Wait until Tuesday', { ...wait, until: { type: 'weekday', weekday: 'tuesday' } }],
  [
    'Wait until 1 day before renewal',
    { ...wait, until: { type: 'date', column: 'renewal', offsetMinutes: -1440 } },
  ],
  [
    'Opened or clicked within 2 days',
    { ...check, responses: ['opened', 'clicked'], windowMinutes: hours(48), on: stepId('m') },
  ],
  [
    'Converted, clicked or opened within 5 days',
    { ...check, responses: ['converted', 'clicked', 'opened'], windowMinutes: days(5) },
  ],
  ['Converted within 36 hours', { ...check, responses: ['converted'], windowMinutes: hours(36) }],
  ['Wait 90 minutes', { ...wait, until: { type: 'duration', minutes: minutes(90) } }],
  ['Email · Welcome 1', { ...message, channel: 'email', content: { subject: 'Welcome 1' } }],
  ['Onto the suppression list', { ...update, changes: [{ type: 'suppress', channel: 'all' }] }],
  [
    'Add tag vip and 1 more',
    {
      ...update,
      changes: [
        { type: 'addTag', tag: 'vip' },
        { type: 'addScore', points: 5 },
      ],
    },
  ],
];

it.each(cases)('says “%s”', (words, step) => expect(stepSummary(step, wording)).toBe(words));

it.each(STEP_KINDS)('has words for a new %s, and no key shows through', (kind) => {
  const words = stepSummary(STEP_DEFINITIONS[kind].defaults(), wording);
  expect(words).not.toBe('');
  expect(words).not.toMatch(/editJourney|undefined|\{\{/);
});
