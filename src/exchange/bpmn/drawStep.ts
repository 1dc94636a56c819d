import { fixedExitWords } from '../../journey/steps/exitWords.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import { EXHAUSTED, SENT } from '../../journey/steps/escalate.ts';
import { type ExperimentStep, HOLDOUT } from '../../journey/steps/experiment.ts';
import { ACCEPTED, MISSED } from '../../journey/steps/handoff.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { ELSE, type SplitStep } from '../../journey/steps/split.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { condition, question, ruleQuestion } from './conditions.ts';
import { drawCheck } from './drawCheck.ts';
import { passingExit } from './passed.ts';
import type { Pen } from './pen.ts';
import type { Plain } from './plain.ts';
import { implementationBy } from './services.ts';
import { bare, expression, isoDuration, timerDefinition, timerUntil } from './timers.ts';

const GATEWAY = 'bpmn:ExclusiveGateway';
const NOT_ELIGIBLE = 'notEligible';

export function drawStep(pen: Pen, step: Step): void {
  if (step.disabled && step.kind !== 'entry' && step.kind !== 'exit') {
    pen.leave(pen.main('bpmn:Task'), passingExit(step));
    return;
  }
  switch (step.kind) {
    case 'entry':
      return drawEntry(pen, step);
    case 'split':
      return drawSplit(pen, step);
    case 'experiment':
      return drawExperiment(pen, step);
    case 'message':
      return pen.leave(pen.main('bpmn:SendTask', service('send')), 'next');
    case 'wait': {
      const eventDefinitions = [timerDefinition(timerUntil(step.until))];
      return pen.leave(pen.main('bpmn:IntermediateCatchEvent', { eventDefinitions }), 'next');
    }
    case 'check':
      return drawCheck(pen, step);
    case 'escalate':
      return drawAnswered(pen, 'escalate', 'sent', [SENT, EXHAUSTED]);
    case 'update':
      return pen.leave(pen.main('bpmn:ServiceTask', service('update')), 'next');
    case 'handoff':
      return drawAnswered(pen, 'handOff', 'accepted', [ACCEPTED, MISSED]);
    case 'goal':
      return pen.leave(pen.main('bpmn:IntermediateThrowEvent'), 'next');
    case 'exit':
      pen.main('bpmn:EndEvent');
  }
}

function service(name: Parameters<typeof implementationBy>[0]) {
  return { implementation: implementationBy(name) };
}

/** What starts it, the date that it waits for, and who is let in. */
function drawEntry(pen: Pen, step: EntryStep): void {
  const start = pen.main('bpmn:StartEvent', { eventDefinitions: startDefinitions(pen, step) });
  const { trigger, eligible } = step;
  const dated =
    trigger.type === 'date'
      ? pen.part('date', start, {
          type: 'bpmn:IntermediateCatchEvent',
          name: `Date in ${trigger.column}`,
          properties: { eventDefinitions: [entryDate(trigger)] },
        })
      : start;
  if (!eligible) return pen.leave(dated, 'next');
  const gateway = pen.part('eligible', dated, { type: GATEWAY, name: 'Eligible?' }, [1.5, 0]);
  pen.leave(gateway, 'next', { condition: condition(ruleQuestion(eligible)) });
  pen.turnAway(gateway, NOT_ELIGIBLE);
}

function entryDate({ column, offsetDays, at }: Extract<EntryStep['trigger'], { type: 'date' }>): Plain {
  return timerDefinition({
    property: 'timeDate',
    text: expression('dateAt', bare(column), offsetDays, at),
  });
}

function startDefinitions(pen: Pen, { trigger }: EntryStep): readonly Plain[] {
  switch (trigger.type) {
    case 'events':
      return [pen.awaited(`${pen.id}.event`, trigger.event)];
    case 'schedule':
      return [
        timerDefinition({
          property: 'timeCycle',
          text: `R/${isoDuration(trigger.everyDays * MINUTES_PER_DAY)}`,
        }),
      ];
    case 'atOnce':
    case 'date':
      return [];
  }
}

function drawSplit(pen: Pen, { branches }: SplitStep): void {
  const gateway = pen.main(GATEWAY);
  for (const { id, name, rule } of branches)
    pen.leave(gateway, id, { name, condition: condition(ruleQuestion(rule)) });
  pen.leave(gateway, ELSE, { name: fixedExitWords(ELSE), isDefault: true });
}

function drawExperiment(pen: Pen, step: ExperimentStep): void {
  const gateway = pen.main(GATEWAY);
  const exits = exitsOf(step);
  for (const exit of exits) {
    const name = step.arms.find(({ id }) => id === exit)?.name ?? fixedExitWords(exit);
    const isLast = exit === exits.at(-1);
    pen.leave(
      gateway,
      exit,
      isLast ? { name, isDefault: true } : { name, condition: armCondition(pen, step, exit) },
    );
  }
}

function armCondition({ id }: Pen, { arms, holdout }: ExperimentStep, exit: string): Plain {
  const weights = Object.fromEntries([
    ...arms.map((arm) => [arm.id, arm.weight]),
    ...(holdout ? [[HOLDOUT, holdout.weight]] : []),
  ]) as Readonly<Record<string, number>>;
  return condition(`${question('arm', id, weights)} === ${JSON.stringify(exit)}`);
}

/** A task whose service says afterwards how it went. */
function drawAnswered(
  pen: Pen,
  task: 'escalate' | 'handOff',
  ask: string,
  [yes, no]: readonly [string, string],
): void {
  const main = pen.main('bpmn:ServiceTask', service(task));
  const gateway = pen.part('answer', main, { type: GATEWAY, name: `${fixedExitWords(yes)}?` }, [1.3, 0]);
  pen.leave(gateway, yes, { name: fixedExitWords(yes), condition: condition(question(ask, pen.id)) });
  pen.leave(gateway, no, { name: fixedExitWords(no), isDefault: true });
}
