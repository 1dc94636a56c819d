import type { Journey, ReEntry } from '../../journey/journey.ts';
import { isObject, keptDocument } from '../kept.ts';
import type { Emission } from './emit.ts';
import { renamed } from './raw.ts';
import type { Json } from './types.ts';
import { eventKeyOf } from './writeTrigger.ts';
import type { Writing } from './writing.ts';

/** What the server gives, and is never sent. */
export const SERVERS_OWN: readonly string[] = ['id', 'createdDate', 'modifiedDate', 'status', 'definitionId'];

/** What an importer keeps of a file beside its steps. */
export interface KeptFile {
  /** All but triggers and activities. */
  readonly fields: Json;
  /** Keys of the activities as they stood. */
  readonly order: readonly string[];
}

function keptFile(journey: Journey): KeptFile {
  const kept = keptDocument(journey, 'sfmc');
  const { fields, order } = isObject(kept) ? kept : {};
  return {
    fields: isObject(fields) ? fields : {},
    order: Array.isArray(order) ? order.filter((key) => typeof key === 'string') : [],
  };
}

/** What the platform calls the journey for good. */
export function documentKey(journey: Journey): string {
  const { key } = keptFile(journey).fields;
  return typeof key === 'string' && key !== '' ? key : journey.id;
}

export function writeDocument(journey: Journey, writing: Writing, emission: Emission): Json {
  const { trigger, activities } = emission;
  const { fields, order } = keptFile(journey);
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !SERVERS_OWN.includes(name)));
  const bound = renamed(kept, eventKeyOf(writing.kept(entryKeyOf(writing))) ?? '', writing.event);
  const mode = kept['entryMode'];
  const { reEntry } = journey.settings;
  return {
    ...defaults(journey),
    ...(fields['defaults'] === undefined && { defaults: addresses(writing, activities) }),
    ...(isObject(bound) ? bound : {}),
    key: documentKey(journey),
    name: journey.name,
    entryMode: typeof mode === 'string' && readsAs(mode, reEntry) ? mode : entryModeOf(reEntry),
    definitionType: definitionTypeOf(kept['definitionType'], activities.length),
    triggers: [trigger],
    activities: inFileOrder(emission, order),
  };
}

function entryKeyOf({ journey }: Writing) {
  const [entry] = Object.entries(journey.steps).find(([, { kind }]) => kind === 'entry') ?? [];
  return entry as keyof Journey['steps'];
}

/** Where the data extension has a contact's addresses. */
function addresses(writing: Writing, activities: Emission['activities']): Json {
  const bound = (id: string, what: string, placeholder: string) => [
    `{{Event.${writing.event}."${writing.ask({ kind: 'field', id, what, placeholder }).replaceAll('"', '')}"}}`,
  ];
  const texts = activities.some(({ type }) => type === 'SMSSYNC');
  return {
    email: bound('field:email', 'the field of the data extension with the e-mail address', 'EmailAddress'),
    ...(texts && {
      mobileNumber: bound(
        'field:mobile',
        'the field of the data extension with the mobile number',
        'MobileNumber',
      ),
    }),
    properties: {
      analyticsTracking: { enabled: false, analyticsType: 'google', urlDomainsToTrack: [] },
    },
  };
}

function defaults(journey: Journey): Json {
  return {
    key: '',
    name: '',
    description: journey.brief ?? '',
    workflowApiVersion: 1,
    definitionType: 'Multistep',
    channel: '',
    entryMode: '',
    executionMode: 'Production',
    metaData: { dataSource: 'ContactsModel', highThroughputSending: { email: false } },
    goals: [],
    exits: [],
    notifiers: [],
  };
}

/** A single send has one activity, its message; it stays one as long as that is so. */
function definitionTypeOf(kept: unknown, activities: number): string {
  return typeof kept === 'string' && (activities === 1 || kept === 'Multistep') ? kept : 'Multistep';
}

/**
 * As they stood in the file that the journey came from, those made here behind. The first is where contacts begin, unless the trigger names
 * the one that is.
 */
function inFileOrder({ trigger, activities }: Emission, order: readonly string[]): readonly unknown[] {
  const placeOf = ({ key }: { readonly key?: unknown }) => {
    const place = order.indexOf(String(key));
    return place < 0 ? order.length : place;
  };
  const sorted = (some: Emission['activities']) => [...some].sort((a, b) => placeOf(a) - placeOf(b));
  if (startOf(trigger) !== undefined) return sorted(activities);
  return [...activities.slice(0, 1), ...sorted(activities.slice(1))];
}

/** The activity that a trigger names as the first. */
export function startOf({ outcomes }: { readonly outcomes?: unknown }): string | undefined {
  const [first] = Array.isArray(outcomes) ? (outcomes as readonly unknown[]) : [];
  const next = isObject(first) ? first['next'] : undefined;
  return typeof next === 'string' && next !== '' ? next : undefined;
}

const ONCE = ['NotSet', 'SingleEntryAcrossAllVersions'];

function readsAs(entryMode: string, reEntry: ReEntry): boolean {
  return readEntryMode(entryMode).mode === reEntry.mode;
}

/** Whether contacts come in again. Several times at once is not possible here. */
export function readEntryMode(entryMode: string | null | undefined): ReEntry {
  return { mode: entryMode === 'MultipleEntries' || entryMode === 'OnceAndDone' ? 'afterExit' : 'never' };
}

export function isKnownEntryMode(entryMode: string): boolean {
  return ['MultipleEntries', 'OnceAndDone', ...ONCE].includes(entryMode);
}

function entryModeOf({ mode }: ReEntry): string {
  return mode === 'never' ? 'SingleEntryAcrossAllVersions' : 'OnceAndDone';
}
