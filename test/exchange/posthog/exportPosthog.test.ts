import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import { exitsOf, type Step, STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { hours, minutes } from '../../../src/journey/units.ts';
import { around, draft, step } from '../../support/draftJourney.ts';
import { at, codesAt, exported } from '../../support/formats/posthogFlow.ts';
import { promisesAll } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

test('the list of platforms fetches it', async () => {
  expect(await PLATFORMS.posthog.load()).toBe(converter);
});

describe('templates', () => {
  test.each(SAMPLE_NAMES)(
    '%s is right by the rules of the platform, and every step has its fit',
    async (name) => {
      const journey = openSample(name);
      const { files, fits, flow, warnings } = await exported(journey);
      expect(warnings).toEqual([]);
      expect(files.map((file) => [file.name, file.type])).toEqual([
        [expect.stringMatching(/\.hogflow\.json$/), 'application/json'],
      ]);
      expect(files[0]?.text).toMatch(/^\{\n {2}"name".*\}\n$/s);
      expect(files[0]?.text).not.toContain('bytecode');
      expect(flow.status).toBe('draft');
      const told = new Set(fits.map((fit) => fit.step));
      expect(stepEntries(journey).filter(([id]) => !told.has(id))).toEqual([]);
      expect(fits.filter(({ fit, words }) => fit !== 'native' && words === '')).toEqual([]);
    },
  );

  test('the same journey and answers give the same bytes', async () => {
    const [one, other] = [await exported(openSample('welcome')), await exported(openSample('welcome'))];
    expect(one.files).toEqual(other.files);
  });

  test('half of them are promised to come back whole', async () => {
    const all = await Promise.all(SAMPLE_NAMES.map((name) => exported(openSample(name))));
    expect(all.filter(({ fits }) => promisesAll(fits)).length).toBeGreaterThanOrEqual(
      SAMPLE_NAMES.length / 2,
    );
  });
});

describe('the kinds one by one', () => {
  test.each(STEP_KINDS.filter((kind) => kind !== 'entry' && kind !== 'exit'))('%s', async (kind) => {
    const one: Step = step(kind);
    const { fits } = await exported(around(one, exitsOf(one)));
    expect(fits.some((fit) => fit.step === 'm')).toBe(true);
  });

  test.each<readonly [string, Step, string]>([
    ['at once', step('entry'), 'batch'],
    ['schedule', step('entry', { trigger: { type: 'schedule', everyDays: 7, at: '09:00' } }), 'batch'],
    ['events', step('entry', { trigger: { type: 'events', event: 'signed up', perDay: 4 } }), 'event'],
    [
      'an event without a name',
      step('entry', { trigger: { type: 'events', event: ' ', perDay: 4 } }),
      'event',
    ],
    [
      'date',
      step('entry', { trigger: { type: 'date', column: 'renewal_date', offsetDays: -3, at: '09:00' } }),
      'batch',
    ],
  ])('entry: %s', async (_, entry, type) => {
    const { flow } = await exported(draft({ in: entry, m: step('message') }, ['in.next > m']));
    expect(at(flow, 'in', 'config.type')).toBe(type);
    expect(flow['trigger']).toEqual(at(flow, 'in', 'config'));
  });

  test('a journey that only begins is a workflow that only ends', async () => {
    const { flow } = await exported(draft({}));
    expect(flow.actions.map(({ id, type }) => [id, type])).toEqual([
      ['entry-1', 'trigger'],
      ['exit_node', 'exit'],
    ]);
  });

  test.each([
    ['90 minutes', 90, ['1.5h']],
    ['a minute more than a day', 1441, ['1.000694d']],
    ['48 hours', 2880, ['2d']],
    ['70 days', 100_800, ['30d', '30d', '10d']],
    ['no time', 0, ['1m']],
  ])('a wait of %s stays within what PostHog waits', async (_, waited, durations) => {
    const { flow } = await exported(
      around(step('wait', { until: { type: 'duration', minutes: minutes(waited) } })),
    );
    expect(
      flow.actions.flatMap(({ id, type }) =>
        type === 'delay' ? [at(flow, id, 'config.delay_duration')] : [],
      ),
    ).toEqual(durations);
  });

  test('a check on one e-mail waits for that e-mail alone', async () => {
    const journey = draft(
      {
        mail: step('message'),
        c: step('check', { on: 'mail' as never, responses: ['clicked'], windowMinutes: hours(48) }),
        end: step('exit'),
      },
      ['entry-1.next > mail', 'mail.next > c', 'c.clicked > end', 'c.noResponse > end'],
    );
    const out = await exported(journey);

    expect(at(out.flow, 'c', 'config.max_wait_duration')).toBe('2d');
    expect(at(out.flow, 'c', 'config.events.0.filters.events.0')).toMatchObject({
      id: '$workflows_email_link_clicked',
      properties: [{ key: '$workflow_action_id', value: ['mail'] }],
    });
    expect(codesAt(out, 'c')).toEqual(['native']);
  });

  test('a check that no message comes before says that any e-mail counts', async () => {
    const out = await exported(around(step('check'), ['clicked', 'noResponse']));
    expect(at(out.flow, 'm', 'config.events.0.filters.events.0.properties')).toEqual([]);
    expect(codesAt(out, 'm')).toContain('answers-to-any');
  });

  test('answers on other channels are events that somebody has to name', async () => {
    const journey = draft({ text: step('message', { channel: 'sms' }), c: step('check') }, [
      'entry-1.next > text',
      'text.next > c',
    ]);
    const answered = await exported(journey, { answers: { 'event:sms:clicked': 'short link opened' } });
    expect(at(answered.flow, 'c', 'config.events.0.filters.events.0.id')).toBe('short link opened');
    expect(codesAt(answered, 'c')).toContain('answers-by-own-events');
  });

  test('answers that lead to different places are told apart one after the other', async () => {
    const journey = draft(
      {
        mail: step('message'),
        c: step('check', { responses: ['clicked', 'opened'], ranked: true }),
        good: step('exit'),
        fair: step('exit'),
        bad: step('exit'),
      },
      ['entry-1.next > mail', 'mail.next > c', 'c.clicked > good', 'c.opened > fair', 'c.noResponse > bad'],
    );
    const out = await exported(journey);
    expect(
      out.flow.edges
        .filter(({ from }) => from.startsWith('c'))
        .map(({ from, type, to }) => `${from} ${type} ${to}`),
    ).toEqual(['c branch c--2', 'c--2 branch good', 'c--2 continue fair', 'c continue bad']);
    expect(out.fits.filter(({ returns }) => !returns)).toEqual([]);
  });

  test('a holdout is the cohort “Holdout”, and leaves where it should walk on without messages', async () => {
    const arms = [{ id: 'a', name: 'A', weight: 90 }];
    const journey = draft(
      {
        x: step('experiment', { arms, holdout: { weight: 10, goesOn: true } }),
        mail: step('message'),
        end: step('exit'),
      },
      ['entry-1.next > x', 'x.a > mail', 'x.holdout > mail', 'mail.next > end'],
    );
    const out = await exported(journey);
    expect(at(out.flow, 'x', 'config.cohorts')).toEqual([
      { percentage: 90, name: 'A' },
      { percentage: 10, name: 'Holdout' },
    ]);
    const edge = out.flow.edges.find(({ from, index }) => from === 'x' && index === 1);
    expect(at(out.flow, edge?.to ?? '', 'type')).toBe('exit');
    expect(out.fits.find(({ code }) => code === 'holdout-leaves')).toMatchObject({
      fit: 'missing',
      returns: false,
    });
  });

  test('who is suppressed is passed by by the messages of that channel', async () => {
    const journey = draft(
      {
        stop: step('update', { changes: [{ type: 'suppress', channel: 'email' }] }),
        mail: step('message'),
        text: step('message', { channel: 'sms' }),
      },
      ['entry-1.next > stop', 'stop.next > mail', 'mail.next > text'],
    );
    const { flow } = await exported(journey);
    expect(at(flow, 'mail', 'filters.properties')).toMatchObject([{ key: 'suppressed:email' }]);
    expect(at(flow, 'text', 'filters')).toBeNull();
  });

  test('a loop is written out, and says so', async () => {
    const journey = draft(
      { mail: step('message'), w: step('wait') },
      ['entry-1.next > mail', 'mail.next > w', 'w.next > mail'],
      { maxPasses: 3 },
    );
    const out = await exported(journey);
    expect(out.flow.actions.filter(({ type }) => type === 'function_email')).toHaveLength(3);
    expect(codesAt(out, 'mail')).toContain('loop-unrolled');
  });
});
