import type { Channel } from '../../journey/channels.ts';
import type { RuleLeaf } from '../../journey/placedRules.ts';
import type { Comparison, Rule, RuleValue } from '../../journey/rules.ts';
import type { ExitName } from '../../journey/ids.ts';
import { tagOf } from '../tagOf.ts';
import type { JsonObject } from './campaign.ts';
import { action, type Part, type StepParts, type Surroundings } from './parts.ts';
import { DO_NOTHING } from './doNothing.ts';

/** A question of yes and no. */
export interface Question {
  readonly type: string;
  readonly properties: JsonObject;
  /** Yes there is no here. */
  readonly flipped?: boolean;
}

/** A question with both ways on, or the way out of the step. Questions are shared where ways come together. */
type Way = Node | { readonly exit: ExitName };
interface Node {
  readonly question: Question;
  readonly yes: Way;
  readonly no: Way;
}

export interface Asked {
  readonly rule: Rule;
  readonly exit: ExitName;
}

/** The first rule that matches decides the exit. */
export function ruleParts(
  asked: readonly Asked[],
  otherwise: ExitName,
  around: Surroundings,
): StepParts['parts'] {
  const start = asked.reduceRight<Way>((no, { rule, exit }) => wayOf(rule, { exit }, no, around), {
    exit: otherwise,
  });
  return numbered(start);
}

/** The first question that is answered with yes decides the exit. */
export function questionParts(
  asked: readonly { readonly question: Question; readonly exit: ExitName }[],
  otherwise: ExitName,
): StepParts['parts'] {
  return numbered(
    asked.reduceRight<Way>((no, { question, exit }) => nodeOf(question, { exit }, no), { exit: otherwise }),
  );
}

function wayOf(rule: Rule, yes: Way, no: Way, around: Surroundings): Way {
  switch (rule.kind) {
    case 'all':
      return rule.rules.reduceRight<Way>((next, inner) => wayOf(inner, next, no, around), yes);
    case 'any':
      return rule.rules.reduceRight<Way>((next, inner) => wayOf(inner, yes, next, around), no);
    case 'none':
      return rule.rules.reduceRight<Way>((next, inner) => wayOf(inner, no, next, around), yes);
    case 'column':
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return nodeOf(questionOf(rule, around), yes, no);
  }
}

function nodeOf(question: Question, yes: Way, no: Way): Node {
  return question.flipped ? { question, yes: no, no: yes } : { question, yes, no };
}

/** Events in the order in which they are come to; an action that does nothing where there is no question at all. */
function numbered(start: Way): StepParts['parts'] {
  if ('exit' in start) return [action(DO_NOTHING.type, DO_NOTHING.properties, start)];
  const numbers = new Map<Node, number>([[start, 0]]);
  const nodes = [start];
  for (const node of nodes)
    for (const way of [node.yes, node.no])
      if (!('exit' in way) && !numbers.has(way)) {
        numbers.set(way, nodes.length);
        nodes.push(way);
      }
  const outOf = (way: Way) => ('exit' in way ? way : { part: numbers.get(way) ?? 0 });
  const partOf = ({ question, yes, no }: Node): Part => ({
    type: question.type,
    eventType: 'condition',
    properties: question.properties,
    out: { yes: outOf(yes), no: outOf(no) },
  });
  return [partOf(start), ...nodes.slice(1).map(partOf)];
}

function questionOf(rule: RuleLeaf, around: Surroundings): Question {
  switch (rule.kind) {
    case 'column':
      return { type: 'lead.field_value', properties: comparison(rule, around) };
    case 'tag':
      return { type: 'lead.tags', properties: { tags: [rule.tag] } };
    case 'score':
      return { type: 'lead.points', properties: { operator: 'gte', score: rule.atLeast } };
    case 'behaviour': {
      const what = rule.step === undefined ? 'any message of this campaign' : `“${around.nameOf(rule.step)}”`;
      return segmentQuestion(`${rule.did} ${rule.step ?? 'any'}`, `${rule.did} ${what}`, around);
    }
    case 'consent': {
      const channel = dncChannel(rule.channel);
      if (channel === undefined)
        return segmentQuestion(`consent ${rule.channel}`, `may be written to by ${rule.channel}`, around);
      return { type: 'lead.dnc', properties: { channels: [channel] }, flipped: true };
    }
  }
}

/** For what Mautic has no condition for: a segment whose filters ask it. */
export function segmentQuestion(key: string, who: string, around: Surroundings): Question {
  around.say('emulated', {
    code: 'asked-by-segment',
    words: `Mautic asks whether the contact is in a segment of those who “${who}”, which is made there first; it is as fresh as its last rebuild.`,
    values: { who },
    returns: true,
  });
  const segment = around.blank({
    id: `segment:${tagOf(key)}`,
    kind: 'segment',
    what: `the number of the segment of contacts who ${who} (Segments, column ID)`,
    form: 'wholeNumber',
    scope: 'journey',
    placeholder: '0',
  });
  return { type: 'lead.segments', properties: { segments: [segment] } };
}

const OPERATORS: Readonly<Record<Comparison['operator'], string>> = {
  is: '=',
  isNot: '!=',
  atLeast: 'gte',
  atMost: 'lte',
  moreThan: 'gt',
  lessThan: 'lt',
  contains: 'contains',
  startsWith: 'startsWith',
  isKnown: '!empty',
  isUnknown: 'empty',
  before: 'lt',
  after: 'gt',
};

function comparison({ column, operator, value }: Comparison, around: Surroundings): JsonObject {
  const field = fieldOf(column, around);
  return { field, operator: OPERATORS[operator], ...(value !== undefined && { value: fieldValue(value) }) };
}

export function fieldValue(value: RuleValue): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

const LONGEST_ALIAS = 25;

/** The alias under which Mautic would keep such a field. */
export function fieldOf(column: string, around: Surroundings): string {
  const alias =
    column
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, '_')
      .slice(0, LONGEST_ALIAS) || 'field';
  if (alias !== column)
    around.say('emulated', {
      code: 'field-alias',
      words: `Mautic’s field for the column “${column}” is taken to have the alias “${alias}”.`,
      values: { column, alias },
      returns: true,
    });
  return alias;
}

const DNC_CHANNELS: Readonly<Partial<Record<Channel, string>>> = {
  email: 'email',
  sms: 'sms',
  push: 'mobile_notification',
  'web-push': 'notification',
};

/** What “do not contact” calls a channel. */
export function dncChannel(channel: Channel): string | undefined {
  return DNC_CHANNELS[channel];
}

export const ALL_DNC_CHANNELS: readonly string[] = Object.values(DNC_CHANNELS);

/** Channels by what “do not contact” calls them. */
export function channelOfDnc(name: string): Channel | undefined {
  const known = Object.entries(DNC_CHANNELS) as [Channel, string][];
  return known.find(([, called]) => called === name)?.[0];
}
