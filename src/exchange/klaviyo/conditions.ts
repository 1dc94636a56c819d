import type { Channel } from '../../journey/channels.ts';
import type { Comparison, RuleValue } from '../../journey/rules.ts';
import { afterDay, beforeDay, daysOn, isIsoDate } from './dates.ts';
import { propertyOf } from './properties.ts';
import type { Condition, Json } from './types.ts';

/** What cannot be asked there, and why: the rest of a sentence that begins with what was asked. */
export class Unsayable extends Error {
  override readonly name = 'Unsayable';
}

/** Conditions of which one must hold. */
export type AnyOf = readonly Condition[];

export function property(column: string, filter: Json): Condition {
  return { type: 'profile-property', property: propertyOf(column), filter };
}

const isSet = (column: string) => property(column, { type: 'existence', operator: 'is-set' });
const notSet = (column: string) => property(column, { type: 'existence', operator: 'not-set' });

/** Everyone has an address or has none. */
export const ALWAYS: AnyOf = [isSet('email'), notSet('email')];
/** Nobody has both. */
export const NEVER: readonly AnyOf[] = [[isSet('email')], [notSet('email')]];

/** A comparison, or that it does not hold. A missing value matches `isUnknown`, `isNot`, and whatever does not hold. */
export function comparison({ column, operator, value }: Comparison, negated: boolean): AnyOf {
  switch (operator) {
    case 'isKnown':
      return [negated ? notSet(column) : isSet(column)];
    case 'isUnknown':
      return [negated ? isSet(column) : notSet(column)];
    case 'is':
      return negated ? unequal(column, value) : [equal(column, value)];
    case 'isNot':
      return negated ? [equal(column, value)] : unequal(column, value);
    case 'contains':
    case 'startsWith': {
      const said = `${negated ? 'not-' : ''}${operator === 'contains' ? 'contains' : 'starts-with'}`;
      return [property(column, { type: 'string', operator: said, value: textOf(column, value) })];
    }
    case 'atLeast':
    case 'atMost':
    case 'moreThan':
    case 'lessThan':
    case 'before':
    case 'after':
      return negated
        ? [ordered(column, OPPOSITE[operator], value), notSet(column)]
        : [ordered(column, operator, value)];
  }
}

type Ordering = 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'before' | 'after';

export const OPPOSITE: Readonly<Record<Ordering, Ordering>> = {
  atLeast: 'lessThan',
  atMost: 'moreThan',
  moreThan: 'atMost',
  lessThan: 'atLeast',
  before: 'atLeast',
  after: 'atMost',
};

function textOf(column: string, value: RuleValue | undefined): string {
  if (value === undefined) throw new Unsayable(`“${column}” is compared with nothing`);
  return String(value);
}

function equal(column: string, value: RuleValue | undefined): Condition {
  if (typeof value === 'boolean') return property(column, { type: 'boolean', operator: 'equals', value });
  if (typeof value === 'number') return property(column, { type: 'numeric', operator: 'equals', value });
  return property(column, { type: 'string', operator: 'equals', value: textOf(column, value) });
}

function unequal(column: string, value: RuleValue | undefined): AnyOf {
  if (typeof value === 'boolean')
    return [property(column, { type: 'boolean', operator: 'equals', value: !value }), notSet(column)];
  const type = typeof value === 'number' ? 'numeric' : 'string';
  const other = type === 'numeric' ? value : textOf(column, value);
  return [property(column, { type, operator: 'not-equals', value: other })];
}

const NUMERIC = {
  atLeast: 'greater-than-or-equal',
  atMost: 'less-than-or-equal',
  moreThan: 'greater-than',
  lessThan: 'less-than',
  before: 'less-than',
  after: 'greater-than',
} as const satisfies Readonly<Record<Ordering, string>>;

function ordered(column: string, operator: Ordering, value: RuleValue | undefined): Condition {
  if (typeof value === 'string' && isIsoDate(value))
    return property(column, { type: 'date', ...dated(operator, value) });
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || operator === 'before' || operator === 'after')
    throw new Unsayable(`“${column}” is compared with something that is neither a number nor a date`);
  return property(column, { type: 'numeric', operator: NUMERIC[operator], value: number });
}

/** There is before and after only, and moments instead of days. */
function dated(operator: Ordering, date: string): Json {
  switch (operator) {
    case 'before':
    case 'lessThan':
      return { operator: 'before', date: beforeDay(date) };
    case 'atMost':
      return { operator: 'before', date: beforeDay(daysOn(date, 1)) };
    case 'after':
    case 'moreThan':
      return { operator: 'after', date: afterDay(date) };
    case 'atLeast':
      return { operator: 'after', date: afterDay(daysOn(date, -1)) };
  }
}

/** Whether marketing may go out to the profile there. */
export function consent(channel: Channel, may: boolean): Condition {
  if (channel === 'whatsapp') {
    const status = `implicitly_or_explicitly_${may ? '' : 'un'}reachable`;
    return {
      type: 'profile-permissions',
      permission: { reachable_status: status },
      channel: 'whatsapp_marketing',
    };
  }
  if (channel !== 'email' && channel !== 'sms' && channel !== 'push')
    throw new Unsayable(`Klaviyo keeps no consent for ${channel}`);
  const subscription = channel === 'sms' && may ? 'subscribed' : 'any';
  return {
    type: 'profile-marketing-consent',
    consent: { channel, can_receive_marketing: may, consent_status: { subscription } },
  };
}

export interface Asked {
  readonly metric: string;
  /** Whether it happened at all, or not once. */
  readonly some: boolean;
  readonly timeframe: Json;
  /** The message’s name, for events of e-mails. */
  readonly message?: string;
}

export const SINCE_START: Json = { type: 'date', operator: 'flow-start' };
/** The property of e-mail events that holds the message's name. */
export const MESSAGE_NAME = 'Campaign Name';

export function happened({ metric, some, timeframe, message }: Asked): Condition {
  return {
    type: 'profile-metric',
    metric_id: metric,
    measurement: 'count',
    measurement_filter: { type: 'numeric', operator: some ? 'greater-than' : 'equals', value: 0 },
    timeframe_filter: timeframe,
    ...(message !== undefined && {
      metric_filters: [
        { property: MESSAGE_NAME, filter: { type: 'string', operator: 'equals', value: message } },
      ],
    }),
  };
}
