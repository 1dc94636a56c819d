import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lower } from '../../../src/exchange/lower/lower.ts';
import { braze } from '../../../src/exchange/sheets/braze/braze.ts';
import type { Dialect } from '../../../src/exchange/sheets/dialect.ts';
import { hubspot } from '../../../src/exchange/sheets/hubspot/hubspot.ts';
import { makeSheet } from '../../../src/exchange/sheets/makeSheet.ts';
import { marketo } from '../../../src/exchange/sheets/marketo/marketo.ts';
import { writeSheet } from '../../../src/exchange/sheets/writeSheet.ts';
import { linksOf, stepEntries } from '../../../src/journey/graph.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Policies } from '../../../src/journey/policies.ts';
import type { BuildSheet, SheetTask } from '../../../src/journey/portability.ts';
import { hours } from '../../../src/journey/units.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { smallJourney } from '../../support/tinyRun.ts';

const DIALECTS: readonly (readonly [string, Dialect])[] = [
  ['Braze', braze],
  ['HubSpot', hubspot],
  ['Marketo', marketo],
];

function sheetOf(journey: Journey, dialect: Dialect, policies?: Policies): BuildSheet {
  const made = makeSheet(journey, dialect, policies ? { policies } : {});
  if (!made.ok) throw new Error(made.problems.map(({ words }) => words).join('\n'));
  return made.sheet;
}

function tasksOf({ parts }: BuildSheet): readonly SheetTask[] {
  return parts.flatMap(({ tasks }) => tasks);
}

/** The graph that somebody builds who does what the sheet says: each way, by the number of the task that it leads to. */
function builtLinks(sheet: BuildSheet): readonly string[] {
  const tasks = tasksOf(sheet);
  const stepAt = (number: number) => tasks[number - 1]?.id.replace(/^step:/, '');
  return tasks.flatMap((task) => {
    if (!task.id.startsWith('step:')) return [];
    return task.settings.flatMap(({ value }) => {
      const number = /^(?:connect to |Go to action: |Execute Campaign: )?task (\d+) “/.exec(value)?.[1];
      return number === undefined ? [] : [`${task.id.slice(5)}>${stepAt(Number(number)) ?? '?'}`];
    });
  });
}

function meantLinks(journey: Journey, dialect: Dialect): readonly string[] | undefined {
  const lowered = lower(journey, dialect.lacks);
  return lowered.ok ? linksOf(lowered.journey).map(({ from, to }) => `${from}>${to}`) : undefined;
}

