import type { ExitRule, JourneySettings, StepId } from '../../journey/journey.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import { mediumOf } from './channels.ts';
import { dayAfter } from './days.ts';
import { unsubscribed } from './events.ts';
import { pathOf, placed } from './platformRule.ts';
import { ruleThere } from './rules.ts';
import { scheduleOf } from './schedule.ts';
import { OWN, type NodeSketch, type Sketch, type Target, untilClock } from './sketch.ts';
import { DATE_WORDS } from './sketchWait.ts';
import type { Data } from './stepMap.ts';
import type { Plan } from './tellers.ts';
import { dateTemplate } from './templates.ts';

/** The entrance, a question who may come in, a delay to a date, and the exits that take contacts out wherever they are. */
export function sketchEntry(step: EntryStep, id: StepId, plan: Plan): Sketch {
  const ways = waysIn(step, id, plan);
  const entrance: NodeSketch = {
    type: 'entrance',
    name: step.name,
    data: entranceData(step, id, plan),
    children: [{ to: ways[0]?.target ?? OUT }],
  };
  const { exitRules } = plan.journey.settings;
  return new Map<string, NodeSketch>([
    [OWN, entrance],
    ...ways.map(({ part, make }, index): [string, NodeSketch] => [
      part,
      make(ways[index + 1]?.target ?? OUT),
    ]),
    ...exitRules.flatMap((rule, index): [string, NodeSketch][] => {
      const data = exitData(rule, index, id, plan);
      return data ? [[`leave-${index + 1}`, { type: 'exit', name: 'Leave', data, children: [] }]] : [];
    }),
  ]);
}

const OUT: Target = { exit: 'next' };

interface WayIn {
  readonly part: string;
  readonly target: Target;
  readonly make: (next: Target) => NodeSketch;
}

function waysIn(step: EntryStep, id: StepId, plan: Plan): readonly WayIn[] {
  const { name, trigger, eligible } = step;
  const ways: WayIn[] = [];
  const put = (part: string, make: WayIn['make']) => ways.push({ part, target: { part }, make });
  // Who does not match goes nowhere: an unconnected “no” ends the journey.
  const ask = (part: string, words: string, rule: ReturnType<typeof placed>) =>
    put(part, (next) => {
      const children = [{ to: next, path: 'yes' }] as const;
      return { type: 'gate', name: `${name}: ${words}`, data: { rule }, children };
    });
  if (eligible) {
    ask('eligible', 'who', ruleThere(eligible, `${id}/eligible`, plan, id));
    plan.say('emulated', id, {
      code: 'eligible-by-gate',
      words: 'Everyone enters, and a gate lets on who matches: the others are counted as entries there.',
      returns: true,
    });
  }
  if (trigger.type === 'date') {
    const { column, offsetDays, at } = trigger;
    const from = dayAfter(plan.journey.settings.start, -offsetDays);
    const due = { type: 'date', group: 'user', path: pathOf(column), operator: '>=', value: from } as const;
    ask('due', 'not past', placed(due, `${id}/due`));
    const delay =
      (words: string, data: Data) =>
      (next: Target): NodeSketch => {
        return { type: 'delay', name: `${name}: ${words}`, data, children: [{ to: next }] };
      };
    put('date', delay('date', { format: 'date', date: dateTemplate(column, offsetDays, 'days') }));
    put('at', delay('time', untilClock(at)));
  }
  return ways;
}

function entranceData(step: EntryStep, id: StepId, plan: Plan): Data {
  const { trigger } = step;
  const { settings } = plan.journey;
  if (step.spreadMinutes !== undefined)
    plan.say('missing', id, {
      code: 'spread-left',
      words: 'Everyone on the list comes in at once.',
      returns: true,
    });
  if (trigger.type === 'events') {
    if (trigger.event.trim() === '')
      plan.say('missing', id, {
        code: 'event-unnamed',
        words: 'The event has no name, so nobody comes in until it is given one.',
        returns: true,
      });
    const multiple = settings.reEntry.mode !== 'never';
    return { trigger: 'event', event_name: trigger.event, multiple, concurrent: false };
  }
  if (trigger.type === 'schedule')
    plan.say('emulated', id, {
      code: 'schedule-zone',
      words: 'The schedule goes by the clock of the project there, not by that of the journey.',
      returns: true,
    });
  if (trigger.type === 'date')
    plan.say('emulated', id, { code: 'date-by-delay', words: `${DATE_ENTRY} ${DATE_WORDS}`, returns: true });
  plan.say('emulated', id, {
    code: 'audience-as-list',
    words: 'Who comes in is a list of the project: the one that this audience is kept as.',
    returns: true,
  });
  const every = trigger.type === 'schedule' ? trigger : undefined;
  return {
    trigger: 'schedule',
    list_id: plan.listOf(id),
    schedule: scheduleOf(settings.start, every),
  };
}

const DATE_ENTRY = 'Everyone on the list whose date is not past enters at the start and waits for it.';

/** Undefined: cannot be said. */
function exitData({ when }: ExitRule, index: number, entry: StepId, plan: Plan): Data | undefined {
  const say = plan.say;
  const entrance_uuid = plan.externalOf(entry);
  if (when.kind === 'rule') {
    say('missing', undefined, {
      code: 'exit-rule-left',
      words: 'An exit is about an event there: nobody is taken out by a rule about the contact.',
      values: { rule: index + 1 },
      returns: true,
    });
    return undefined;
  }
  const event_name = when.kind === 'converted' ? plan.eventOf('converted') : 'unsubscribed';
  say('emulated', undefined, {
    code: 'exit-rule-as-exit',
    words: `An exit for the event “${event_name}”. Its server is known to store that, and was not seen to take anybody out by it: try it there before relying on it.`,
    values: { rule: index + 1 },
    returns: true,
  });
  if (when.kind === 'converted') return { entrance_uuid, event_name };
  const medium = when.channel === 'any' ? undefined : mediumOf(when.channel);
  return { entrance_uuid, event_name, rule: placed(unsubscribed(medium), `${entry}/leave-${index + 1}`) };
}

/** What a journey promises about coming in again, as far as an entrance says it. */
export function reEntryOf(data: Data): JourneySettings['reEntry'] {
  return data['trigger'] === 'event' && data['multiple'] === true ? { mode: 'afterExit' } : { mode: 'never' };
}
