import type { ExitName } from '../../journey/journey.ts';
import { type CheckStep, NO_RESPONSE } from '../../journey/steps/check.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { WaitStep } from '../../journey/steps/wait.ts';
import { minutes } from '../../journey/units.ts';
import type { Doubt } from '../doubt.ts';
import { condition, ruleQuestion } from './conditions.ts';
import { windowTimer } from './drawCheck.ts';
import { idOf, type Plain, plainsIn, textIn } from './plain.ts';
import { adopted, exitNamed, readBranches } from './readBranches.ts';
import { ruleOfFlow } from './readRule.ts';
import { conditionText, doubt, roleOf } from './readStep.ts';
import type { Source } from './source.ts';
import { durationOf, sameTimer, timerIn, timerUntil } from './timers.ts';

export interface Shown {
  readonly main: Plain;
  readonly parts: readonly Plain[];
  /** Those by which contacts leave the step. */
  readonly flows: readonly Plain[];
  readonly source: Source;
}

interface Adopted {
  readonly step: Step;
  readonly doubts: readonly Doubt[];
  /** Where the arrows themselves say what exits there are. */
  readonly exits?: ReadonlyMap<ExitName, Plain>;
}

/** A step of ours with what the process itself says of it, where that is no longer what we wrote. */
export function adoptNative(step: Step, shown: Shown): Adopted {
  if (step.disabled && step.kind !== 'entry') return { step, doubts: [] };
  switch (step.kind) {
    case 'entry':
      return adoptEntry(step, shown);
    case 'split': {
      const { branches, exits, doubts } = readBranches(shown.main, shown.flows, step.branches);
      return { step: { ...step, branches }, exits, doubts };
    }
    case 'experiment': {
      const arms = step.arms.map((arm) => {
        const flow = shown.flows.find((one) => exitNamed(one) === arm.id);
        return flow ? { ...arm, name: adopted(arm.name, textIn(flow, 'name')) } : arm;
      });
      return { step: { ...step, arms }, doubts: [] };
    }
    case 'wait':
      return adoptWait(step, shown);
    case 'check':
      return adoptWindow(step, shown);
    case 'message':
    case 'escalate':
    case 'update':
    case 'handoff':
    case 'goal':
    case 'exit':
      return { step, doubts: [] };
  }
}

function adoptEntry(step: EntryStep, { main, flows, source }: Shown): Adopted {
  const { trigger } = step;
  const [definition] = plainsIn(main, 'eventDefinitions');
  const shown = source.eventName(textIn(definition, 'messageRef'));
  const event = trigger.type === 'events' ? adopted(trigger.event, shown ?? trigger.event) : '';
  const named = trigger.type === 'events' ? { ...step, trigger: { ...trigger, event } } : step;
  const letIn = flows.find((flow) => conditionText(flow) !== undefined);
  if (!step.eligible || !letIn) return { step: named, doubts: [] };
  if (conditionText(letIn) === textIn(condition(ruleQuestion(step.eligible)), 'body'))
    return { step: named, doubts: [] };
  const { rule, doubts } = ruleOfFlow(letIn, step.name);
  return { step: { ...named, eligible: rule }, doubts };
}

function adoptWait(step: WaitStep, { main }: Shown): Adopted {
  const timer = timerIn(main);
  if (!timer || sameTimer(timer, timerUntil(step.until))) return { step, doubts: [] };
  const duration = timer.property === 'timeDuration' ? durationOf(timer.text) : undefined;
  return duration === undefined
    ? { step, doubts: [timerUnread(main)] }
    : { step: { ...step, until: { type: 'duration', minutes: duration } }, doubts: [] };
}

function adoptWindow(step: CheckStep, { main, parts }: Shown): Adopted {
  const late = parts.find((part) => roleOf(part) === NO_RESPONSE) ?? main;
  const timer = timerIn(late);
  if (!timer || sameTimer(timer, windowTimer(step))) return { step, doubts: [] };
  const duration = timer.property === 'timeDuration' ? durationOf(timer.text) : undefined;
  if (duration === undefined) return { step, doubts: [timerUnread(late)] };
  const windowMinutes = minutes(Math.max(1, duration));
  return { step: { ...step, windowMinutes, windowFrom: 'arrival' }, doubts: [] };
}

function timerUnread(element: Plain): Doubt {
  return doubt(
    element,
    'timer-unread',
    `The timer of “${idOf(element)}” was changed to something that cannot be read here. The time of the extension counts.`,
  );
}
