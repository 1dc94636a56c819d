import type { ExchangeFile } from './contract.ts';
import { isObject } from './kept.ts';
import type { PlatformId } from './platformId.ts';
import { readJsonFile } from './read/readJsonFile.ts';

const OPENING = 4000;
const FLOWCHART = /^\s*(---[\s\S]*?---\s*)?((%%[^\n]*\n|accTitle[^\n]*\n)\s*)*(flowchart|graph)\b/;
const BPMN = /http:\/\/www\.omg\.org\/spec\/BPMN\/20100524\/MODEL/;

/** Which platform a file is from, by what only its files have; undefined: none that is known here. The file may still be damaged. */
export function recognise(file: ExchangeFile): PlatformId | undefined {
  const opening = file.text.slice(0, OPENING);
  if (BPMN.test(opening)) return 'bpmn';
  if (FLOWCHART.test(opening)) return 'mermaid';
  const read = readJsonFile(file);
  return read.ok ? ofValue(read.value) : undefined;
}

type Value = Readonly<Record<string, unknown>>;

/** In this order: the first that fits. */
const SIGNS: readonly (readonly [PlatformId, (value: Value) => boolean])[] = [
  ['klaviyo', isKlaviyo],
  ['dittofeed', isDittofeed],
  ['posthog', ({ actions, edges }) => Array.isArray(actions) && Array.isArray(edges)],
  ['sfmc', ({ activities, triggers }) => Array.isArray(activities) && Array.isArray(triggers)],
  ['mautic', isMautic],
  ['parcelvoy', isParcelvoy],
];

function ofValue(value: unknown): PlatformId | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(one)) return undefined;
  return SIGNS.find(([, fits]) => fits(one))?.[0];
}

function isKlaviyo(value: Value): boolean {
  const data = isObject(value['data']) ? value['data'] : value;
  const attributes = isObject(data['attributes']) ? data['attributes'] : data;
  const definition = isObject(attributes['definition']) ? attributes['definition'] : attributes;
  return (
    'entry_action_id' in definition ||
    (Array.isArray(definition['triggers']) && Array.isArray(definition['actions']))
  );
}

function isDittofeed(value: Value): boolean {
  const { definition, journeys } = value;
  const body = isObject(definition) ? definition : value;
  return 'entryNode' in body || Array.isArray(journeys);
}

function isMautic(value: Value): boolean {
  const campaign = isObject(value['campaign']) ? value['campaign'] : value;
  return (Array.isArray(campaign['events']) && 'canvasSettings' in campaign) || 'campaign_event' in value;
}

const STEP_TYPES = new Set([
  'entrance',
  'exit',
  'delay',
  'action',
  'gate',
  'experiment',
  'link',
  'update',
  'balancer',
  'event',
]);

function isParcelvoy(value: Value): boolean {
  const steps = Object.values(value);
  return (
    steps.length > 0 &&
    steps.every((step) => isObject(step) && typeof step['type'] === 'string' && STEP_TYPES.has(step['type']))
  );
}
