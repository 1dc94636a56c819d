import type { ExitName } from '../../journey/ids.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { EntryTrigger } from '../../journey/steps/entry.ts';
import { type Step, STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import { minutes } from '../../journey/units.ts';
import { isObject } from '../kept.ts';
import { readRule, type RuleReader } from './readRule.ts';
import { readSchedule } from './schedule.ts';
import type { Child, Data, PlatformStep, StepType } from './stepMap.ts';
import { textOf } from './textOf.ts';
import { readDateTemplate, readUpdateTemplate } from './templates.ts';

/** A path of a step that is an exit of ours. */
export interface PlainExit {
  readonly exit: ExitName;
  readonly path?: string;
  readonly place?: number;
}

/** One step of the platform as a step of ours, without a slip. */
export interface Plain {
  readonly step: Step;
  readonly exits: readonly PlainExit[];
}

export interface PlainReader extends RuleReader {
  /** Whether a child is there: the server passes over others. */
  readonly exists: (child: Child) => boolean;
}

interface Reading {
  readonly name: string;
  readonly data: Data;
  readonly children: readonly Child[];
  readonly reader: PlainReader;
}

const LONGEST_NAME = 10_000;

export function readPlain(node: PlatformStep & { readonly type: StepType }, reader: PlainReader): Plain {
  const name = (node.name ?? '').trim() === '' ? NAMES[node.type] : (node.name ?? '').slice(0, LONGEST_NAME);
  return READERS[node.type]({ name, data: node.data ?? {}, children: node.children ?? [], reader });
}

const NAMES: Readonly<Record<StepType, string>> = {
  entrance: 'Entrance',
  exit: 'Exit',
  delay: 'Delay',
  action: 'Campaign',
  gate: 'Gate',
  experiment: 'Experiment',
  link: 'Link',
  update: 'Update',
  balancer: 'Balancer',
  event: 'Event',
};

const READERS: Readonly<Record<StepType, (reading: Reading) => Plain>> = {
  entrance: (reading) => onward(reading, { kind: 'entry', name: reading.name, trigger: triggerOf(reading) }),
  exit: ({ name }) => ({ step: { kind: 'exit', name }, exits: [] }),
  delay: (reading) => onward(reading, readDelay(reading)),
  action: (reading) => {
    const number = textOf(reading.data['campaign_id']);
    reading.reader.doubt(
      'campaign-unknown',
      `What the campaign${number === '' ? '' : ` ${clip(number)}`} says, and on which channel, is not in the file: it is read as an e-mail without content.`,
      'data.campaign_id',
    );
    return onward(reading, { ...STEP_DEFINITIONS.message.defaults(), name: reading.name });
  },
  gate: readGate,
  experiment: (reading) => readShares(reading, reading.children.map(ratioOf)),
  link: (reading) =>
    milestone(
      reading,
      'Sends people into another journey, which a journey here cannot do: a milestone that they pass.',
    ),
  update: readUpdate,
  balancer: readBalancer,
  event: (reading) => onward(reading, { kind: 'goal', name: reading.name }),
};

/** Goes on by the first child that is there. */
function onward({ children, reader }: Reading, step: Step): Plain {
  const first = children.findIndex((child) => reader.exists(child));
  const others = children.filter((child, place) => place > first && reader.exists(child));
  if (first >= 0 && others.length > 0)
    reader.doubt('children-passed-over', 'People only go on to the first of these steps.', 'children');
  return { step, exits: [{ exit: 'next', place: Math.max(0, first) }] };
}

function milestone(reading: Reading, words: string): Plain {
  reading.reader.doubt('step-as-milestone', words, 'type');
  return onward(reading, { kind: 'goal', name: reading.name });
}

function ending({ name, reader }: Reading, words: string): Plain {
  reader.doubt('step-as-exit', words, 'type');
  return { step: { kind: 'exit', name }, exits: [] };
}

function triggerOf({ data, reader }: Reading): EntryTrigger {
  const trigger = data['trigger'];
  if (data['rule'] !== undefined && data['rule'] !== null && hasConditions(data['rule']))
    reader.doubt(
      'event-conditions',
      'Conditions on the event are not known here: every such event counts.',
      'data.rule',
    );
  if (trigger === 'event') {
    const event = textOf(data['event_name']).slice(0, LONGEST_NAME);
    return { type: 'events', event, perDay: 100 };
  }
  const schedule = data['schedule'];
  if (trigger !== 'schedule' || typeof schedule !== 'string') {
    reader.doubt(
      'entered-from-outside',
      'Nothing here says when people come in: another program lets them in there. Here everyone comes in at the start.',
      'data.trigger',
    );
    return { type: 'atOnce' };
  }
  reader.doubt(
    'list-as-audience',
    'The list that comes in is not in the file: here it is the whole audience.',
    'data.list_id',
  );
  const read = readSchedule(schedule);
  if (read.rough) reader.doubt('schedule-rounded', 'The schedule is read in whole days.', 'data.schedule');
  return read.trigger;
}

function hasConditions(rule: unknown): boolean {
  return isObject(rule) && Array.isArray(rule['children']) && rule['children'].length > 0;
}

const LONGEST_MINUTES = 52_560_000;

function readDelay({ name, data, reader }: Reading): Step {
  const none: Step = { kind: 'wait', name, until: { type: 'duration', minutes: minutes(0) } };
  if (data['format'] === 'time') {
    const [, hour = '', minute = ''] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(textOf(data['time'])) ?? [];
    const at = `${hour.padStart(2, '0')}:${minute}`;
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) return { kind: 'wait', name, until: { type: 'timeOfDay', at } };
    reader.doubt('time-unread', 'This is no time of day: nobody waits here.', 'data.time');
    return none;
  }
  if (data['format'] === 'date') {
    const date = readDateTemplate(textOf(data['date']));
    if (date) return { kind: 'wait', name, until: { type: 'date', ...date } };
    reader.doubt(
      'date-unread',
      'Only the date of a user can be waited for here: nobody waits here.',
      'data.date',
    );
    return none;
  }
  const total = part(data['days']) * 1440 + part(data['hours']) * 60 + part(data['minutes']);
  const whole = Math.min(LONGEST_MINUTES, Math.max(0, Math.round(total)));
  if (whole !== total) reader.doubt('duration-rounded', `Read as a wait of ${whole} minutes.`, 'data');
  return { kind: 'wait', name, until: { type: 'duration', minutes: minutes(whole) } };
}

