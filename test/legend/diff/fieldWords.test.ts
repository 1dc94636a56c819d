import '../../../src/i18n/versionsWords.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldAt } from '../../../src/legend/diff/fieldTable.ts';
import { fieldSentence, fieldWords } from '../../../src/legend/diff/fieldWords.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../src/i18n/useFormat.ts';
import { diffJourneys } from '../../../src/journey/diffJourneys.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes, money, probability } from '../../../src/journey/units.ts';
import { branchOf, draft, empty, step } from '../../support/draftJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';

const { t } = i18n;
const format = formatsFor('en');
const ID = stepId('m');
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

function sentences(before: Journey, after: Journey): readonly string[] {
  const diff = diffJourneys(before, after);
  const comparison = { t, format, before, after };
  const words = [
    ...diff.steps.changed.flatMap(({ id, fields }) =>
      fields.map((field) => fieldWords(field, comparison, id)),
    ),
    ...[...diff.settings, ...diff.document].map((field) => fieldWords(field, comparison)),
  ];
  return words.map((found) => plain(fieldSentence(found, t)));
}

const ofStep = (before: Step, after: Step) => sentences(draft({ [ID]: before }), draft({ [ID]: after }));
const ofSettings = (settings: Partial<JourneySettings>, from: Partial<JourneySettings> = {}) =>
  sentences(draft({}, [], from), draft({}, [], { ...from, ...settings }));

const mail = step('message', { content: { subject: 'Hello' } });
const arms = (first: number, second: number, name = 'Arm B') =>
  step('experiment', {
    arms: [
      { id: 'a', name: 'Arm A', weight: first },
      { id: 'b', name, weight: second },
    ],
  });

describe('a changed step', () => {
  const cases: readonly [string, Step, Step, readonly string[]][] = [
    [
      'a longer wait',
      step('wait', { until: { type: 'duration', minutes: days(2) } }),
      step('wait', { until: { type: 'duration', minutes: days(3) } }),
      ['Wait: 2 days → 3 days'],
    ],
    [
      'another kind of wait',
      step('wait'),
      step('wait', { until: { type: 'weekday', weekday: 'monday', at: '09:00' } }),
      ['Wait: 1 day → until Monday, 09:00'],
    ],
    ['a subject', mail, { ...mail, content: { subject: 'Hi' } }, ['Subject: “Hello” → “Hi”']],
    [
      'content where there was none',
      step('message'),
      { ...mail, content: { subject: 'Hi', utm: { source: 'mail' } } },
      ['Content: none → Subject “Hi”; UTM tag source “mail”'],
    ],
    [
      'another wording of a variant',
      { ...mail, content: { variants: [{ id: 'b', name: 'Short', subject: 'Hi' }] } },
      { ...mail, content: { variants: [{ id: 'b', name: 'Short', subject: 'Hey', share: 20 }] } },
      ['Variant b: none → 20 %', 'Variant b: “Hi” → “Hey”'],
    ],
    [
      'variants where there were none',
      mail,
      { ...mail, content: { subject: 'Hello', variants: [{ id: 'b', name: 'Short' }] } },
      ['Variants: none → Short'],
    ],
    [
      'a weight',
      arms(50, 50),
      arms(60, 40),
      ['Weight of Arm A: 50 % → 60 %', 'Weight of Arm B: 50 % → 40 %'],
    ],
    ['the name of an arm', arms(50, 50), arms(50, 50, 'Bold'), ['Name of Bold: “Arm B” → “Bold”']],
    [
      'an arm that went',
      arms(50, 50),
      { ...arms(50, 50), arms: [arms(50, 50).arms[0]!] },
      ['Arm B: 50 % → none'],
    ],
    [
      'the order of branches',
      step('split', { branches: [branchOf('x', { kind: 'tag', tag: 'vip' }), branchOf('y', EVERY)] }),
      step('split', { branches: [branchOf('y', EVERY), branchOf('x', { kind: 'tag', tag: 'vip' })] }),
      ['Order of branches: x, y → y, x'],
    ],
    [
      'a rule',
      step('split', { branches: [branchOf('x', { kind: 'tag', tag: 'vip' })] }),
      step('split', { branches: [branchOf('x', { kind: 'tag', tag: 'new' })] }),
      ['Rule of x: has the tag “vip” → has the tag “new”'],
    ],
    [
      'switching off',
      mail,
      { ...mail, disabled: true, name: 'Hey' },
      ['Switched off: no → yes', 'Name: “Message” → “Hey”'],
    ],
    [
      'costs and rates',
      mail,
      { ...mail, cost: money(0.5), response: { opened: probability(0.25) } },
      ['Cost per send: none → $0.50', 'Your own rates: none → Opened of delivered 25.0 %'],
    ],
    [
      'who enters',
      step('entry'),
      step('entry', { eligible: { kind: 'tag', tag: 'vip' }, spreadMinutes: hours(6) }),
      ['Who may enter: everyone → has the tag “vip”', 'Spread over: none → 6 hours'],
    ],
    [
      'answers',
      step('check'),
      step('check', { responses: ['clicked', 'opened'], on: 'latest', windowFrom: 'send' }),
      [
        'Answers with an exit of their own: Clicked → Clicked, Opened',
        'Counted from: arrival at the check → the send',
      ],
    ],
    [
      'a rung',
      step('escalate'),
      step('escalate', {
        rungs: [
          { channel: 'whatsapp', occasion: 'triggered' },
          { channel: 'push', occasion: 'triggered' },
          { channel: 'email', occasion: 'triggered' },
        ],
      }),
      ['Channel of rung 1: SMS → WhatsApp', 'Rung 3: none → Email'],
    ],
    [
      'an update',
      step('update'),
      step('update', { changes: [{ type: 'addScore', points: 5 }] }),
      ['Change 1: Add tag follow-up → Score +5'],
    ],
    [
      'working hours',
      step('handoff'),
      step('handoff', {
        capacity: {
          agents: 3,
          handlingMinutes: minutes(20),
          hours: { weekdays: [0, 4], from: '09:00', until: '17:00' },
        },
      }),
      [
        'A limited number of people: none → People 3; Time per contact 20 minutes; Working days Mon, Fri; Work begins 09:00; Work ends 17:00',
      ],
    ],
    [
      'a goal step that counts',
      step('goal'),
      step('goal', { conversion: {} }),
      ['Records a conversion: none → yes'],
    ],
  ];
  it.each(cases)('says %s', (_, before, after, words) => {
    expect([...ofStep(before, after)].sort()).toEqual([...words].sort());
  });
});

