import { ADDRESSED_CHANNELS, type Channel } from '../../journey/channels.ts';
import type { ExitRule, ReEntry } from '../../journey/journey.ts';
import { durationWords } from '../../journey/policies.ts';
import type { StepOf } from '../../journey/steps/index.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import { isObject } from '../kept.ts';
import { happened, SINCE_START } from './conditions.ts';
import { clockTime } from './dates.ts';
import { type AllOf, filterOf, groupsOf } from './filter.ts';
import { metricOf } from './metrics.ts';
import { ruleWords } from './ruleWords.ts';
import { EVERY_DAY, type Filter, type Json } from './types.ts';
import { delay } from './writeWait.ts';
import { action, type Part } from './written.ts';
import { channelOf, type Writable, type Writing } from './writing.ts';

type Entry = Writable<'entry'>;

/** Parts of ids: the wait for the hour that a date starts a flow at, and days after that date. */
export const TARGET = 'target';
export const OFFSET = 'offset';

/** What starts the flow, and actions that must come first for it. */
export interface Started {
  readonly trigger: Json;
  readonly parts: readonly Part[];
}

export function writeTrigger(writing: Writing, entry: Entry): Started {
  const { trigger } = entry.step;
  const say = (code: string, words: string, returns: boolean) =>
    writing.say(returns ? 'emulated' : 'missing', entry.id, { code, words, returns });
  if (entry.step.spreadMinutes !== undefined)
    say('spread-dropped', 'Everyone who comes on the list at once starts at once.', false);
  switch (trigger.type) {
    case 'atOnce':
      say(
        'entry-by-list',
        'Contacts come in when they are added to a list: add them when the journey is to start.',
        true,
      );
      return { trigger: { type: 'list', id: listId(writing, entry) }, parts: [] };
    case 'schedule':
      say(
        'schedule-dropped',
        `Flows have no schedule: add the contacts to the list every ${trigger.everyDays} days, at ${trigger.at}.`,
        false,
      );
      return { trigger: { type: 'list', id: listId(writing, entry) }, parts: [] };
    case 'events':
      return {
        trigger: { type: 'metric', id: eventId(writing, entry, trigger.event), trigger_filter: null },
        parts: [],
      };
    case 'date':
      return writeDate(writing, entry, trigger);
  }
}

function listId(writing: Writing, entry: Entry): string {
  return writing.report.fill({
    id: 'list:entry',
    kind: 'list',
    what: 'the id of the list whose new members start the flow (Lists & segments: in the address of the list)',
    step: entry.id,
    form: 'code',
    scope: 'journey',
    kept: keptId(writing, entry, 'list'),
    placeholder: 'LIST_ENTRY',
  });
}

function eventId(writing: Writing, entry: Entry, event: string): string {
  return writing.report.fill({
    id: 'metric:entry',
    kind: 'metric',
    what: `the id of the metric that starts the flow, “${event}” (Analytics, Metrics: six letters and digits)`,
    step: entry.id,
    form: 'code',
    scope: 'journey',
    kept: keptId(writing, entry, 'metric'),
    placeholder: 'METRIC_ENTRY',
  });
}

function keptId(writing: Writing, { id }: Entry, type: string): string | undefined {
  const raw = writing.kept(id)?.raw;
  const trigger = isObject(raw) ? raw['trigger'] : undefined;
  const known = isObject(trigger) && trigger['type'] === type ? trigger['id'] : undefined;
  return typeof known === 'string' ? known : undefined;
}

/** Flows that a date starts begin with a wait for the hour of that day. They count days before the date, none after it. */
function writeDate(
  writing: Writing,
  { id }: Entry,
  { column, offsetDays, at }: Extract<StepOf<'entry'>['trigger'], { type: 'date' }>,
): Started {
  const before = Math.max(0, -offsetDays);
  const trigger = {
    type: 'date',
    date_field_type: 'profile-property',
    date_profile_property: column,
    timedelta_unit_before_date: 'days',
    timedelta_value_before_date: before,
    recurrence_frequency: 'never',
    timezone: 'profile',
    trigger_time: clockTime(at),
    trigger_days: EVERY_DAY,
  };
  const data = { timezone: 'profile', target_time: clockTime(at), target_days: EVERY_DAY };
  const target = (next: Part | undefined) =>
    action(writing.name(id, TARGET), 'target-date', data, next ? { part: next.id } : { exit: 'next' });
  if (offsetDays <= 0) return { trigger, parts: [target(undefined)] };
  writing.say('emulated', id, {
    code: 'entry-after-date',
    words: `Flows start on their date or before it: contacts come in that day and wait ${offsetDays} days first.`,
    values: { days: offsetDays },
    returns: true,
  });
  const offset = delay(writing.name(id, OFFSET), {
    unit: 'days',
    value: offsetDays,
    timezone: 'profile',
    delay_until_time: clockTime(at),
    delay_until_weekdays: EVERY_DAY,
  });
  return { trigger, parts: [target(offset), offset] };
}

