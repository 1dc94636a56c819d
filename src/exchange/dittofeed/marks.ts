import { CHANNELS, type Channel } from '../../journey/channels.ts';
import { isId, stepId, type StepId } from '../../journey/ids.ts';
import type { ExitRule } from '../../journey/journey.ts';
import { BEHAVIOURS, type Behaviour } from '../../journey/rules.ts';
import { type CheckStep, RESPONSES, type Response } from '../../journey/steps/check.ts';

/**
 * Parts of a segment have ids that are ours to choose. They say where the part stands, and behind a blank what it is made of, where that
 * cannot be told from the part: `1.2 tag:vip`.
 */
export type Mark =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'score' }
  /** A yes or no, not the text of it. */
  | { readonly kind: 'boolean' }
  | { readonly kind: 'consent'; readonly channel: Channel }
  | { readonly kind: 'behaviour'; readonly did: Behaviour; readonly step?: StepId }
  | {
      readonly kind: 'answer';
      readonly response: Response;
      readonly on: StepId | 'latest';
      readonly windowFrom: CheckStep['windowFrom'];
      readonly ranked: boolean;
    }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'branch'; readonly branch: string }
  | {
      readonly kind: 'leave';
      readonly id: string;
      readonly mode: ExitRule['mode'];
      readonly when: 'converted' | 'rule' | { readonly unsubscribed: Channel | 'any' };
    };

export function marked(position: string, mark?: Mark): string {
  return mark ? `${position} ${textOf(mark)}` : position;
}

function textOf(mark: Mark): string {
  switch (mark.kind) {
    case 'tag':
      return `tag:${mark.tag}`;
    case 'score':
    case 'boolean':
    case 'accepted':
      return mark.kind;
    case 'consent':
      return `consent:${mark.channel}`;
    case 'behaviour':
      return `behaviour:${mark.did}:${mark.step ?? ANY}`;
    case 'answer':
      return `answer:${mark.response}:${mark.on}:${mark.windowFrom}:${mark.ranked ? 'ranked' : 'first'}`;
    case 'branch':
      return `branch:${mark.branch}`;
    case 'leave': {
      const when = typeof mark.when === 'string' ? mark.when : `unsubscribed:${mark.when.unsubscribed}`;
      return `leave:${mark.id}:${mark.mode}:${when}`;
    }
  }
}

/** No step is called so. */
const ANY = '*';

/** Undefined: the part says itself what it asks. */
export function markOf(id: string): Mark | undefined {
  const match = /^[\d.]+ ([a-z]+)(?::(.*))?$/s.exec(id);
  if (!match) return undefined;
  const [, kind, rest = ''] = match;
  const words = rest.split(':');
  switch (kind) {
    case 'tag':
      return { kind, tag: rest };
    case 'score':
    case 'boolean':
    case 'accepted':
      return { kind };
    case 'consent': {
      const channel = CHANNELS.find((one) => one === rest);
      return channel && { kind, channel };
    }
    case 'behaviour':
      return behaviourMark(words);
    case 'answer':
      return answerMark(words);
    case 'branch':
      return isId(rest) ? { kind, branch: rest } : undefined;
    case 'leave':
      return leaveMark(words);
    case undefined:
    default:
      return undefined;
  }
}

function behaviourMark([did, step = '']: readonly string[]): Mark | undefined {
  const known = BEHAVIOURS.find((one) => one === did);
  if (!known) return undefined;
  if (step === ANY) return { kind: 'behaviour', did: known };
  return isId(step) ? { kind: 'behaviour', did: known, step: stepId(step) } : undefined;
}

function answerMark([word, on = '', windowFrom, ranked]: readonly string[]): Mark | undefined {
  const response = RESPONSES.find((one) => one === word);
  if (!response || !isId(on)) return undefined;
  return {
    kind: 'answer',
    response,
    on: on === 'latest' ? on : stepId(on),
    windowFrom: windowFrom === 'send' ? 'send' : 'arrival',
    ranked: ranked === 'ranked',
  };
}

function leaveMark([id = '', word, when, channel]: readonly string[]): Mark | undefined {
  const mode = (['immediate', 'stepEnd', 'afterWait'] as const).find((one) => one === word);
  if (!mode || !isId(id)) return undefined;
  if (when === 'converted' || when === 'rule') return { kind: 'leave', id, mode, when };
  const unsubscribed = (['any', ...CHANNELS] as const).find((one) => one === channel);
  return unsubscribed && { kind: 'leave', id, mode, when: { unsubscribed } };
}
