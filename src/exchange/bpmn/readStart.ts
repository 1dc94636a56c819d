import type { EntryTrigger } from '../../journey/steps/entry.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import type { Doubt } from '../doubt.ts';
import { type Plain, plainsIn, textIn } from './plain.ts';
import { nameOf } from './readName.ts';
import { doubt, type Foreign } from './readStep.ts';
import type { Source } from './source.ts';
import { durationOf, timerIn } from './timers.ts';

const SUPPOSED_PER_DAY = 100;
const SUPPOSED_CLOCK = '09:00';
const MOST_DAYS = 36_500;

interface ReadTrigger {
  readonly trigger: EntryTrigger;
  readonly doubts: readonly Doubt[];
}

export function readStart(element: Plain, source: Source): Foreign {
  const { trigger, doubts } = triggerOf(element, source);
  return { step: { kind: 'entry', name: nameOf(element), trigger }, doubts };
}

function triggerOf(element: Plain, source: Source): ReadTrigger {
  const [definition] = plainsIn(element, 'eventDefinitions');
  switch (definition?.$type) {
    case undefined:
      return { trigger: { type: 'atOnce' }, doubts: [] };
    case 'bpmn:MessageEventDefinition':
    case 'bpmn:SignalEventDefinition': {
      const named =
        source.eventName(textIn(definition, 'messageRef') ?? textIn(definition, 'signalRef')) ??
        nameOf(element);
      return events(element, named);
    }
    case 'bpmn:TimerEventDefinition':
      return scheduled(element);
    default: {
      const words = `What “${nameOf(element)}” waits for cannot be read. Everyone comes in at the start.`;
      return { trigger: { type: 'atOnce' }, doubts: [doubt(element, 'start-unread', words)] };
    }
  }
}

function events(element: Plain, event: string): ReadTrigger {
  const words = `How often “${event}” happens is not in the file: ${SUPPOSED_PER_DAY} times a day was supposed. Change it in the entry.`;
  return {
    trigger: { type: 'events', event: event.slice(0, 10_000), perDay: SUPPOSED_PER_DAY },
    doubts: [doubt(element, 'rate-supposed', words)],
  };
}

/** `R/P7D`, `R5/2026-03-02T09:00:00Z/P7D`: what counts is how often. */
function scheduled(element: Plain): ReadTrigger {
  const timer = timerIn(element);
  const cycle = timer?.property === 'timeCycle' ? durationOf(timer.text.split('/').at(-1) ?? '') : undefined;
  if (cycle === undefined || cycle === 0) {
    const words = `When the timer of “${nameOf(element)}” goes off cannot be read. Everyone comes in at the start.`;
    return { trigger: { type: 'atOnce' }, doubts: [doubt(element, 'start-unread', words)] };
  }
  const everyDays = Math.min(MOST_DAYS, Math.max(1, Math.round(cycle / MINUTES_PER_DAY)));
  const words = `The timer of “${nameOf(element)}” was read as every ${everyDays} days at ${SUPPOSED_CLOCK}. Change it in the entry.`;
  return {
    trigger: { type: 'schedule', everyDays, at: SUPPOSED_CLOCK },
    doubts: [doubt(element, 'schedule-supposed', words)],
  };
}