/** Who may come in, and when contacts leave: it is asked at the entry and again before every action. */
export function writeProfileFilter(writing: Writing, { id, step }: Entry): Filter | null {
  const { exitRules } = writing.journey.settings;
  const eligible = step.eligible
    ? writing.unlessUnsayable(
        () => groupsOf(step.eligible ?? { kind: 'all', rules: [] }, writing),
        (why) => {
          writing.say('missing', id, {
            code: 'eligible-unsayable',
            words: `Who may come in is not asked there: ${why}. Let only those start the flow.`,
          });
          return [];
        },
      )
    : [];
  if (eligible.length > 0)
    writing.say('emulated', id, {
      code: 'eligible-asked-again',
      words: 'Who may come in is asked again before every action: who no longer matches leaves the flow.',
      returns: true,
    });
  for (const words of step.eligible ? ruleWords(step.eligible) : [])
    writing.say('emulated', id, { code: 'rule-reworded', words, returns: true });
  const groups = [...eligible, ...exitRules.flatMap((rule) => writeExitRule(writing, rule))];
  return groups.length > 0 ? filterOf(groups) : null;
}

function writeExitRule(writing: Writing, { when }: ExitRule): AllOf {
  const never = (metric: ReturnType<typeof metricOf>) =>
    happened({ metric: writing.metric(metric), some: false, timeframe: SINCE_START });
  const said = (what: string) =>
    writing.say('emulated', undefined, {
      code: 'exit-rule-as-filter',
      words: `Contacts leave ${what} as the flow asks before each action, not in the minute it happens.`,
      returns: true,
    });
  if (when.kind === 'converted') {
    said('when they have converted');
    return [[never(metricOf('converted', 'email'))]];
  }
  if (when.kind === 'unsubscribed') {
    const channels = when.channel === 'any' ? channelsOf(writing) : [when.channel];
    said(`when they have unsubscribed from ${channels.join(', ')}`);
    return channels.map((channel) => [never(metricOf('unsubscribed', channel))]);
  }
  const { rule } = when;
  return writing.unlessUnsayable(
    () => {
      const groups = groupsOf(rule, writing, true);
      said('when a rule matches them');
      for (const words of ruleWords(rule))
        writing.say('emulated', undefined, { code: 'rule-reworded', words, returns: true });
      return groups;
    },
    (why) => {
      writing.say('missing', undefined, {
        code: 'exit-rule-unsayable',
        words: `A rule that takes contacts out is left out: ${why}.`,
      });
      return [];
    },
  );
}

/** Those that the journey writes on, of those that one can unsubscribe from. */
function channelsOf(writing: Writing): readonly Channel[] {
  const addressed: readonly Channel[] = ADDRESSED_CHANNELS;
  const used = new Set(writing.messages().map(([, message]) => channelOf(message)));
  const found = addressed.filter((channel) => used.has(channel));
  return found.length > 0 ? found : ['email'];
}

export function writeReEntry(writing: Writing, reEntry: ReEntry): Json {
  const say = (words: string, returns: boolean) =>
    writing.say('emulated', undefined, { code: 're-entry', words, returns });
  if (reEntry.mode === 'never') return { duration: 1, unit: 'alltime' };
  if (reEntry.mode === 'afterExit') {
    say('Contacts may come in again, also while they are still inside.', true);
    return { duration: 0, unit: 'alltime' };
  }
  const { minutes, from } = reEntry;
  const hours = Math.max(1, Math.ceil(minutes / MINUTES_PER_HOUR));
  const isExact = minutes === hours * MINUTES_PER_HOUR && from === 'start';
  if (!isExact)
    say(
      `Contacts may come in again ${durationWords(hours * MINUTES_PER_HOUR)} after they last came in: time is counted from there, in whole hours.`,
      false,
    );
  return hours % (MINUTES_PER_DAY / MINUTES_PER_HOUR) === 0
    ? { duration: hours / 24, unit: 'day' }
    : { duration: hours, unit: 'hour' };
}
