import { type CheckStep, RESPONSES, type Response } from '../../journey/steps/check.ts';
import type { Step } from '../../journey/steps/index.ts';
import { days, minutes } from '../../journey/units.ts';
import { responsesIn } from '../mermaid/responseWords.ts';
import { idOf, type Plain, plainIn, plainsIn, textIn } from './plain.ts';
import { nameOf } from './readName.ts';
import { doubt, type Foreign } from './readStep.ts';
import type { Source } from './source.ts';
import { durationOf, timerIn } from './timers.ts';
import type { Doubt } from '../doubt.ts';

/** A wait without an end is one of the whole of a new journey. */
export const WITHOUT_END = days(90);

/** A timer that contacts wait for. */
export function readWait(element: Plain): Foreign {
  const timer = timerIn(element);
  const name = nameOf(element);
  const known = timer?.property === 'timeDuration' ? durationOf(timer.text) : undefined;
  const step: Step = { kind: 'wait', name, until: { type: 'duration', minutes: known ?? days(1) } };
  if (known !== undefined) return { step };
  const words = `When the timer of “${name}” goes off cannot be read. It was read as a wait of one day.`;
  return { step, doubts: [doubt(element, 'timer-unread', words)] };
}

/** An event that contacts wait for without a limit. */
export function readAwaited(element: Plain, source: Source): Foreign {
  const { response, doubts } = responseTo(element, source, new Set());
  const [flow] = source.outOf(element);
  const words = `“${nameOf(element)}” waits without an end. It was read as a check of 90 days.`;
  return {
    step: checkOf(nameOf(element), [response], WITHOUT_END),
    exits: new Map(flow ? [[response, flow]] : []),
    doubts: [...doubts, doubt(element, 'wait-without-end', words)],
  };
}

export function checkOf(name: string, responses: readonly Response[], window: number): CheckStep {
  return {
    kind: 'check',
    name,
    on: 'latest',
    responses,
    windowMinutes: minutes(Math.max(1, window)),
    windowFrom: 'arrival',
    ranked: false,
  };
}

/** Responses in the order in which events that are none of them take their places. */
const STAND_INS: readonly Response[] = [
  'replied',
  'clicked',
  'opened',
  'converted',
  'unsubscribed',
  'bounced',
];

/** The response that an event is, by its words and those of its message; else one that stands for it. */
export function responseTo(
  element: Plain,
  source: Source,
  taken: ReadonlySet<Response>,
): { readonly response: Response; readonly doubts: readonly Doubt[] } {
  const [definition] = plainsIn(element, 'eventDefinitions');
  const message = textIn(definition ?? element, 'messageRef') ?? textIn(definition, 'signalRef');
  const words = [nameOf(element), source.eventName(message) ?? ''].join(' ').replace(/[._]/g, ' ');
  const free = (response: string): response is Response =>
    RESPONSES.some((one) => one === response) && !RESPONSES.some((one) => one === response && taken.has(one));
  const meant = responsesIn(words).find(free);
  if (meant !== undefined) return { response: meant, doubts: [] };
  const response = STAND_INS.find(free) ?? 'bounced';
  return { response, doubts: [standInDoubt(element, definition, response)] };
}

function standInDoubt(element: Plain, definition: Plain | undefined, response: Response): Doubt {
  const name = nameOf(element);
  const conditional = definition?.$type === 'bpmn:ConditionalEventDefinition';
  const body = textIn(plainIn(definition, 'condition'), 'body');
  if (conditional && body === undefined)
    return {
      ...doubt(
        element,
        'condition-missing',
        `The condition of “${name}” is not in the file, so no engine could ever meet it. The response “${response}” stands for it.`,
      ),
      path: `${idOf(element)}.condition`,
    };
  return doubt(
    element,
    'event-stands-in',
    `How often “${name}” happens cannot be simulated. The response “${response}” stands for it.`,
  );
}
