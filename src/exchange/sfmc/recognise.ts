import type { Imported } from '../contract.ts';
import { refusal } from '../draft.ts';
import { isObject } from '../kept.ts';

/** Other files, by what only they have. */
const OTHERS: readonly { readonly is: (file: Has) => boolean; readonly name: string }[] = [
  {
    is: (has) => has('format') && has('steps') && has('links'),
    name: 'a journey of this app: open it instead of importing it',
  },
  { is: (has) => has('data'), name: 'a flow of Klaviyo' },
  { is: (has) => has('actions') && has('edges'), name: 'a workflow of PostHog' },
  { is: (has) => has('definition') || has('entryNode') || has('journeys'), name: 'a journey of Dittofeed' },
  { is: (has) => has('events') || has('canvasSettings'), name: 'a campaign of Mautic' },
];

type Has = (key: string) => boolean;

/** Why a value cannot be a journey of Journey Builder at all; undefined: it may be one. */
export function unlikeJourney(value: unknown): Imported | undefined {
  if (Array.isArray(value)) return refusal('not-sfmc', LIST);
  if (!isObject(value)) return refusal('not-sfmc', `This file holds no object. ${WANTED}`);
  if (Array.isArray(value['activities'])) return tooNew(value['workflowApiVersion']);
  if (Array.isArray(value['items'])) return refusal('not-sfmc', LIST);
  const other = OTHERS.find(({ is }) => is((key) => Object.hasOwn(value, key)));
  if (other)
    return refusal('not-sfmc', `This looks like ${other.name}. Choose that format for it. ${WANTED}`);
  return refusal('not-sfmc', `This file has no list “activities”. ${WANTED}`, 'activities');
}

const WANTED =
  'A journey of Journey Builder is one object with “triggers” and “activities”, as GET /interaction/v1/interactions/key:KEY or mcdev gives it.';
const LIST = `This file holds several things. ${WANTED} Import one of them at a time.`;

/** The newest version that the documentation names. */
const NEWEST = 1.1;

function tooNew(version: unknown): Imported | undefined {
  const number = Number(version ?? 1);
  if (!(number > NEWEST)) return undefined;
  const words = `This file is of version ${number} of the Journey Specification; versions up to ${NEWEST} can be read. Export it in an older version.`;
  return refusal('newer-revision', words, 'workflowApiVersion');
}
