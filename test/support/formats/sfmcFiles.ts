import { converter } from '../../../src/exchange/sfmc/converter.ts';
import type { Imported } from '../../../src/exchange/contract.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { outcome } from './roundTrip.ts';

export interface Part {
  readonly key: string;
  readonly type: string;
  /** Where its only outcome leads. */
  readonly next?: string | null;
  readonly outcomes?: readonly object[];
  readonly [field: string]: unknown;
}

function activity({ next, ...part }: Part): object {
  const outcomes = [{ key: `${part.key}-o`, ...(next !== undefined && { next }) }];
  return { name: part.key, outcomes, configurationArguments: {}, metaData: {}, ...part };
}

export const TRIGGER = {
  key: 'TRIGGER',
  name: 'In',
  type: 'EmailAudience',
  outcomes: [],
  metaData: { eventDefinitionKey: 'DE-1' },
};

/** The text of a file with these activities, as somebody else may have written it. */
export function sfmcFile(activities: readonly Part[], more: object = {}): string {
  return JSON.stringify({
    key: 'k',
    name: 'Theirs',
    workflowApiVersion: 1,
    definitionType: 'Multistep',
    entryMode: 'NotSet',
    triggers: [TRIGGER],
    activities: activities.map(activity),
    ...more,
  });
}

export function readSfmc(text: string): Promise<Imported> {
  return converter.import([{ name: 'a.journey-meta.json', type: 'application/json', text }]);
}

export interface ReadFile {
  readonly journey: Journey;
  readonly codes: readonly string[];
  readonly paths: readonly (string | undefined)[];
}

/** The journey of a file that can be read, which runs; with what was doubted. */
export async function journeyOfSfmc(text: string): Promise<ReadFile> {
  const imported = await readSfmc(text);
  if (!imported.ok)
    throw new Error(imported.problems.map(({ words, path }) => `${path}: ${words}`).join('\n'));
  outcome(imported.journey);
  return {
    journey: imported.journey,
    codes: imported.warnings.map(({ code }) => code),
    paths: imported.warnings.map(({ path }) => path),
  };
}

export const MAIL: Part = { key: 'mail', type: 'EMAILV2', next: 'wait' };
export const DAY = { waitDuration: 1, waitUnit: 'DAYS' };

/** An engagement split about `mail`. */
export function asking(key: string, statsTypeId: number, no: string | null, yes: string | null = null): Part {
  return {
    key,
    type: 'ENGAGEMENTDECISION',
    configurationArguments: { refActivityCustomerKey: 'mail', statsTypeId, statusUrlId: '0' },
    outcomes: [
      { key: 'yes', next: yes, arguments: { when: true } },
      { key: 'no', next: no, arguments: { when: false } },
    ],
  };
}

/**
 * Writes deep into parsed JSON: `activities.mail.outcomes.0.next`, an activity by its key. `undefined` takes away; a function is given what
 * stood there.
 */
export function put(file: unknown, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = file;
  for (const name of names) at = partOf(at, name);
  if (typeof at !== 'object' || at === null || partOf(at, last) === undefined) throw new Error(`no ${path}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else
    Reflect.set(
      at,
      last,
      typeof value === 'function' ? (value as (was: unknown) => unknown)(partOf(at, last)) : value,
    );
}

function partOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    return list.find((part) => partOf(part, 'key') === name) ?? list[Number(name)];
  }
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}