const EVERY = { kind: 'all', rules: [] } as const;

describe('changed settings', () => {
  it('are said in the journey’s own units', () => {
    expect(ofSettings({ horizonMinutes: days(30), priority: 60, zone: 'Europe/Stockholm' })).toEqual([
      'Simulated time: 90 days → 30 days',
      'Priority: 50 → 60',
      'Time zone: UTC → Europe/Stockholm',
    ]);
    expect(ofSettings({ reEntry: { mode: 'cooldown', minutes: days(7), from: 'end' } })).toEqual([
      'Entering again: never → 7 days after leaving',
    ]);
  });

  it('say goals and exit rules by name and number', () => {
    const [goal] = empty.settings.goals;
    expect(
      ofSettings({
        goals: [{ ...goal!, value: { kind: 'fixed', amount: money(40) }, count: 'every' }],
        exitRules: [{ id: 'r', when: { kind: 'unsubscribed', channel: 'any' }, mode: 'immediate' }],
      }),
    ).toEqual([
      'Exit rule 1: none → they unsubscribe from any channel',
      'Counting of Conversion: once per entry → every time',
      'Worth of Conversion: what the order is worth → $40',
    ]);
  });

  it('say the amounts of each side in its own currency', () => {
    const worth = { ...draft({ [ID]: { ...mail, cost: money(5) } }) };
    const other = draft({ [ID]: { ...mail, cost: money(6) } }, [], { currency: 'EUR' });
    expect(sentences(worth, other)).toEqual(['Cost per send: $5 → €6', 'Currency: USD → EUR']);
  });
});

describe('whatever there is to say', () => {
  it('is short, and of long texts shows where they differ', () => {
    const long = 'x'.repeat(10_000);
    const [words = ''] = ofStep({ ...mail, name: `${long}a` }, { ...mail, name: `${long}b` });
    expect(words).toBe(`Name: “…${'x'.repeat(20)}a” → “…${'x'.repeat(20)}b”`);
    const [all = ''] = ofStep({ ...mail, name: long }, { ...mail, name: 'short' });
    expect(all.length).toBeLessThan(200);
  });

  it('falls back on the path and a few of the values where the field is unknown', () => {
    const huge = Array.from({ length: 100_000 }, (_, index) => ({ deep: { deeper: [index] } }));
    const change = { path: ['newThing', 'innerPart'], before: undefined, after: huge };
    const { label, before, after } = fieldWords(change, { t, format, before: empty, after: empty });
    expect([label, before]).toEqual(['New thing › Inner part', 'none']);
    expect(plain(after)).toMatch(/^Deep Deeper 1 item, .* and 99 ?994 more$/);
  });

  it('has a name for every field a journey can have, and never shows what it is made of', () => {
    fc.assert(
      fc.property(runnableJourney, runnableJourney, (before, after) => {
        const diff = diffJourneys(before, after);
        const alone = diff.steps.changed.flatMap(({ fields }) =>
          fields.filter(({ path }) => path.length === 1),
        );
        for (const { path } of [...alone, ...diff.settings.filter(({ path }) => path.length === 1)])
          expect(isList(path[0]) || fieldAt(String(path[0])), String(path[0])).toBeTruthy();
        for (const sentence of sentences(before, after)) {
          expect(sentence).not.toMatch(/›|\[object|undefined|versions\.|NaN/);
          expect(sentence.length).toBeLessThan(900);
        }
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});

function isList(key: unknown): boolean {
  return ['arms', 'branches', 'rungs', 'changes', 'goals', 'exitRules'].includes(String(key));
}
