import type { StepId } from '../../journey/ids.ts';
import { EVERYONE, type Operator, type Rule, type RuleValue } from '../../journey/rules.ts';
import { clip } from '../../journey/schemaWords.ts';
import { isObject } from '../kept.ts';
import { tagOf } from '../tagOf.ts';
import { channelOfMedium } from './channels.ts';
import { dayAfter, dayOf } from './days.ts';
import { CAMPAIGN_PATH } from './platformRule.ts';
import { textOf } from './textOf.ts';

export interface RuleReader {
  /** The message of this file that sends a campaign; undefined: none, or several. */
  readonly messageOf: (campaign: number) => StepId | undefined;
  readonly doubt: (code: string, words: string, path: string) => void;
}

type Node = Readonly<Record<string, unknown>>;

/** The platform's rule as ours. What has no word here becomes a question for a tag, and is told. */
export function readRule(node: unknown, path: string, reader: RuleReader): Rule {
  if (!isObject(node)) {
    reader.doubt('rule-unread', 'This is no rule; everyone matches it here.', path);
    return EVERYONE;
  }
  if (node['type'] !== 'wrapper') return readLeaf(node, path, reader);
  const isEvent = node['group'] === 'event' && (node['path'] === '$.name' || node['path'] === 'name');
  return isEvent ? readEvent(node, path, reader) : readWrapper(node, path, reader);
}

const JOINING: Readonly<Record<string, 'all' | 'any' | 'none'>> = { and: 'all', or: 'any', none: 'none' };

function readWrapper(node: Node, path: string, reader: RuleReader): Rule {
  const children = childrenOf(node);
  if (children === undefined) return EVERYONE;
  const operator = textOf(node['operator']);
  const kind = Object.hasOwn(JOINING, operator) ? JOINING[operator] : undefined;
  if (!kind)
    reader.doubt(
      'operator-unread',
      `“${clip(operator)}” does not join conditions here: they are read as if it were “and”.`,
      `${path}.operator`,
    );
  const rules = children.map((child, index) => readRule(child, `${path}.children.${index}`, reader));
  return { kind: kind ?? 'all', rules };
}

function childrenOf(node: Node): readonly unknown[] | undefined {
  return Array.isArray(node['children']) ? node['children'] : undefined;
}

const DID = { sent: 'received', opened: 'opened', clicked: 'clicked' } as const;

/** Whether a user ever had an event: of a message what we know too, else a tag. */
function readEvent(node: Node, path: string, reader: RuleReader): Rule {
  const event = textOf(node['value']);
  const children = childrenOf(node) ?? [];
  if (children.length > 0 && !Object.hasOwn(JOINING, textOf(node['operator'])))
    reader.doubt(
      'operator-unread',
      `Servers stop at a condition on an event that is joined by “${clip(textOf(node['operator']))}”: it is read as if it were “and”.`,
      `${path}.operator`,
    );
  const [, medium = '', what = ''] =
    /^(email|text|push|in_app|webhook)_(sent|opened|clicked)$/.exec(event) ?? [];
  const did = what === 'sent' || what === 'opened' || what === 'clicked' ? DID[what] : undefined;
  const rules = did && node['frequency'] === undefined ? behaviours(did, campaignsOf(children), reader) : [];
  const [first, ...others] = rules;
  if (first && channelOfMedium(medium)) {
    reader.doubt(
      'event-as-behaviour',
      `The event “${event}” counts from whenever it was there; here it asks what happened since the contact came in.`,
      path,
    );
    return others.length === 0 ? first : { kind: 'any', rules };
  }
  const more = children.map((child) =>
    isObject(child) ? `${textOf(child['path'])} ${textOf(child['value'])}` : '',
  );
  return asTag(
    ['had', event, ...more].join(' '),
    `The event “${clip(event)}” is not known here`,
    path,
    reader,
  );
}

/** Campaigns that an event must be of; none: any. Undefined: there are other conditions. */
function campaignsOf(children: readonly unknown[]): readonly number[] | undefined {
  const [child] = children;
  if (!isObject(child)) return children.length === 0 ? [] : undefined;
  const isOr = child['type'] === 'wrapper' && child['operator'] === 'or';
  const parts = isOr ? (childrenOf(child) ?? []) : [child];
  const campaigns = parts.flatMap((part) => {
    const isCampaign = isObject(part) && part['path'] === CAMPAIGN_PATH && part['operator'] === '=';
    return isCampaign && typeof part['value'] === 'number' ? [part['value']] : [];
  });
  const isAll = campaigns.length === parts.length && parts.length > 0;
  return children.length === 1 && isAll ? campaigns : undefined;
}

