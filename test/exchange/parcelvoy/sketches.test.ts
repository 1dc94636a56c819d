import { describe, expect, test } from 'vitest';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import { around, draft, step } from '../../support/draftJourney.ts';
import { exportedSteps } from '../../support/formats/parcelvoySteps.ts';
import { walk } from '../../support/formats/parcelvoyWalk.ts';

describe('a step becomes', () => {
  test('an entrance for an event, which says whether contacts may come again', async () => {
    const entry = step('entry', { trigger: { type: 'events', event: 'signup', perDay: 5 } });
    const of = (mode: 'never' | 'afterExit') =>
      exportedSteps(draft({ in: entry, out: step('exit') }, ['in.next > out'], { reEntry: { mode } }));
    expect((await of('never')).steps['in']?.data).toMatchObject({
      trigger: 'event',
      event_name: 'signup',
      multiple: false,
    });
    expect((await of('afterExit')).steps['in']?.data).toMatchObject({ multiple: true, concurrent: false });
  });

  test('an entrance with a list and a schedule', async () => {
    const schedule = step('entry', { trigger: { type: 'schedule', everyDays: 7, at: '09:30' } });
    const { steps } = await exportedSteps(draft({ in: schedule }));
    expect(steps['in']?.data).toMatchObject({
      trigger: 'schedule',
      list_id: 0,
      schedule: 'DTSTART:20260302T093000Z\nRRULE:FREQ=DAILY;INTERVAL=7',
    });
    const once = await exportedSteps(draft({}));
    expect(once.steps['entry-1']?.data).toMatchObject({ schedule: 'DTSTART:20260302T080000Z' });
  });

  test.each([
    [
      { type: 'duration', minutes: minutes(1505) },
      { format: 'duration', days: 1, hours: 1, minutes: 5 },
    ],
    [
      { type: 'timeOfDay', at: '18:00' },
      { format: 'time', time: '18:00' },
    ],
    [
      { type: 'daysAt', days: 0, at: '18:00' },
      { format: 'time', time: '18:00' },
    ],
    [
      { type: 'date', column: 'renewal_date', offsetMinutes: -90 },
      {
        format: 'date',
        date: '{{#if user.renewal_date}}{{subDate user.renewal_date 90 "minutes"}}{{else}}1970-01-01{{/if}}',
      },
    ],
    [
      { type: 'random', from: hours(2), to: hours(4) },
      { format: 'duration', days: 0, hours: 3, minutes: 0 },
    ],
    [
      { type: 'weekday', weekday: 'friday' },
      { format: 'duration', days: 3, hours: 12, minutes: 0 },
    ],
  ] as const)('a delay: %j', async (until, data) => {
    const { steps } = await exportedSteps(around(step('wait', { until })));
    expect(steps['m']).toMatchObject({ type: 'delay', data });
  });

  test.each([
    [1, '09:00', 0],
    [1, '09:00', 540],
    [1, '09:00', 1439],
    [2, '00:00', 1],
    [3, '23:50', 1430],
  ])('delays that end %i dates on at %s, whenever one comes (minute %i)', async (count, at, start) => {
    const { steps } = await exportedSteps(
      around(step('wait', { until: { type: 'daysAt', days: count, at } })),
    );
    const [hour = 0, minute = 0] = at.split(':').map(Number);
    expect(walk(steps, { start }).at(-1)).toEqual({ id: 'end', at: count * 1440 + hour * 60 + minute });
  });

  test('an action with the campaign that somebody gave', async () => {
    const { steps, blanks } = await exportedSteps(around(step('message')), {
      answers: { 'campaign:m': '73' },
    });
    expect(steps['m']).toMatchObject({ type: 'action', data: { campaign_id: 73 } });
    expect(blanks.find(({ id }) => id === 'campaign:m')).toMatchObject({
      filled: true,
      value: '73',
      step: 'm',
    });
  });

  test('an update with a template', async () => {
    const { steps } = await exportedSteps(
      around(
        step('update', {
          changes: [
            { type: 'set', column: 'plan', value: '{{"pro"}}' },
            { type: 'addTag', tag: 'vip' },
            { type: 'removeTag', tag: 'new' },
            { type: 'addScore', points: 5 },
            { type: 'suppress', channel: 'sms' },
          ],
        }),
      ),
    );
    const template = String(steps['m']?.data?.['template']);
    expect(JSON.parse(template.replace(/\{\{#if user.score\}\}.*\{\{\/if\}\}/, '6'))).toEqual({
      plan: '{{"pro"}}',
      tag_vip: true,
      tag_new: false,
      suppressed_sms: true,
      score: 6,
    });
    expect(template).toContain('{{#if user.score}}{{add user.score 5}}{{else}}5{{/if}}');
  });

  test('events for what is handed over and reached', async () => {
    const handed = await exportedSteps(around(step('handoff'), ['accepted']));
    expect(handed.steps['m']).toMatchObject({
      type: 'event',
      data: { event_name: 'handoff_sales', template: '{}' },
    });
    expect(handed.steps['m.time']).toMatchObject({ type: 'delay', data: { hours: 4 } });
    const reached = await exportedSteps(around(step('goal', { name: 'Cart recovered' })));
    expect(reached.steps['m']).toMatchObject({
      type: 'event',
      data: { event_name: 'reached_cart-recovered' },
    });
  });

  test('a hand-off that is always missed goes on as missed', async () => {
    const late = step('handoff', { serviceMinutes: hours(4), slaMinutes: hours(1) });
    const { steps } = await exportedSteps(around(late, ['accepted', 'missed']));
    expect(steps['m.time']?.data).toMatchObject({ hours: 1 });
  });

  test('an experiment with the smallest whole ratios', async () => {
    const arms = [
      { id: 'a', name: 'A', weight: 60 },
      { id: 'b', name: 'B', weight: 30 },
    ];
    const journey = draft(
      {
        x: step('experiment', { arms, holdout: { weight: 10, goesOn: false } }),
        a: step('goal'),
        b: step('exit'),
      },
      ['entry-1.next > x', 'x.a > a', 'x.b > b'],
    );
    const { steps } = await exportedSteps(journey);
    expect(steps['x']?.children).toEqual([
      { external_id: 'a', data: { ratio: 6 } },
      { external_id: 'b', data: { ratio: 3 } },
      { external_id: 'x.holdout', data: { ratio: 1 } },
    ]);
    expect(steps['x.holdout']?.type).toBe('exit');
  });

  test('a chain of gates, the first of which that matches wins', async () => {
    const branches = ['high', 'low'].map((id) => ({
      id,
      name: id,
      rule: { kind: 'column', column: 'intent', operator: 'is', value: id } as const,
    }));
    const journey = draft(
      { s: step('split', { branches }), a: step('exit'), b: step('exit'), c: step('exit') },
      ['entry-1.next > s', 's.high > a', 's.low > b', 's.else > c'],
    );
    const { steps } = await exportedSteps(journey);
    const ends = ['high', 'low', 'medium'].map((intent) => walk(steps, { user: { intent } }).at(-1)?.id);
    expect(ends).toEqual(['a', 'b', 'c']);
  });
});

describe('a check', () => {
  const journey = draft(
    {
      mail: step('message'),
      look: step('check', { responses: ['opened', 'clicked'], windowMinutes: days(2), ranked: true }),
      yes: step('exit'),
      some: step('exit'),
      no: step('exit'),
    },
    [
      'entry-1.next > mail',
      'mail.next > look',
      'look.clicked > yes',
      'look.opened > some',
      'look.noResponse > no',
    ],
  );
  const answers = { 'campaign:mail': '10' };

  test('asks after the window for the best answer to its own campaign', async () => {
    const { steps } = await exportedSteps(journey, { answers });
    const opened = { at: 300, name: 'email_opened', campaign_id: 10 };
    const clicked = { at: 400, name: 'email_clicked', campaign_id: 10 };
    const end = (events: Parameters<typeof walk>[1]['events']) =>
      walk(steps, { events: events ?? [] }).at(-1);
    expect(end([])).toEqual({ id: 'no', at: 2880 });
    expect(end([opened])).toEqual({ id: 'some', at: 2880 });
    expect(end([opened, clicked])).toEqual({ id: 'yes', at: 2880 });
    expect(end([{ ...opened, campaign_id: 11 }])).toEqual({ id: 'no', at: 2880 });
    expect(end([{ ...opened, at: 2881 }])).toEqual({ id: 'no', at: 2880 });
  });

  test('says that nobody goes on early where the journey lets them', async () => {
    const told = async (ranked: boolean) => {
      const look = step('check', { windowMinutes: days(2), ranked });
      const { fits } = await exportedSteps(draft({ look }, ['entry-1.next > look']));
      return fits.find(({ code }) => code === 'check-after-delay')?.words;
    };
    expect(await told(true)).toBe(
      'Everyone waits 2 days and is then asked for each response in turn: the best wins.',
    );
    expect(await told(false)).toContain('Nobody goes on at the first answer.');
  });

  test('asks for events that somebody names', async () => {
    const look = step('check', { responses: ['converted', 'replied'] });
    const asking = draft({ mail: step('message'), look }, ['entry-1.next > mail', 'mail.next > look']);
    const { files, blanks } = await exportedSteps(asking, { answers: { 'event:converted': 'order_placed' } });
    expect(files[0]?.text).toContain('"order_placed"');
    expect(files[0]?.text).toContain('"YOUR_REPLIED_EVENT"');
    expect(Object.fromEntries(blanks.map(({ id, filled }) => [id, filled]))).toEqual({
      'list:entry-1': false,
      'campaign:mail': false,
      'event:converted': true,
      'event:replied': false,
    });
  });
});
