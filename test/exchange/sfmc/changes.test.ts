import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { days } from '../../../src/journey/units.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { readBack, written } from '../../support/formats/roundTrip.ts';
import { verifySfmc } from '../../support/formats/sfmc.ts';
import { journeyOfSfmc, put, readSfmc } from '../../support/formats/sfmcFiles.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

describe('slips are believed only as far as the activity still says so', () => {
  const journey = draft(
    {
      mail: step('message', {
        channel: 'preferred',
        fallback: ['email'],
        content: { subject: 'Old', body: 'Text' },
      }),
      late: step('wait', { until: { type: 'weekday', weekday: 'friday' } }),
      check: step('check', {
        windowMinutes: days(2),
        ranked: false,
        windowFrom: 'send',
        responses: ['opened', 'clicked'],
      }),
      tag: step('update', { changes: [{ type: 'addTag', tag: 'vip' }] }),
      ask: step('split', { branches: [branchOf('a', { kind: 'tag', tag: 'vip' })] }),
      test: step('experiment', {
        arms: [
          { id: 'a', name: 'A', weight: 33.4 },
          { id: 'b', name: 'B', weight: 66.6 },
        ],
      }),
      done: step('goal', { name: 'Done' }),
    },
    [
      'entry-1.next > mail',
      'mail.next > late',
      'late.next > check',
      'check.opened > tag',
      'check.noResponse > ask',
      'ask.a > test',
      'test.a > done',
    ],
  );

  /** The steps after somebody changed the file: path below `activities` → value. */
  async function changed(changes: Readonly<Record<string, unknown>>): Promise<Journey['steps']> {
    const [file] = (await written(converter, journey)).files;
    const document = JSON.parse(file!.text) as unknown;
    for (const [path, value] of Object.entries(changes)) put(document, `activities.${path}`, value);
    return (await journeyOfSfmc(JSON.stringify(document))).journey.steps;
  }

  test('unchanged, all comes back', async () => {
    const steps = await changed({});
    const { layout: _, ...rest } = journey;
    expect(Object.keys(steps).sort()).toEqual(Object.keys(rest.steps).sort());
    for (const [id, value] of Object.entries(journey.steps)) expect(steps[stepId(id)]).toEqual(value);
  });

  test.each<[string, string, string, unknown]>([
    ['late', 'waitDuration', 'until', { type: 'duration', minutes: 7 * 1440 }],
    ['check', 'waitDuration', 'windowMinutes', 7 * 1440],
  ])('another duration of %s', async (key, field, wanted, value) => {
    const steps = await changed({ [`${key}.configurationArguments.${field}`]: 7 });
    expect(steps[stepId(key)]).toMatchObject({ [wanted]: value });
  });

  test('another question', async () => {
    const steps = await changed({ 'check-opened.configurationArguments.statsTypeId': 6 });
    expect(steps[stepId('check')]).toMatchObject({
      responses: ['clicked', 'bounced'],
      ranked: true,
      windowFrom: 'arrival',
    });
  });

  test('another type, field, filter, share', async () => {
    const field = 'arguments.activityData.updateContactFields.0';
    const steps = await changed({
      'mail.type': 'SMSSYNC',
      [`tag.${field}.value`]: 'no',
      'ask.configurationArguments.criteria.a': (xml: string) => xml.replace('[true]', '[maybe]'),
      'test.outcomes.0.arguments.percentage': 20,
      'test.outcomes.1.arguments.percentage': 80,
      [`done.${field}.r__dataExtensionField_name`]: 'other',
    });
    expect(steps[stepId('mail')]).toMatchObject({ channel: 'sms' });
    expect(steps[stepId('mail')]).not.toHaveProperty('fallback');
    expect(steps[stepId('tag')]).toMatchObject({
      changes: [{ type: 'set', column: 'tag_vip', value: 'no' }],
    });
    expect(steps[stepId('ask')]).toMatchObject({
      branches: [{ rule: { kind: 'column', column: 'tag_vip', value: 'maybe' } }],
    });
    expect(steps[stepId('test')]).toMatchObject({ arms: [{ weight: 20 }, { weight: 80 }] });
    expect(steps[stepId('done')]).toMatchObject({ kind: 'update' });
  });

  test('another subject is read beside the text of the slip', async () => {
    const steps = await changed({ 'mail.configurationArguments.triggeredSend.emailSubject': 'New %%name%%' });
    expect(steps[stepId('mail')]).toMatchObject({ content: { subject: 'New {{name}}', body: 'Text' } });
  });

  test.each([
    [
      {
        until: 'x',
        ranked: 1,
        changes: [],
        rule: 7,
        channel: 'pigeon',
        weights: 'y',
        trigger: 3,
        exit: { id: 1 },
      },
    ],
    [7],
    [[]],
    ['x'],
  ])('nonsense in the slips %j does no harm', async (note) => {
    const [file] = (await written(converter, journey)).files;
    const document = JSON.parse(file!.text, (key, value: unknown) =>
      key === 'rehearsal' ? note : value,
    ) as unknown;
    expect((await readSfmc(JSON.stringify(document))).ok).toBe(true);
  });
});

