import type { Imported } from '../contract.ts';
import { refusal } from '../draft.ts';
import { isObject } from '../kept.ts';
import { otherThan } from '../looks.ts';

/** Why a value cannot be a journey of Journey Builder at all; undefined: it may be one. */
export function unlikeJourney(value: unknown): Imported | undefined {
  if (Array.isArray(value)) return refusal('not-sfmc', LIST);
  if (!isObject(value)) return refusal('not-sfmc', `This file holds no object. ${WANTED}`);
  if (Array.isArray(value['activities'])) return tooNew(value['workflowApiVersion']);
  if (Array.isArray(value['items'])) return refusal('not-sfmc', LIST);
  const other = otherThan('sfmc', value);
  if (other !== undefined) return refusal('not-sfmc', `${other} ${WANTED}`);
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