function part(value: unknown): number {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
  return Number.isFinite(number) ? number : 0;
}

function readGate(reading: Reading): Plain {
  const { name, data, reader } = reading;
  const { rule } = data;
  if (rule === undefined || rule === null)
    return ending(reading, 'A gate without a rule lets nobody on: everyone leaves the journey here.');
  const branch = { id: 'yes', name: 'Yes', rule: readRule(rule, 'data.rule', reader) };
  const exits = [
    { exit: 'yes', path: 'yes' },
    { exit: 'else', path: 'no' },
  ];
  return { step: { kind: 'split', name, branches: [branch] }, exits };
}

function ratioOf({ data }: Child): number {
  const ratio = data?.['ratio'];
  // The server repeats a way so often; half a time is a whole one.
  return typeof ratio === 'number' && ratio > 0 && Number.isFinite(ratio) ? Math.ceil(ratio) : 0;
}

function readShares(reading: Reading, ratios: readonly number[]): Plain {
  const { name, children, reader } = reading;
  const places = children.flatMap((child, place) => (reader.exists(child) ? [place] : []));
  const sum = places.reduce((total, place) => total + (ratios[place] ?? 0), 0);
  if (sum === 0) return ending(reading, 'No way on has a share: everyone leaves the journey here.');
  const arms = places.map((place, index) => {
    return { id: `arm-${index + 1}`, name: `Way ${index + 1}`, weight: ((ratios[place] ?? 0) * 100) / sum };
  });
  const exits = places.map((place, index) => ({ exit: `arm-${index + 1}`, place }));
  return { step: { kind: 'experiment', name, arms }, exits };
}

/** Throttles, and where there are several ways, gives everyone one of them by chance. */
function readBalancer(reading: Reading): Plain {
  const { children, reader } = reading;
  const ways = children.filter((child) => reader.exists(child)).length;
  if (ways < 2)
    return milestone(
      reading,
      'How many people may pass in a stretch of time is not kept here: a milestone that they pass at once.',
    );
  reader.doubt(
    'balancer-as-experiment',
    'People are parted evenly; how many may pass in a stretch of time is not kept here.',
    'type',
  );
  return readShares(
    reading,
    children.map(() => 1),
  );
}

function readUpdate(reading: Reading): Plain {
  const changes = readUpdateTemplate(textOf(reading.data['template']));
  if (changes) return onward(reading, { kind: 'update', name: reading.name, changes });
  return milestone(
    reading,
    'What this update writes is only known when the template is filled in: a milestone that people pass.',
  );
}
