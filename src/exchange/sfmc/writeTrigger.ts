import type { StepId } from '../../journey/ids.ts';
import type { EntryStep, EntryTrigger } from '../../journey/steps/entry.ts';
import { isObject } from '../kept.ts';
import type { Portability } from '../portability.ts';
import { withSlip } from './slip.ts';
import type { Json } from './types.ts';
import { decision, filterOf } from './writeSplits.ts';
import type { OpenActivity, Writing } from './writing.ts';

interface TriggerKind {
  readonly type: string;
  /** How keys of its event definitions begin. */
  readonly prefix: string;
  readonly title: string;
}

const AUTOMATION: TriggerKind = {
  type: 'AutomationAudience',
  prefix: 'AutomationAudience',
  title: 'Data Extension',
};
const KINDS: Readonly<Record<EntryTrigger['type'], TriggerKind>> = {
  atOnce: { type: 'EmailAudience', prefix: 'DEAudience', title: 'Data Extension' },
  schedule: AUTOMATION,
  events: { type: 'APIEvent', prefix: 'APIEvent', title: 'API Event' },
  date: AUTOMATION,
};

export function triggerType(trigger: EntryTrigger): string {
  return KINDS[trigger.type].type;
}

/** The key of the event definition, which only the account knows. `kept`: that of the file that the journey came from. */
export function askForEvent(
  report: Portability,
  step: StepId,
  { trigger }: EntryStep,
  kept: string | undefined,
): string {
  return report.fill({
    id: 'event',
    kind: 'event definition',
    what: 'the key of the event definition that lets contacts in',
    form: 'text',
    scope: 'journey',
    step,
    kept,
    placeholder: `${KINDS[trigger.type].prefix}-00000000-0000-0000-0000-000000000000`,
  });
}

/** What a trigger calls its event definition: the platform one way, mcdev another. */
export function eventKeyOf(trigger: unknown): string | undefined {
  const metaData = isObject(trigger) ? trigger['metaData'] : undefined;
  if (!isObject(metaData)) return undefined;
  const key = metaData['eventDefinitionKey'] ?? metaData['r__event_key'];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

export function writeTrigger(writing: Writing, id: StepId, step: EntryStep): Json {
  const { trigger, spreadMinutes, name, note } = step;
  tellTrigger(writing, id, trigger);
  if (spreadMinutes !== undefined)
    writing.say(id, 'missing', {
      code: 'entry-spread',
      words: 'Contacts come in all at once: nothing spreads their entry over a time.',
    });
  const said = trigger.type === 'events' ? { type: trigger.type, event: trigger.event } : trigger;
  return {
    key: 'TRIGGER',
    name,
    description: note ?? '',
    type: triggerType(trigger),
    outcomes: [],
    arguments: {},
    configurationArguments: {},
    metaData: withSlip(
      {
        eventDefinitionKey: writing.event,
        chainType: 'None',
        configurationRequired: false,
        title: KINDS[trigger.type].title,
      },
      { id, trigger: said },
    ),
  };
}

function tellTrigger(writing: Writing, id: StepId, trigger: EntryTrigger): void {
  if (trigger.type === 'schedule')
    writing.say(id, 'emulated', {
      code: 'entry-schedule',
      words: `The schedule belongs to the event definition: set it there to every ${trigger.everyDays} days at ${trigger.at}.`,
      values: { days: trigger.everyDays, at: trigger.at },
      returns: true,
    });
  if (trigger.type === 'date')
    writing.say(id, 'emulated', {
      code: 'entry-date',
      words: `An automation must put contacts into the data extension ${trigger.offsetDays} days after “${trigger.column}”, at ${trigger.at}.`,
      values: { column: trigger.column, days: trigger.offsetDays, at: trigger.at },
      returns: true,
    });
}

/** The question that comes right after the entry where not everybody may come in. */
export function writeEligible(
  writing: Writing,
  id: StepId,
  { eligible, name }: EntryStep,
): OpenActivity | undefined {
  if (!eligible) return undefined;
  writing.say(id, 'emulated', {
    code: 'entry-filter',
    words: 'Everybody comes in, and a decision split right after it lets only the eligible go on.',
    returns: true,
  });
  const key = writing.freshKey(`${id}-eligible`);
  const filter = filterOf(writing, id, eligible);
  const metaData = withSlip({}, { eligible: true });
  const ways = [{ key: 'eligible', way: { exit: 'next' }, label: 'Eligible', filter }];
  return decision(writing, { key, name: `${name}: eligible?`, metaData }, ways, undefined);
}
