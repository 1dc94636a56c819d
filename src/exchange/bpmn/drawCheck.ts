import { type CheckStep, NO_RESPONSE, type Response } from '../../journey/steps/check.ts';
import { fixedExitWords } from '../../journey/steps/exitWords.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import { durationWords } from '../../journey/policies.ts';
import { condition, question } from './conditions.ts';
import type { Pen } from './pen.ts';
import { expression, isoDuration, type Timer, timerDefinition } from './timers.ts';

const CATCH = 'bpmn:IntermediateCatchEvent';
const GATEWAY = 'bpmn:ExclusiveGateway';

/**
 * Who leaves at the first answer stands at a gateway of events. Who is held to the end of the window waits for a timer; then, or at once
 * where there is no window, a gateway asks for answers from the best down.
 */
export function drawCheck(pen: Pen, step: CheckStep): void {
  const answers = exitsOf(step).filter((exit): exit is Response => exit !== NO_RESPONSE);
  if (waitsForFirst(step)) return drawFirst(pen, step, answers);
  const timer = step.windowMinutes > 0 ? [timerDefinition(windowTimer(step))] : [];
  const main = pen.main(
    timer.length > 0 ? CATCH : GATEWAY,
    timer.length > 0 ? { eventDefinitions: timer } : {},
  );
  if (answers.length === 0) return pen.leave(main, NO_RESPONSE);
  const gateway =
    timer.length > 0 ? pen.part('answer', main, { type: GATEWAY, name: 'Answered?' }, [1.3, 0]) : main;
  for (const exit of answers)
    pen.leave(gateway, exit, {
      name: fixedExitWords(exit),
      condition: condition(question('answered', step.on, exit)),
    });
  pen.leave(gateway, NO_RESPONSE, { name: fixedExitWords(NO_RESPONSE), isDefault: true });
}

export function waitsForFirst({ ranked, windowMinutes, responses }: CheckStep): boolean {
  return !ranked && windowMinutes > 0 && responses.length > 0;
}

function drawFirst(pen: Pen, step: CheckStep, answers: readonly Response[]): void {
  const main = pen.main('bpmn:EventBasedGateway');
  const middle = answers.length / 2;
  answers.forEach((exit, index) => {
    const definitions = [pen.awaited(answerMessage(step, exit))];
    const drawn = {
      type: CATCH,
      name: fixedExitWords(exit),
      properties: { eventDefinitions: definitions },
    };
    pen.leave(pen.part(exit, main, drawn, [1, index - middle]), exit);
  });
  const late = {
    type: CATCH,
    name: `${fixedExitWords(NO_RESPONSE)} in ${durationWords(step.windowMinutes)}`,
    properties: { eventDefinitions: [timerDefinition(windowTimer(step))] },
  };
  pen.leave(pen.part(NO_RESPONSE, main, late, [1, answers.length - middle]), NO_RESPONSE);
}

/** An order is the same event whatever message it is looked for after. */
function answerMessage({ on }: CheckStep, response: Response): string {
  return response === 'converted' ? response : `${on}.${response}`;
}

export function windowTimer({ on, windowFrom, windowMinutes }: CheckStep): Timer {
  const text = isoDuration(windowMinutes);
  if (windowFrom === 'arrival') return { property: 'timeDuration', text };
  return { property: 'timeDuration', text: expression('restOfWindow', on, text) };
}
