import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import type { ExportOptions } from '../../../src/journey/portability.ts';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import type { Journey, JourneySettings } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { campaignFaults } from '../../support/formats/mautic.ts';

async function exported(journey: Journey, options?: ExportOptions) {
  const made = await converter.export(journey, options);
  if (!made.ok) throw new Error(made.problems.map(({ words }) => words).join('\n'));
  expect(campaignFaults(made.files)).toEqual([]);
  const { events } = JSON.parse(made.files[0]!.text) as {
    events: { id: string; type: string; triggerMode: string; properties: Record<string, unknown> }[];
  };
  return { ...made, events };
}

/** Entry, the step, and an exit at each of its ends. */
function alone(tried: Step, exits: readonly string[], settings: Partial<JourneySettings> = {}): Journey {
  const links = exits.map((exit) => `tried.${exit} > done`);
  return draft({ tried, done: step('exit', { name: 'Done' }) }, ['entry-1.next > tried', ...links], settings);
}

/** What is said of the step, and whether all of it comes back: `emulated milestone +`. */
async function said(journey: Journey): Promise<readonly string[]> {
  const { fits } = await exported(journey);
  return fits
    .filter((fit) => fit.step === 'tried')
    .map(({ fit, code, returns }) => `${fit} ${code} ${returns ? '+' : '−'}`);
}

const all = { kind: 'all', rules: [] } as const;
const high = { kind: 'column', column: 'intent', operator: 'is', value: 'high' } as const;

describe('what becomes of each kind of step', () => {
  test.each<[string, Step, readonly string[], readonly string[]]>([
    ['an e-mail', step('message'), ['next'], ['native native +']],
    ['an SMS', step('message', { channel: 'sms' }), ['next'], ['native native +']],
    [
      'a message on the preferred channel',
      step('message', { channel: 'preferred', fallback: ['email'] }),
      ['next'],
      ['native preferred-channel +'],
    ],
    [
      'a message with something to fall back on',
      step('message', { fallback: ['sms'] }),
      ['next'],
      ['missing fallback +'],
    ],
    ['a message in the app', step('message', { channel: 'in-app' }), ['next'], ['emulated in-app-focus +']],
    [
      'a WhatsApp message',
      step('message', { channel: 'whatsapp' }),
      ['next'],
      ['emulated sent-by-webhook +'],
    ],
    ['a webhook', step('message', { channel: 'webhook' }), ['next'], ['native native +']],
    [
      'a text message that is a receipt',
      step('message', { channel: 'sms', transactional: true }),
      ['next'],
      ['missing transactional +'],
    ],
    [
      'a message with its text',
      step('message', {
        content: {
          subject: 'Hi',
          utm: { utm_source: 'x' },
          couponCode: 'TEN',
          variants: [{ id: 'b', name: 'B' }],
        },
      }),
      ['next'],
      ['missing content +'],
    ],
    [
      'a message with options',
      step('message', { obeysCaps: false, countsTowardCaps: false, tags: ['promo'] }),
      ['next'],
      ['missing message-options +'],
    ],
    ['a wait that no event follows', step('wait'), ['next'], ['emulated wait-action +']],
    [
      'a wait for an hour on another day',
      step('wait', { until: { type: 'daysAt', days: 2, at: '09:00' } }),
      ['next'],
      ['emulated wait-hour +', 'emulated wait-action +'],
    ],
    [
      'a wait of random length',
      step('wait', { until: { type: 'random', from: minutes(5), to: minutes(9) } }),
      ['next'],
      ['emulated wait-random +', 'emulated wait-action +'],
    ],
    [
      'a wait for a contact’s date',
      step('wait', { until: { type: 'date', column: 'renewal_date', offsetMinutes: 0 } }),
      ['next'],
      ['missing wait-for-date +', 'emulated wait-action +'],
    ],
    [
      'a split',
      step('split', { branches: [{ id: 'a', name: 'A', rule: high }] }),
      ['a', 'else'],
      ['native native +'],
    ],
    [
      'a split of two',
      step('split', {
        branches: [
          { id: 'a', name: 'A', rule: high },
          { id: 'b', name: 'B', rule: all },
        ],
      }),
      ['a', 'b'],
      ['emulated split-chained +'],
    ],
    [
      'a split by what contacts did',
      step('split', { branches: [{ id: 'a', name: 'A', rule: { kind: 'behaviour', did: 'opened' } }] }),
      ['a', 'else'],
      ['emulated asked-by-segment +'],
    ],
    [
      'an exit that nobody takes',
      step('split', { branches: [{ id: 'a', name: 'A', rule: all }] }),
      ['a', 'else'],
      ['missing exit-not-taken +'],
    ],
    ['an experiment', step('experiment'), ['a', 'b'], ['emulated random-field +']],
    [
      'an experiment whose holdout goes on',
      step('experiment', {
        arms: [{ id: 'a', name: 'A', weight: 90 }],
        holdout: { weight: 10, goesOn: true },
      }),
      ['a', 'holdout'],
      ['emulated random-field +', 'missing holdout-goes-on +', 'missing exit-not-taken +'],
    ],
    [
      'a check far from its message',
      step('check', { windowFrom: 'send' }),
      ['clicked', 'noResponse'],
      ['emulated window-from-arrival +', 'emulated asked-at-the-end +', 'emulated asked-by-segment +'],
    ],
    ['a ladder', step('escalate'), ['sent', 'exhausted'], ['emulated ladder-expanded +']],
    ['an update', step('update'), ['next'], ['native native +']],
    [
      'an update of half a point',
      step('update', { changes: [{ type: 'addScore', points: 1.5 }] }),
      ['next'],
      ['emulated points-rounded +'],
    ],
    [
      'a column that is no alias',
      step('update', { changes: [{ type: 'set', column: 'Lifetime value', value: 3 }] }),
      ['next'],
      ['emulated field-alias +'],
    ],
    [
      'a suppression that Mautic does not know',
      step('update', { changes: [{ type: 'suppress', channel: 'call' }] }),
      ['next'],
      ['missing suppress +'],
    ],
    ['a hand-off', step('handoff', { slaMinutes: hours(4) }), ['accepted', 'missed'], ['emulated handoff +']],
    ['a milestone', step('goal'), ['next'], ['emulated milestone +']],
  ])('%s', async (_, tried, exits, fits) => {
    expect(await said(alone(tried, exits))).toEqual(fits);
  });

  test('right after its e-mail a check is a decision, and its window the time of what follows', async () => {
    const journey = draft(
      {
        mail: step('message'),
        tried: step('check', { responses: ['opened'], windowMinutes: days(2) }),
        again: step('message', { channel: 'sms' }),
      },
      ['entry-1.next > mail', 'mail.next > tried', 'tried.noResponse > again'],
    );
    expect(await said(journey)).toEqual(['native native +']);
    const { events } = await exported(journey);
    expect(events.map(({ type }) => type)).toEqual(['email.send', 'email.open', 'sms.send_text_sms']);
    expect(events[2]).toMatchObject({
      triggerMode: 'interval',
      triggerInterval: 2,
      triggerIntervalUnit: 'd',
      decisionPath: 'no',
    });
  });

  test('two waits in a row, and one at the end, are actions that do nothing', async () => {
    const journey = draft(
      {
        one: step('wait'),
        two: step('wait'),
        mail: step('message'),
        three: step('wait'),
        done: step('exit'),
      },
      ['entry-1.next > one', 'one.next > two', 'two.next > mail', 'mail.next > three', 'three.next > done'],
    );
    const { events } = await exported(journey);
    expect(events.map(({ id, type, triggerMode }) => `${id} ${type} ${triggerMode}`)).toEqual([
      'new_one lead.changepoints interval',
      'new_mail email.send interval',
      'new_three lead.changepoints interval',
    ]);
  });

  test('a marketing e-mail in a loop is sent once', async () => {
    const journey = draft({ tried: step('message'), pause: step('wait') }, [
      'entry-1.next > tried',
      'tried.next > pause',
      'pause.next > tried',
    ]);
    expect(await said(journey)).toEqual(['missing sent-once +', 'native joined-by-jump +']);
  });
});