describe.each(DIALECTS)('a sheet for %s', (_, dialect) => {
  test.each(SAMPLE_NAMES)('%s: every step is a task, every link a way, no number twice', (name) => {
    const journey = openSample(name);
    const sheet = sheetOf(journey, dialect);
    expect([...builtLinks(sheet)].sort()).toEqual([...(meantLinks(journey, dialect) ?? [])].sort());
    const ids = tasksOf(sheet).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('random journeys: whoever does what it says has built the journey', () => {
    fc.assert(
      fc.property(runnableJourney, (random) => {
        // The numbers are found between quotes.
        const journey = { ...random, steps: plainNames(random) };
        const meant = meantLinks(journey, dialect);
        const made = makeSheet(journey, dialect);
        expect(made.ok).toBe(meant !== undefined);
        if (!made.ok || !meant) return;
        expect([...builtLinks(made.sheet)].sort()).toEqual([...meant].sort());
        for (const [id] of stepEntries(journey)) expect(made.fits.some(({ step }) => step === id)).toBe(true);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test('what is not said natively is said, one sentence each', () => {
    fc.assert(
      fc.property(runnableJourney, (journey) => {
        const made = makeSheet(journey, dialect);
        if (!made.ok) return;
        for (const { fit, words } of made.fits) if (fit !== 'native') expect(words).toMatch(/[.:]$/);
      }),
      { seed: 4, numRuns: 20 },
    );
  });

  test('policies are said, and names with marks stay text', () => {
    const journey = {
      ...smallJourney({
        steps: { mail: { kind: 'message', channel: 'email', name: '<b>*Sale*</b>\n# now' } },
        links: ['entry>next>mail'],
      }),
      name: '[x](javascript:1)',
    };
    const policies: Policies = {
      caps: [
        {
          id: 'week',
          max: 2,
          window: { kind: 'calendar', unit: 'week' },
          zone: 'contact',
          scope: 'all',
          onCap: { kind: 'skip' },
        },
      ],
      quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' },
      budgets: [],
      rateLimits: [],
    };
    const sheet = sheetOf(journey, dialect, policies);
    const text = writeSheet(sheet);
    expect(text).toContain('At most 2 messages a week per contact');
    expect(text).toContain('21:00');
    expect(text).not.toMatch(/[^\\]<b>|\n# now|[^\\]\]\(javascript/);
    expect(text.match(/^- \[ \] /gm)).toHaveLength(tasksOf(sheet).length);
  });

  test('durations, shares and rules of the journey are in it', () => {
    const journey = smallJourney({
      steps: {
        pick: {
          kind: 'split',
          branches: [
            {
              id: 'vip',
              name: 'VIP',
              rule: { kind: 'column', column: 'tier', operator: 'is', value: 'gold' },
            },
            { id: 'hot', name: 'Hot', rule: { kind: 'score', atLeast: 37 } },
          ],
        },
        draw: {
          kind: 'experiment',
          arms: [
            { id: 'a', name: 'A', weight: 61 },
            { id: 'b', name: 'B', weight: 29 },
          ],
          holdout: { weight: 10, goesOn: false },
        },
        pause: { kind: 'wait', until: { type: 'duration', minutes: hours(53) } },
        mail: { kind: 'message', content: { subject: 'Hi {{name|you}}', body: 'Body' } },
        look: { kind: 'check', on: 'mail', windowMinutes: hours(31), responses: ['clicked', 'opened'] },
      },
      links: [
        'entry>next>pick',
        'pick>vip>draw',
        'pick>else>mail',
        'draw>a>pause',
        'pause>next>mail',
        'mail>next>look',
      ],
    });
    const text = JSON.stringify(sheetOf(journey, dialect));
    for (const part of [
      'gold',
      'tier',
      '37',
      '61 %',
      '29 %',
      '10 %',
      '53 hours',
      '31 hours',
      'name',
      'Hi {{',
    ])
      expect(text).toContain(part);
  });
});

function plainNames(journey: Journey): Journey['steps'] {
  return Object.fromEntries(stepEntries(journey).map(([id, step]) => [id, { ...step, name: id }]));
}

test('a journey with too many steps is refused with words', () => {
  const journey = smallJourney({
    steps: { pause: { kind: 'wait' } },
    links: ['entry>next>pause', 'pause>next>pause'],
    settings: { maxPasses: 900 },
  });
  const made = makeSheet(journey, braze);
  expect(made.ok ? '' : made.problems[0]?.words).toContain('more than the 200 steps');
});

describe('a check names what tells of responses on the channels it may be about', () => {
  const onSms = smallJourney({
    steps: {
      text: { kind: 'message', channel: 'sms' },
      look: { kind: 'check', on: 'latest', responses: ['clicked', 'converted'] },
    },
    links: ['entry>next>text', 'text>next>look'],
  });
  const valuesOf = (dialect: Dialect) =>
    tasksOf(sheetOf(onSms, dialect))
      .filter(({ id }) => id === 'step:look')
      .flatMap(({ settings }) => settings.map(({ value }) => value))
      .join('\n');

  test('HubSpot: an event that the service reports, not its email activity', () => {
    expect(valuesOf(hubspot)).toContain('Custom event “sms clicked”');
    expect(valuesOf(hubspot)).not.toContain('Marketing emails');
  });

  test('Marketo: a custom activity, not a click in an email', () => {
    expect(valuesOf(marketo)).toContain('Custom activity “sms clicked”');
    expect(valuesOf(marketo)).not.toContain('Clicked Link in Email');
  });

  test('both ways into one check: both are named', () => {
    const both = smallJourney({
      steps: {
        pick: {
          kind: 'experiment',
          arms: [
            { id: 'a', name: 'A', weight: 50 },
            { id: 'b', name: 'B', weight: 50 },
          ],
        },
        text: { kind: 'message', channel: 'sms' },
        mail: { kind: 'message', channel: 'email' },
        look: { kind: 'check', on: 'latest', responses: ['clicked'] },
      },
      links: ['entry>next>pick', 'pick>a>text', 'pick>b>mail', 'text>next>look', 'mail>next>look'],
    });
    const text = JSON.stringify(sheetOf(both, hubspot));
    expect(text).toContain(
      'Marketing emails: contact clicked a link in the email OR Custom event “sms clicked”',
    );
  });
});

test('copies of one message need one content', () => {
  const { parts } = sheetOf(openSample('orchestration'), hubspot);
  const words = (parts[0]?.tasks ?? []).map((task) => task.words);
  expect(new Set(words).size).toBe(words.length);
});

test('Braze holds people to the end of a window only where the journey does', () => {
  const sheetFor = (ranked: boolean) =>
    JSON.stringify(
      sheetOf(
        smallJourney({
          steps: {
            mail: { kind: 'message' },
            look: { kind: 'check', on: 'mail', responses: ['clicked', 'opened'], ranked },
          },
          links: ['entry>next>mail', 'mail>next>look'],
        }),
        braze,
      ),
    );
  expect(sheetFor(false)).toContain('off: users go on at their first action');
  expect(sheetFor(true)).toContain('on: everybody is held to the end of the window');
});

test('what Marketo needs for milestones and consent is there before anything is built', () => {
  const journey = smallJourney({
    steps: {
      reached: { kind: 'goal', name: 'Bought' },
      stop: { kind: 'update', changes: [{ type: 'suppress', channel: 'sms' }] },
    },
    links: ['entry>next>reached', 'reached>next>stop'],
  });
  const words = (sheetOf(journey, marketo).parts[0]?.tasks ?? []).map((task) => task.words);
  expect(words).toContainEqual(expect.stringContaining('program status “Bought”'));
  expect(words).toContainEqual(expect.stringContaining('“Unsubscribed (sms)”'));
});