/** Campaigns without a number yet may be any. Empty: they are not all of this file. */
function behaviours(
  did: (typeof DID)[keyof typeof DID],
  campaigns: readonly number[] | undefined,
  { messageOf }: RuleReader,
): readonly Rule[] {
  if (campaigns === undefined) return [];
  if (campaigns.every((campaign) => campaign === 0)) return [{ kind: 'behaviour', did }];
  const messages = campaigns.map(messageOf).filter((message) => message !== undefined);
  return messages.length < campaigns.length
    ? []
    : messages.map((message) => ({ kind: 'behaviour', did, step: message }));
}

function asTag(words: string, what: string, path: string, { doubt }: RuleReader): Rule {
  const tag = tagOf(words);
  doubt('rule-as-tag', `${what}: the tag “${tag}” is asked for instead, which nobody has yet.`, path);
  return { kind: 'tag', tag };
}

function readLeaf(node: Node, path: string, reader: RuleReader): Rule {
  const column = columnOf(node['path']);
  const operator = textOf(node['operator']);
  const rule = column === '' ? undefined : compared(node, column, operator);
  if (rule) return rule;
  const words = [column, operator, textOf(node['value'])].join(' ');
  return asTag(words, `“${clip(words)}” cannot be asked here`, path, reader);
}

/** `$.plan`, `plan` or `$["plan"]`; empty: something else. */
function columnOf(path: unknown): string {
  if (typeof path !== 'string') return '';
  const [, quoted] = /^\$\[("(?:[^"\\]|\\.)*")\]$/.exec(path) ?? [];
  if (quoted !== undefined) {
    try {
      return String(JSON.parse(quoted));
    } catch {
      return '';
    }
  }
  return path.replace(/^\$\.?/, '').replace(/^data\./, '');
}

function compared(node: Node, column: string, operator: string): Rule | undefined {
  if (operator === 'is set') return { kind: 'column', column, operator: 'isKnown' };
  if (operator === 'is not set' || operator === 'empty')
    return { kind: 'column', column, operator: 'isUnknown' };
  const value = node['value'];
  // A template that the server fills in: there is nothing to compare with before it does.
  if (typeof value === 'string' && value.replaceAll('\\{{', '').includes('{{')) return undefined;
  switch (node['type']) {
    case 'boolean':
      return { kind: 'column', column, operator: 'is', value: true };
    case 'string':
      return comparedText(column, operator, textOf(value).replaceAll('\\{{', '{{'));
    case 'number':
      return comparedNumber(column, operator, Number(value));
    case 'date':
      return comparedDate(column, operator, dayOf(value));
    default:
      return undefined;
  }
}

function comparison(column: string, operator: Operator, value: RuleValue): Rule {
  return { kind: 'column', column, operator, value };
}

/** Not matched where the value is missing, unlike ours. */
function isOther(column: string, value: RuleValue): Rule {
  const known: Rule = { kind: 'column', column, operator: 'isKnown' };
  return { kind: 'all', rules: [known, comparison(column, 'isNot', value)] };
}

function comparedText(column: string, operator: string, value: string): Rule | undefined {
  switch (operator) {
    case '=':
      return comparison(column, 'is', value);
    case '!=':
      return isOther(column, value);
    case 'contains':
      return comparison(column, 'contains', value);
    case 'starts with':
      return comparison(column, 'startsWith', value);
    case 'not contain':
      return { kind: 'none', rules: [comparison(column, 'contains', value)] };
    case 'not start with':
      return { kind: 'none', rules: [comparison(column, 'startsWith', value)] };
    default:
      return undefined;
  }
}

const NUMERIC: Readonly<Record<string, Operator>> = {
  '=': 'is',
  '<': 'lessThan',
  '<=': 'atMost',
  '>': 'moreThan',
  '>=': 'atLeast',
};

function comparedNumber(column: string, operator: string, value: number): Rule | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (operator === '!=') return isOther(column, value);
  const ours = Object.hasOwn(NUMERIC, operator) ? NUMERIC[operator] : undefined;
  return ours && comparison(column, ours, value);
}

/** Ours compare by the day: from a day on is after the one before. */
function comparedDate(column: string, operator: string, day: string | undefined): Rule | undefined {
  if (day === undefined) return undefined;
  const before = (date: string) => comparison(column, 'before', date);
  const after = (date: string) => comparison(column, 'after', date);
  switch (operator) {
    case '<':
      return before(day);
    case '<=':
      return before(dayAfter(day));
    case '>':
      return after(day);
    case '>=':
      return after(dayAfter(day, -1));
    case '=':
      return { kind: 'all', rules: [before(dayAfter(day)), after(dayAfter(day, -1))] };
    default:
      return undefined;
  }
}
