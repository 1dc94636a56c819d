import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { schemaOf } from '../../../src/audience/schema.ts';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { days } from '../../../src/journey/units.ts';
import { FOREIGN_BPMN } from '../../support/formats/foreignBpmn.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

const schema = schemaOf(sampleAudience);

async function imported(text: string) {
  const read = await converter.import([{ name: 'theirs.bpmn', type: '', text }], { schema });
  if (!read.ok) throw new Error(read.problems.map(({ words }) => words).join('\n'));
  return read;
}

async function exportedText(journey: Journey): Promise<string> {
  return (await written(converter, journey)).files[0]?.text ?? '';
}

/** As the package writes it: white space, and which of two ways to escape, are not the same in every tool. */
async function rewritten(text: string): Promise<string> {
  const model = new BpmnModdle();
  return (await model.toXML((await model.fromXML(text)).rootElement, { format: true })).xml;
}

describe('files of others', () => {
  for (const path of ['fixtures/bpmn/event-based-gateway.bpmn', 'reference/formats/bpmn.journey.bpmn'])
    testWithShared(`${path} can be simulated and comes back as it was`, path, async () => {
      const text = sharedText(path);
      const { journey } = await imported(text);
      expect(findErrors(journey, { schema })).toEqual([]);
      outcome(journey);
      expect(await exportedText(journey)).toBe(await rewritten(text));
    });

  testWithShared(
    'events without a timer and without a condition are warned of, with their place',
    'fixtures/bpmn',
    async () => {
      const { journey, warnings } = await imported(sharedText('fixtures/bpmn/event-based-gateway.bpmn'));
      expect(warnings.map(({ code, path, step }) => `${code} ${path} ${step}`)).toEqual([
        'event-stands-in M_CATCH G_EVENT',
        'condition-missing S_CATCH.condition G_EVENT',
        'wait-without-end G_EVENT G_EVENT',
      ]);
      expect(journey.links[stepId('G_EVENT')]).toEqual({ replied: 'END_A', clicked: 'END_B' });
      expect(findErrors(journey, { schema })).toEqual([]);
    },
  );

  test('pools, lanes, sub-processes, boundary events and attributes of engines come back as they stood', async () => {
    const { journey } = await imported(FOREIGN_BPMN);
    expect(findErrors(journey, { schema })).toEqual([]);
    outcome(journey);
    expect(await exportedText(journey)).toBe(FOREIGN_BPMN);
  });

  test('what they mean is read: rules, windows, channels, loops', async () => {
    const { journey, warnings } = await imported(FOREIGN_BPMN);
    expect(journey.name).toBe('Trial');
    const { steps, links } = JSON.parse(JSON.stringify(journey)) as Record<string, Record<string, unknown>>;
    expect(steps).toMatchObject({
      Start_1: { kind: 'entry', trigger: { type: 'events', event: 'trial_started' } },
      Mail_1: { kind: 'message', channel: 'email', note: 'The one with the film.' },
      Gateway_1: { kind: 'check', responses: ['opened'], windowMinutes: 2880 },
      Gateway_2: {
        kind: 'split',
        branches: [
          { id: 'F7', name: 'big', rule: { column: 'orders', operator: 'atLeast', value: 3 } },
          { id: 'F10', name: 'maybe', rule: { kind: 'tag', tag: 'maybe' } },
        ],
      },
      Wait_1: { until: { minutes: 10080 } },
      Call_1: { kind: 'goal', name: 'Look at the account' },
    });
    expect(links).toMatchObject({ Wait_1: { next: 'Mail_1' }, Gateway_2: { else: 'End_1' } });
    expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'set-off-from-outside Late_1',
      'set-off-from-outside Cancel_1',
      'kept-unshown LaneSet_1',
      'rate-supposed Start_1',
      'channel-guessed Mail_1',
      'condition-unread F10.conditionExpression',
      'read-as-milestone Call_1',
      'read-as-milestone Sub_1',
    ]);
  });
});

describe('files of others that were changed here', () => {
  const changed = async (change: (journey: Journey) => Journey) => {
    const { journey } = await imported(FOREIGN_BPMN);
    const text = await exportedText(change(journey));
    const { warnings } = await new BpmnModdle().fromXML(text);
    expect(warnings).toEqual([]);
    return text;
  };

  test('a wait that lasts longer is ours, everything else is theirs', async () => {
    const wait = stepId('Wait_1');
    const text = await changed((journey) => ({
      ...journey,
      steps: {
        ...journey.steps,
        [wait]: { kind: 'wait', name: 'A week', until: { type: 'duration', minutes: days(8) } },
      },
    }));
    expect(text).toContain('>P8D<');
    expect(text).toContain('camunda:topic="mail"');
    expect(text).toContain('<bpmn:flowNodeRef>Mail_1</bpmn:flowNodeRef>');
    const { steps } = await readBack(converter, [{ name: 'x.bpmn', type: '', text }]);
    expect(steps[wait]).toMatchObject({ until: { minutes: days(8) } });
  });

  test('what an engine needs of a task stays when the message changes', async () => {
    const text = await changed((journey) => {
      const mail = journey.steps[stepId('Mail_1')];
      if (mail?.kind !== 'message') throw new Error('no message');
      return { ...journey, steps: { ...journey.steps, [stepId('Mail_1')]: { ...mail, channel: 'sms' } } };
    });
    expect(text).toMatch(/<bpmn:sendTask id="Mail_1"[^>]* camunda:type="external" camunda:topic="mail"/);
    expect(text).toContain(
      '<camunda:inputParameter name="template">welcome &amp; more</camunda:inputParameter>',
    );
    expect(text).toMatch(/<rehearsal:step kind="message">[^<]*"channel":"sms"/);
  });

  test('a new name is a new name, and the rest of the element stays', async () => {
    const text = await changed((journey) => {
      const call = journey.steps[stepId('Call_1')]!;
      return {
        ...journey,
        steps: { ...journey.steps, [stepId('Call_1')]: { ...call, name: 'Ring & ask', note: 'Twice' } },
      };
    });
    expect(text).toMatch(
      /<bpmn:userTask id="Call_1" name="Ring &#38; ask" camunda:assignee="demo">\s*<bpmn:documentation>Twice</,
    );
  });

  test('a step that is taken away takes its arrows and what hangs on it along', async () => {
    const text = await changed((journey) => {
      const { Call_1: _, ...steps } = journey.steps as Record<string, Journey['steps'][never]>;
      const { Call_1: __, ...links } = journey.links as Record<string, Record<string, never>>;
      const { Call_1: ___, ...layout } = journey.layout as Record<string, never>;
      const { F7: ____, ...ways } = links['Gateway_2'] ?? {};
      return { ...journey, steps, layout, links: { ...links, Gateway_2: ways } };
    });
    expect(text).not.toMatch(/Call_1|Late_1|"F7"|"F11"|"F12"/);
  });

  test('settings that their file cannot say are put into an extension', async () => {
    const text = await changed((journey) => ({
      ...journey,
      settings: { ...journey.settings, entryCap: 500 },
    }));
    expect(text).toContain('"entryCap":500');
    expect((await readBack(converter, [{ name: 'x.bpmn', type: '', text }])).settings.entryCap).toBe(500);
  });
});
