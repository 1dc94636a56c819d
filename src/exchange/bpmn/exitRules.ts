import type { ExitRule, Position } from '../../journey/journey.ts';
import { condition, ruleQuestion } from './conditions.ts';
import { exitRuleId } from './ids.ts';
import type { Plain } from './plain.ts';
import { extended, type Sheet, sizeOf } from './sheet.ts';
import { jsonText } from './xmlText.ts';

const BOX = { width: 220, height: 110 };
const GAP = 30;

/** An exit rule: a sub-process that an event starts and that ends everything else. */
export function drawExitRules(sheet: Sheet, rules: readonly ExitRule[], { x, y }: Position): void {
  rules.forEach((rule, index) => {
    const id = (role: string) => exitRuleId(index, role);
    const corner = { x: x + index * (BOX.width + GAP), y };
    sheet.put({
      $type: 'bpmn:SubProcess',
      id: id('rule'),
      name: ruleName(rule),
      ...extended([{ $type: 'rehearsal:ExitRule', json: jsonText(rule) }]),
      triggeredByEvent: true,
      flowElements: [
        {
          $type: 'bpmn:StartEvent',
          id: id('start'),
          outgoing: [id('flow')],
          isInterrupting: true,
          eventDefinitions: [startOf(sheet, rule)],
        },
        { $type: 'bpmn:SequenceFlow', id: id('flow'), sourceRef: id('start'), targetRef: id('end') },
        { $type: 'bpmn:EndEvent', id: id('end'), incoming: [id('flow')] },
      ],
    });
    const event = sizeOf('bpmn:EndEvent');
    const middle = corner.y + (BOX.height - event.height) / 2;
    sheet.places.set(id('rule'), { ...corner, ...BOX });
    sheet.places.set(id('start'), { x: corner.x + GAP, y: middle, ...event });
    sheet.places.set(id('end'), { x: corner.x + BOX.width - GAP - event.width, y: middle, ...event });
  });
}

function ruleName({ when }: ExitRule): string {
  switch (when.kind) {
    case 'converted':
      return 'Exit when converted';
    case 'unsubscribed':
      return when.channel === 'any' ? 'Exit when unsubscribed' : `Exit when unsubscribed (${when.channel})`;
    case 'rule':
      return 'Exit when a rule matches';
  }
}

function startOf(sheet: Sheet, { when }: ExitRule): Plain {
  switch (when.kind) {
    case 'converted':
      return sheet.awaited('converted');
    case 'unsubscribed':
      return sheet.awaited(when.channel === 'any' ? 'unsubscribed' : `unsubscribed.${when.channel}`);
    case 'rule':
      return {
        $type: 'bpmn:ConditionalEventDefinition',
        condition: condition(ruleQuestion(when.rule)),
      };
  }
}
