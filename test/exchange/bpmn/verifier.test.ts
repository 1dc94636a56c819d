import { describe, expect, test } from 'vitest';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { bpmnFaults } from '../../support/formats/bpmn.ts';
import { damagesAreNoticed } from '../../support/formats/damage.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample } from '../../support/samples.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

/** Another text in place of what matches; it must match. */
function replaced(pattern: RegExp, by: string): (files: ExchangeFile[]) => ExchangeFile[] {
  return (files) => files.map((file) => ({ ...file, text: file.text.replace(pattern, by) }));
}

describe('the verifier of BPMN', () => {
  damagesAreNoticed(bpmnFaults, async () => (await written(converter, openSample('abandoned-cart'))).files, {
    'an arrow to nowhere': replaced(/targetRef="reminder"/, 'targetRef="nobody"'),
    'an arrow that its target does not know': replaced(
      /<bpmn:incoming>breather\.next\.to<\/bpmn:incoming>/,
      '',
    ),
    'an arrow that its source does not know': replaced(
      /<bpmn:outgoing>breather\.next\.to<\/bpmn:outgoing>/,
      '',
    ),
    'an id twice': replaced(/id="reminder"/, 'id="second"'),
    'a gateway without a default': replaced(
      /(<bpmn:exclusiveGateway id="texting"[^>]*) default="[^"]*"/,
      '$1',
    ),
    'a branch without a condition': replaced(
      /<bpmn:conditionExpression[\s\S]*?<\/bpmn:conditionExpression>/,
      '',
    ),
    'a condition that cannot be run': replaced(/next\(null, /, 'next(null, ('),
    'a timer that says nothing': replaced(/>P1D</, '>tomorrow<'),
    'an event without a message': replaced(/ messageRef="reminder\.clicked\.message"/, ''),
    'a message that is not there': replaced(/<bpmn:message id="reminder\.clicked\.message"[^>]*>/, ''),
    'a gateway of events that waits for one': replaced(
      /<bpmn:sequenceFlow id="looked\.noResponse\.in"[^>]*>/,
      '',
    ),
    'a task that nobody does': replaced(/ implementation="[^"]*"/, ''),
    'an element without a shape': replaced(
      /<bpmndi:BPMNShape id="reminder\.shape"[\s\S]*?<\/bpmndi:BPMNShape>/,
      '',
    ),
    'a line that hangs in the air': replaced(/<di:waypoint x="[^"]*"/, '<di:waypoint x="-9999"'),
    'a step that nothing leads to': replaced(
      /<\/bpmn:process>/,
      '<bpmn:task id="lost"><bpmn:outgoing>l</bpmn:outgoing></bpmn:task><bpmn:sequenceFlow id="l" sourceRef="lost" targetRef="second" /></bpmn:process>',
    ),
    'a second start': replaced(/<\/bpmn:process>/, '<bpmn:startEvent id="again" /></bpmn:process>'),
    'text that is no XML': replaced(/<\/bpmn:definitions>/, ''),
  });

  testWithShared('accepts what others wrote', 'fixtures/bpmn', async () => {
    const text = sharedText('fixtures/bpmn/event-based-gateway.bpmn');
    expect(await bpmnFaults([{ name: 'theirs.bpmn', type: '', text }])).toEqual([]);
  });

  test('knows nothing of files that are not one', async () => {
    expect(await bpmnFaults([])).toEqual(['one file is expected, not 0']);
  });
});
