import type * as z from 'zod/mini';
import { issueProblem } from '../../journey/schemaWords.ts';
import { isObject } from '../kept.ts';
import { otherThan } from '../looks.ts';
import { type Campaign, failed, type Read } from './campaignShape.ts';
import { fromAnswer, fromBody, fromExport } from './campaignFrom.ts';
import { bodyShape, exportShape } from './shapes.ts';

/** The campaign in what was sent to Mautic, what it answers, or what it exports since version 7. */
export function readCampaign(value: unknown): Read<Campaign> {
  const [only, ...others] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (others.length > 0 && isObject(only) && Object.hasOwn(only, 'campaign_event'))
    return failed(
      'several-campaigns',
      'This file has several campaigns. Export them from Mautic one by one.',
    );
  if (isObject(only) && Object.hasOwn(only, 'campaign_event')) {
    const prefix = Array.isArray(value) ? '0.' : '';
    return parsed(exportShape, only, prefix, (file) => fromExport(file, prefix));
  }
  if (!isObject(value)) return notACampaign(value);
  if (isObject(value['campaign']))
    return parsed(bodyShape, value['campaign'], 'campaign.', (body) => fromAnswer(body));
  if (!Object.hasOwn(value, 'events')) return notACampaign(value);
  return parsed(bodyShape, value, '', (body) => fromBody(body));
}

function parsed<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  prefix: string,
  then: (value: T) => Read<Campaign>,
): Read<Campaign> {
  const result = schema.safeParse(value);
  // Its own copy has the keys in another order than the file, which is to come back as it was.
  if (result.success) return then(value as T);
  const [issue] = result.error.issues;
  if (!issue) return notACampaign(value);
  const problem = issueProblem(deepest(issue), value);
  const path = `${prefix}${problem.path ?? ''}`;
  const newer = /\.event_?[tT]ype$/.test(path)
    ? ' It may come from a newer Mautic than can be read here.'
    : '';
  return { ok: false, problem: { ...problem, path, words: `In a Mautic campaign ${problem.words}${newer}` } };
}

type Issue = z.core.$ZodIssue;

/** Of what may be a list or an object, or a number or a text, the fault that lies deepest: the others only say that it is no such thing. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), issue);
}

const CHOOSE =
  'Choose the body of POST /api/campaigns/new, the answer of GET /api/campaigns/ID, or an export of Mautic 7.';

function notACampaign(value: unknown): Read<Campaign> {
  const other = otherThan('mautic', value) ?? `This is not a Mautic campaign: ${lackOf(value)}.`;
  return failed('not-a-campaign', `${other} ${CHOOSE}`);
}

function lackOf(value: unknown): string {
  if (isObject(value) && 'campaigns' in value) return 'the file is a list of campaigns';
  if (isObject(value) && ('errors' in value || 'error' in value))
    return 'the file is an answer of Mautic that tells of an error';
  return 'the file has no events of a campaign';
}
