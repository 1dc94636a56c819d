import type { ExchangeFile } from '../contract.ts';
import { isObject } from '../kept.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import type { Body } from './types.ts';

const OPENING = 4000;
const STEP_TYPES = [
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
];

/** Signs that only the files of others have, in the order in which they are looked for. */
const SIGNS: readonly (readonly [name: string, fits: (value: Body) => boolean])[] = [
  ['a journey of Rehearsal', ({ format }) => format === 'rehearsal-journey'],
  ['a flow of Klaviyo', ({ data }) => isObject(data) && data['type'] === 'flow'],
  ['a workflow of PostHog', ({ actions, edges }) => Array.isArray(actions) && Array.isArray(edges)],
  [
    'a journey of Salesforce',
    ({ activities, triggers }) => Array.isArray(activities) && Array.isArray(triggers),
  ],
  ['a campaign of Mautic', ({ events, canvasSettings }) => Array.isArray(events) && isObject(canvasSettings)],
  ['a journey of Parcelvoy', isStepMap],
];

/** What a file that is not of Dittofeed looks like; undefined: nothing that is known here. */
export function strangerOf(file: ExchangeFile): string | undefined {
  const opening = file.text.slice(0, OPENING);
  if (opening.includes('http://www.omg.org/spec/BPMN/')) return 'a BPMN diagram';
  if (/^\s*(flowchart|graph)\s/m.test(opening) && !/^\s*[{[]/.test(opening)) return 'a Mermaid flowchart';
  const read = readJsonFile(file);
  const value: unknown = read.ok && Array.isArray(read.value) ? read.value[0] : read.ok && read.value;
  return isObject(value) ? SIGNS.find(([, fits]) => fits(value))?.[0] : undefined;
}

function isStepMap(value: Body): boolean {
  const steps = Object.values(value);
  return (
    steps.length > 0 &&
    steps.every(
      (step) => isObject(step) && typeof step['type'] === 'string' && STEP_TYPES.includes(step['type']),
    )
  );
}