describe('a file of theirs with a change of ours', () => {
  const path = 'reference/formats/sfmc.testNew_ours.journey-meta.json';
  testWithShared('only the changed step is written anew, links lead on', path, async () => {
    const theirs = await readBack(converter, [{ name: 'a', type: '', text: sharedText(path) }]);
    const mail = stepId('EMAILV2-1');
    const wait = stepId('WAITBYDURATION-2');
    const changed: Journey = {
      ...theirs,
      steps: {
        ...theirs.steps,
        [wait]: step('wait', { name: 'Longer', until: { type: 'duration', minutes: days(5) } }),
      },
      links: {
        ...theirs.links,
        [wait]: { next: mail === wait ? wait : stepId('sms') },
        [stepId('RANDOMSPLIT-1')]: { b: wait },
      },
    };
    const journey: Journey = {
      ...changed,
      steps: { ...changed.steps, [stepId('sms')]: step('message', { channel: 'sms', name: 'New' }) },
    };
    const exported = await converter.export(journey, { answers: { event: 'DEAudience-new' } });
    if (!exported.ok) throw new Error('refused');
    // It has a status of the server in it, which is never sent.
    expect(verifySfmc(exported.files)).toEqual([]);
    const document = JSON.parse(exported.files[0]!.text) as { activities: { key: string; name: string }[] };
    expect(document.activities.map(({ key }) => key)).toEqual([
      'MULTICRITERIADECISIONV2-1',
      'EMAILV2-1',
      'WAITBYDURATION-1',
      'ENGAGEMENTDECISION-1',
      'RANDOMSPLIT-1',
      'WAITBYDURATION-2',
      'sms',
    ]);
    const at = (key: string) => document.activities.find((one) => one.key === key);
    expect(at('EMAILV2-1')).toMatchObject({
      configurationArguments: { r__triggeredSend_key: 'testExisting_triggeredSend' },
    });
    expect(at('RANDOMSPLIT-1')).toMatchObject({
      outcomes: [
        { key: 'a', next: null },
        { key: 'b', next: 'WAITBYDURATION-2' },
      ],
    });
    expect(at('WAITBYDURATION-2')).toMatchObject({
      name: 'Longer',
      configurationArguments: { waitDuration: 5 },
    });
    expect(exported.files[0]!.text).toContain('Event.DEAudience-new.Email');
    expect(exported.files[0]!.text).not.toContain('DEAudience-2e3c73b6');
  });

  testWithShared('a message that was changed keeps what was not', path, async () => {
    const subject = 'For %%=v(@name)=%% only';
    const text = sharedText(path).replaceAll('You are successfully unsubscribed', subject);
    const theirs = await readBack(converter, [{ name: 'a', type: '', text }]);
    const mail = stepId('EMAILV2-1');
    const journey = {
      ...theirs,
      steps: { ...theirs.steps, [mail]: { ...theirs.steps[mail]!, tags: ['promo'] } },
    };
    const { files, blanks } = await written(converter, journey);
    expect(verifySfmc(files)).toEqual([]);
    const { activities } = JSON.parse(files[0]!.text) as { activities: { key: string }[] };
    expect(activities.find(({ key }) => key === 'EMAILV2-1')).toMatchObject({
      configurationArguments: {
        triggeredSend: {
          emailSubject: subject,
          r__asset_key: 'testExisting_asset_message',
          r__senderProfile_key: 'testExisting_senderProfile',
        },
      },
      metaData: { icon: expect.stringContaining('email-icon') as unknown },
    });
    expect(blanks.map(({ id, filled }) => [id, filled])).toEqual([['event', true]]);
  });
});
