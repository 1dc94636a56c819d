import { CHANNELS, type Channel } from '../../journey/channels.ts';
import { isId } from '../../journey/ids.ts';
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
  /** `node`: of the message; absent: any. */
  | { readonly kind: 'behaviour'; readonly did: Behaviour; readonly node?: string }
  | {
      readonly kind: 'answer';
      readonly response: Response;
      /** The node of the message; absent: the latest. */
      readonly on?: string;
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
      return `behaviour:${mark.did}:${nodeText(mark.node)}`;
    case 'answer':
      return `answer:${mark.response}:${nodeText(mark.on)}:${mark.windowFrom}:${mark.ranked ? 'ranked' : 'first'}`;
    case 'branch':
      return `branch:${mark.branch}`;
    case 'leave': {
      const when = typeof mark.when === 'string' ? mark.when : `unsubscribed:${mark.when.unsubscribed}`;
      return `leave:${mark.id}:${mark.mode}:${when}`;
    }
  }
}

const ANY = '*';

/** Ids of nodes that others made may have signs that part marks. */
function nodeText(node: string | undefined): string {
  return node === undefined ? ANY : encodeURIComponent(node).replaceAll('*', '%2A');
}

function nodeOf(text: string): string | undefined {
  try {
    return text === ANY ? undefined : decodeURIComponent(text);
  } catch {
    return '';
  }
}

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

function behaviourMark([did, text = '']: readonly string[]): Mark | undefined {
  const known = BEHAVIOURS.find((one) => one === did);
  const node = nodeOf(text);
  return known && { kind: 'behaviour', did: known, ...(node !== undefined && { node }) };
}

function answerMark([word, text = '', windowFrom, ranked]: readonly string[]): Mark | undefined {
  const response = RESPONSES.find((one) => one === word);
  const on = nodeOf(text);
  if (!response) return undefined;
  return {
    kind: 'answer',
    response,
    ...(on !== undefined && { on }),
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
