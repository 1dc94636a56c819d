import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { bpmnFaults } from '../../support/formats/bpmn.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';

const CART = openSample('abandoned-cart');

/** The template's file as somebody leaves it who changed it in a modeler, read again. */
async function edited(...changes: readonly (readonly [RegExp, string])[]) {
  const [file] = (await written(converter, CART)).files;
  let text = file?.text ?? '';
  for (const [pattern, by] of changes) {
    expect(text).toMatch(pattern);
    text = text.replace(pattern, by);
  }
  const read = await converter.import([{ name: 'x.bpmn', type: '', text }], {
    id: CART.id,
    luckId: CART.luckId,
  });
  if (!read.ok) throw new Error(read.problems.map(({ words, path }) => `${path}: ${words}`).join('\n'));
  return { ...read, text };
}

async function exportedAgain(journey: Journey): Promise<string> {
  const { files } = await written(converter, journey);
  expect(await bpmnFaults(files)).toEqual([]);
  return files[0]?.text ?? '';
}

describe('what somebody changes of our file in a modeler', () => {
  test('names, documentation and places', async () => {
    const { journey, warnings } = await edited(
      [/name="One to two hours"/, 'name="A breather"'],
      [/Long enough to come back unasked[^<]*/, 'Less is more.'],
      [
        /(<bpmndi:BPMNShape id="breather\.shape"[^>]*>\s*)<dc:Bounds [^>]*>/,
        '$1<dc:Bounds x="7" y="100" width="36" height="36" />',
      ],
      [/name="Recover abandoned carts"/, 'name="Carts"'],
    );
    expect(warnings).toEqual([]);
    expect(journey.name).toBe('Carts');
    expect(journey.steps[stepId('breather')]).toEqual({
      ...CART.steps[stepId('breather')],
      name: 'A breather',
      note: 'Less is more.',
    });
    expect(journey.layout[stepId('breather')]).toEqual({ x: 7, y: 76 });
  });

  test('how long contacts wait, and how long answers count', async () => {
    const { journey } = await edited(
      [/\$\{environment\.services\.between\([^)]*\)\}/, 'PT90M'],
      [/(id="looked\.noResponse"[\s\S]*?xsi:type="bpmn:tFormalExpression">)[^<]*/, '$1P3D'],
    );
    expect(journey.steps[stepId('breather')]).toMatchObject({ until: { type: 'duration', minutes: 90 } });
    expect(journey.steps[stepId('looked')]).toMatchObject({ windowMinutes: 3 * 1440, windowFrom: 'arrival' });
  });

  test('a timer that says nothing known leaves the time as it was, with a warning', async () => {
    const { journey, warnings } = await edited([/(id="decide"[\s\S]*?)>P1D</, '$1>${howLong}<']);
    expect(journey.steps[stepId('decide')]).toEqual(CART.steps[stepId('decide')]);
    expect(warnings.map(({ code, path, step }) => [code, path, step])).toEqual([
      ['timer-unread', 'decide', 'decide'],
    ]);
  });

  test('a condition: a comparison is a rule, anything else a tag that nobody has yet', async () => {
    const [one, other] = await Promise.all(
      ['${orders > 2}', 'next(null, environment.services.mood())'].map((by) =>
        edited([/next\(null, [^<]*consent[^<]*/, by]),
      ),
    );
    const branch = (journey: Journey | undefined) => {
      const step = journey?.steps[stepId('texting')];
      return step?.kind === 'split' ? step.branches[0] : undefined;
    };
    expect(branch(one?.journey)?.rule).toEqual({
      kind: 'column',
      column: 'orders',
      operator: 'moreThan',
      value: 2,
    });
    expect(branch(other?.journey)?.rule).toMatchObject({ kind: 'tag' });
    expect(other?.warnings.map(({ code }) => code)).toEqual(['condition-unread']);
    expect(branch(one?.journey)?.id).toBe('sms');
  });

  test('an arrow that leads elsewhere, an exit rule that is deleted, a step that is put in between', async () => {
    const { journey, text } = await edited(
      [/<bpmn:subProcess id="exitRule\.1\.rule"[\s\S]*?<\/bpmn:subProcess>/, ''],
      [/<bpmndi:BPMN(?:Shape|Edge) id="exitRule\.1\.[\s\S]*?<\/bpmndi:BPMN(?:Shape|Edge)>/g, ''],
      [
        /<bpmn:sequenceFlow id="decide\.next\.to" sourceRef="decide" targetRef="questions">/,
        '<bpmn:userTask id="Activity_1" name="Look at the cart" camunda:assignee="demo" /><bpmn:sequenceFlow id="Flow_1" sourceRef="Activity_1" targetRef="lapsed" /><bpmn:sequenceFlow id="decide.next.to" sourceRef="decide" targetRef="Activity_1">',
      ],
      [/<bpmn:definitions /, '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" '],
    );
    expect(text).toContain('Activity_1');
    expect(journey.settings.exitRules).toEqual(CART.settings.exitRules.slice(0, 1));
    const [decide, task] = [stepId('decide'), stepId('Activity_1')];
    expect([journey.links[decide], journey.links[task]]).toEqual([{ next: task }, { next: 'lapsed' }]);
    expect(journey.steps[task]).toEqual({ kind: 'goal', name: 'Look at the cart' });
    const again = await exportedAgain(journey);
    expect(again).toMatch(/<bpmn:userTask id="Activity_1" name="Look at the cart" camunda:assignee="demo">/);
  });

  test('what an engine needs is kept, whatever else changes', async () => {
    const { journey, warnings } = await edited(
      [
        /(<bpmn:sendTask id="reminder"[^>]*) implementation="[^"]*"([^>]*>\s*)/,
        '$1 implementation="${mail.send}" camunda:topic="mail"$2<bpmn:documentation>Careful</bpmn:documentation>',
      ],
      [
        /<rehearsal:step kind="wait">/,
        '<camunda:properties><camunda:property name="a" value="b" /></camunda:properties>$&',
      ],
      [/<bpmn:definitions /, '<bpmn:definitions xmlns:camunda="http://camunda.org/schema/1.0/bpmn" '],
    );
    expect(warnings).toEqual([]);
    expect(journey.steps[stepId('reminder')]).toMatchObject({ note: 'Careful' });
    const text = (await written(converter, { ...journey, name: 'Another' })).files[0]?.text;
    expect(text).toContain('implementation="${mail.send}"');
    expect(text).toContain('camunda:topic="mail"');
    expect(text).toContain('<camunda:property name="a" value="b" />');
  });

  test('a second arrow out of a step is refused: contacts are in one place', async () => {
    const way = '<bpmn:sequenceFlow id="Flow_9" sourceRef="decide" targetRef="second" />$&';
    await expect(edited([/<bpmn:sequenceFlow id="decide\.next\.to"/, way])).rejects.toThrow(
      /^decide: “A day to decide” \(IntermediateCatchEvent\) goes several ways at once/,
    );
  });

  test('a message that a check looks at and that was deleted is refused, with the check', async () => {
    const gone = /<rehearsal:step kind="check">/;
    await expect(
      edited([gone, '<rehearsal:step kind="check" >'], [/"on":"reminder"/, '"on":"nobody"']),
    ).rejects.toThrow(/looks at the step “nobody”/);
  });
});
