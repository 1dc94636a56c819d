import type { StepId } from '../../journey/ids.ts';
import { type Comparison, isGroup, type Operator, type Rule, type RuleValue } from '../../journey/rules.ts';
import type { Told } from '../portability.ts';
import { isOwnChannel, mediumOf } from './channels.ts';
import { dayAfter, dayOf } from './days.ts';
import { did } from './events.ts';
import { ALWAYS, joined, literal, pathOf, placed, type PlatformRule, type Unplaced } from './platformRule.ts';
import type { Plan } from './tellers.ts';

/**
 * Our rule as the platform's; `place` names it within the journey. What is said there in another way is told of `step` (undefined: of the
 * journey as a whole). All of it comes back: a slip says what the rule cannot.
 */
export function ruleThere(rule: Rule, place: string, plan: Plan, step: StepId | undefined): PlatformRule {
  for (const told of remarksOn(rule)) plan.say('emulated', step, { ...told, returns: true });
  return placed(unplaced(rule, plan), place);
}

function unplaced(rule: Rule, plan: Plan): Unplaced {
  switch (rule.kind) {
    case 'all':
      return joined('and', inner(rule.rules, plan));
    case 'any':
      return joined('or', inner(rule.rules, plan));
    case 'none':
      return joined('none', inner(rule.rules, plan));
    case 'column':
      return compared(rule);
    case 'tag':
      return isYes(tagColumn(rule.tag));
    case 'score':
      return { type: 'number', group: 'user', path: '$.score', operator: '>=', value: rule.atLeast };
    case 'behaviour':
      return did(plan, rule.did, rule.step);
    case 'consent':
      return addressed(mediumOf(rule.channel));
  }
}

function inner(rules: readonly Rule[], plan: Plan): readonly Unplaced[] {
  return rules.map((rule) => unplaced(rule, plan));
}

/** The yes-or-no attribute that stands for a tag. */
export function tagColumn(tag: string): string {
  return `tag_${tag}`;
}

/** Subscriptions are looked at when a campaign is sent; a rule can only ask whether there is an address. */
function addressed(medium: string): Unplaced {
  if (medium === 'email') return isKnown('email');
  if (medium === 'text') return isKnown('phone');
  return medium === 'push' ? isYes('has_push_device') : ALWAYS;
}

function isYes(column: string): Unplaced {
  return { type: 'boolean', group: 'user', path: pathOf(column), operator: '=', value: true };
}

function isKnown(column: string): Unplaced {
  return { type: 'string', group: 'user', path: pathOf(column), operator: 'is set' };
}

function compared({ column, operator, value = '' }: Comparison): Unplaced {
  const path = pathOf(column);
  switch (operator) {
    case 'is':
      return is(column, value);
    // A value that is missing is not that value; the platform's own “!=” would not match it.
    case 'isNot':
      return joined('none', [is(column, value)]);
    case 'isKnown':
      return isKnown(column);
    case 'isUnknown':
      return { type: 'string', group: 'user', path, operator: 'is not set' };
    case 'contains':
      return { type: 'string', group: 'user', path, operator: 'contains', value: literal(String(value)) };
    case 'startsWith':
      return { type: 'string', group: 'user', path, operator: 'starts with', value: literal(String(value)) };
    case 'before':
    case 'lessThan':
      return ordered(column, '<', value);
    case 'atLeast':
      return ordered(column, '>=', value);
    case 'atMost':
      return ordered(column, '<=', value);
    case 'after':
    case 'moreThan':
      return ordered(column, '>', value);
  }
}

/** Dates are compared by the day: later on the same day is not after it. */
function ordered(column: string, operator: '<' | '<=' | '>' | '>=', value: RuleValue): Unplaced {
  const path = pathOf(column);
  const day = dayOf(value);
  if (day === undefined) return { type: 'number', group: 'user', path, operator, value: literal(value) };
  const includes = operator.startsWith('<') ? '<' : '>=';
  const isNext = operator === '<=' || operator === '>';
  return { type: 'date', group: 'user', path, operator: includes, value: isNext ? dayAfter(day) : day };
}

/** A question of yes or no looks at the value alone and never at what it is compared with. */
function is(column: string, value: RuleValue): Unplaced {
  if (value === true) return isYes(column);
  if (value === false) return joined('and', [isKnown(column), joined('none', [isYes(column)])]);
  const type = typeof value === 'number' ? 'number' : 'string';
  return { type, group: 'user', path: pathOf(column), operator: '=', value: literal(value) };
}

const TEXT_OPERATORS: readonly Operator[] = ['is', 'isNot', 'contains', 'startsWith'];

function remarksOn(rule: Rule): readonly Told[] {
  if (isGroup(rule)) return rule.rules.flatMap(remarksOn);
  switch (rule.kind) {
    case 'column': {
      const isText = TEXT_OPERATORS.includes(rule.operator) && typeof rule.value === 'string';
      return isText ? [CASE] : [];
    }
    case 'tag':
      return [{ code: 'tag-as-attribute', words: TAG_WORDS }];
    case 'score':
      return [{ code: 'score-as-attribute', words: SCORE_WORDS }];
    case 'behaviour':
      return [rule.did === 'converted' ? CONVERTED : DID];
    case 'consent':
      return [isOwnChannel(rule.channel) && mediumOf(rule.channel) !== 'in_app' ? CONSENT : NO_CONSENT];
  }
}

const CASE: Told = {
  code: 'case-counts',
  words: 'Capital and small letters are told apart there, in comparisons with a text.',
};
export const TAG_WORDS = 'A tag is an attribute of the user that is true or false: “tag_” and the tag.';
export const SCORE_WORDS = 'The score is the attribute “score” of the user.';
const CONVERTED: Told = {
  code: 'conversion-by-event',
  words: 'Whether the event that stands for a conversion ever happened, in this entry or before.',
};
const DID: Told = {
  code: 'behaviour-ever',
  words: 'Asks the user’s events for one of the message’s campaign: those of earlier entries count as well.',
};
const CONSENT: Told = {
  code: 'consent-by-address',
  words:
    'Asks whether there is an address or device; the subscription itself is looked at when the campaign is sent.',
};
const NO_CONSENT: Told = {
  code: 'consent-unknown',
  words: 'Consent to this channel is not known there: everyone counts as having given it.',
};