test('settings that a campaign does not have are said', async () => {
  const journey = alone(step('message'), ['next'], {
    entryCap: 10,
    reEntry: { mode: 'cooldown', minutes: days(3), from: 'end' },
    exitRules: [{ id: 'one', when: { kind: 'converted' }, mode: 'immediate' }],
    transactional: true,
  });
  const { fits } = await exported(journey, {
    policies: {
      caps: [
        {
          id: 'c',
          max: 1,
          window: { kind: 'calendar', unit: 'day' },
          zone: 'UTC',
          scope: 'all',
          onCap: { kind: 'skip' },
        },
      ],
      quietHours: { from: '22:00', until: '07:00', onQuiet: 'hold' },
      budgets: [],
      rateLimits: [{ channel: 'email', max: 5, perMinutes: minutes(60) }],
    },
  });
  const ofAll = fits.filter(({ step: of }) => of === undefined).map(({ fit, code }) => `${fit} ${code}`);
  expect(ofAll).toEqual([
    'missing entry-cap',
    'missing re-entry',
    'missing exit-rules',
    'emulated all-transactional',
    ...Array.from({ length: 3 }, () => 'missing policy'),
  ]);
});

describe('blanks', () => {
  const journey = alone(step('message'), ['next']);

  test('stand as placeholders until they are answered', async () => {
    const { blanks } = await exported(journey);
    expect(blanks.map(({ id, filled, value }) => [id, filled, value])).toEqual([
      ['email:tried', false, '0'],
      ['segment', false, '0'],
    ]);
  });

  test('answers stand in the file, and misfits are warned of', async () => {
    const { files, blanks, warnings } = await exported(journey, {
      answers: { 'email:tried': '17', segment: 'newcomers' },
    });
    expect(JSON.parse(files[0]!.text)).toMatchObject({
      lists: [{ id: 0 }],
      events: [{ properties: { email: 17 } }],
    });
    expect(blanks.filter(({ filled }) => filled).map(({ id }) => id)).toEqual(['email:tried']);
    expect(warnings.map(({ code }) => code)).toEqual(['answer-misfit']);
  });
});

test('the list of platforms fetches this converter', async () => {
  expect(await PLATFORMS.mautic.load()).toBe(converter);
});

test('the same journey gives the same bytes', async () => {
  const journey = alone(step('escalate'), ['sent', 'exhausted']);
  expect((await exported(journey)).files).toEqual((await exported(journey)).files);
});

describe('what cannot be a campaign', () => {
  test('nothing happens', async () => {
    const made = await converter.export(draft({ done: step('exit') }, ['entry-1.next > done']));
    expect(made).toMatchObject({ ok: false, problems: [{ code: 'no-events' }] });
  });

  test('contacts only wait, round and round', async () => {
    const waits = draft({ a: step('wait'), b: step('wait') }, [
      'entry-1.next > a',
      'a.next > b',
      'b.next > a',
    ]);
    expect(await converter.export(waits)).toMatchObject({ ok: false, problems: [{ code: 'endless-wait' }] });
  });

  test('the journey has errors', async () => {
    const broken = alone(step('experiment', { arms: [] }), []);
    expect(await converter.export(broken)).toMatchObject({
      ok: false,
      problems: [{ code: 'weights-not-100' }],
    });
  });
});
