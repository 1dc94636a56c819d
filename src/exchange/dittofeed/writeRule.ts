import type { Channel } from '../../journey/channels.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Behaviour, Comparison, Rule } from '../../journey/rules.ts';
import { tagOf } from '../tagOf.ts';
import { type Mark, marked } from './marks.ts';
import { pathOf } from './paths.ts';
import type { Asking, Operator, SegmentDefinition, SegmentNode } from './types.ts';

/** What a rule needs to know of the journey and the account, and where it says what it could not say. */
export interface RuleContext {
  readonly nodeOf: (step: StepId) => string;
  readonly consent: (channel: Channel) => Asking;
  readonly unsubscribed: (channel: Channel) => Asking;
  /** Whether a contact did so, with that message or with any; several askings: with one of them. */
  readonly behaviour: (did: Behaviour, step: StepId | undefined, negated: boolean) => readonly Asking[];
  readonly weaker: (
    what: 'text-case' | 'ever' | 'unsubscribed-only' | 'no-such-question',
    of: string,
  ) => void;
}

export const SCORE_PATH = 'journey_score';
export const EVERYBODY: Asking = { type: 'RandomBucket', percent: 1 };
export const NOBODY: Asking = { type: 'RandomBucket', percent: 0 };

/** A segment of those who match. A segment has no “not”: what is denied is turned round, down to its single questions. */
export function segmentOf(rule: Rule, context: RuleContext, mark?: Mark): SegmentDefinition {
  if (rule.kind === 'all' && rule.rules.length === 0)
    return { entryNode: { id: marked('1', mark), type: 'Everyone' }, nodes: [] };
  const writer = new RuleWriter(context);
  // A mark of the whole stands on a part of its own, which leaves that of the rule its place.
  const root = mark
    ? writer.joined('And', [(at) => writer.part(rule, at, false)], '1', mark)
    : writer.part(rule, '1', false);
  return { entryNode: root, nodes: writer.nodes };
}

type Part = (position: string) => SegmentNode;

export class RuleWriter {
  readonly nodes: SegmentNode[] = [];
  readonly #context: RuleContext;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  part(rule: Rule, at: string, negated: boolean): SegmentNode {
    switch (rule.kind) {
      case 'all':
        return this.#group(rule.rules, at, negated, negated ? 'Or' : 'And');
      case 'any':
        return this.#group(rule.rules, at, negated, negated ? 'And' : 'Or');
      case 'none': {
        const [only, another] = rule.rules;
        if (only && !another) return this.part(only, at, !negated);
        return this.#group(rule.rules, at, !negated, negated ? 'Or' : 'And');
      }
      case 'column':
        return this.#comparison(rule, at, negated);
      case 'tag':
        return this.#tag(rule.tag, at, negated);
      case 'score':
        return this.#score(rule.atLeast, at, negated);
      case 'behaviour':
        return this.#behaviour(rule.did, rule.step, at, negated);
      case 'consent':
        return this.#consent(rule.channel, at, negated);
    }
  }

  joined(type: 'And' | 'Or', parts: readonly Part[], at: string, mark?: Mark): SegmentNode {
    const children = parts.map((part, index) => part(`${at}.${index + 1}`));
    this.nodes.push(...children);
    return { id: marked(at, mark), type, children: children.map(({ id }) => id) };
  }

  /** One of the askings, or nobody where there are none. */
  oneOf(
    askings: readonly Asking[],
    at: string,
    mark: Mark | undefined,
    type: 'And' | 'Or' = 'Or',
  ): SegmentNode {
    const [only] = askings;
    if (only === undefined) return { id: marked(at, mark), ...(type === 'Or' ? NOBODY : EVERYBODY) };
    if (askings.length === 1) return { id: marked(at, mark), ...only };
    const parts = askings.map((asking) => (position: string): SegmentNode => ({ id: position, ...asking }));
    return this.joined(type, parts, at, mark);
  }

  #group(rules: readonly Rule[], at: string, negated: boolean, type: 'And' | 'Or'): SegmentNode {
    if (rules.length === 0) return { id: at, ...(type === 'And' ? EVERYBODY : NOBODY) };
    return this.joined(
      type,
      rules.map((inner) => (position) => this.part(inner, position, negated)),
      at,
    );
  }

  #trait(path: string, operator: Operator, mark?: Mark): Part {
    return (at) => ({ id: marked(at, mark), type: 'Trait', path, operator });
  }

  #comparison({ column, operator, value }: Comparison, at: string, negated: boolean): SegmentNode {
    const path = pathOf(column);
    const ask = (own: Operator, mark?: Mark) => this.#trait(path, own, mark);
    const orMissing = (own: Part) =>
      negated ? this.joined('Or', [own, ask({ type: 'NotExists' })], at) : own(at);
    switch (operator) {
      case 'isKnown':
      case 'isUnknown':
        return ask({ type: (operator === 'isKnown') === negated ? 'NotExists' : 'Exists' })(at);
      case 'is':
      case 'isNot': {
        if (typeof value === 'string' && /\p{L}/u.test(value)) this.#context.weaker('text-case', column);
        const type = (operator === 'is') === negated ? 'NotEquals' : 'Equals';
        const known = typeof value === 'boolean' ? String(value) : (value ?? '');
        return ask({ type, value: known }, typeof value === 'boolean' ? { kind: 'boolean' } : undefined)(at);
      }
      case 'before':
      case 'after': {
        const day = dayOf(value);
        if (day === undefined) return this.#unsaid(`${column} ${operator}`, at);
        return orMissing(ask(moment(day, operator, negated)));
      }
      case 'atLeast':
      case 'lessThan':
        if (typeof value !== 'number') return this.#unsaid(`${column} ${operator}`, at);
        return orMissing(
          ask({ type: (operator === 'atLeast') === negated ? 'LessThan' : 'GreaterThanOrEqual', value }),
        );
      case 'atMost':
      case 'moreThan':
        return typeof value === 'number'
          ? this.#beyond(path, value, at, (operator === 'moreThan') !== negated, negated)
          : this.#unsaid(`${column} ${operator}`, at);
      case 'contains':
      case 'startsWith':
        return this.#unsaid(`${column} ${operator} “${String(value)}”`, at);
    }
  }

  /** More than a number: from it on, and not it. At most: less, or it. */
  #beyond(path: string, value: number, at: string, more: boolean, orMissing: boolean): SegmentNode {
    const own = more
      ? [
          this.#trait(path, { type: 'GreaterThanOrEqual', value }),
          this.#trait(path, { type: 'NotEquals', value }),
        ]
      : [this.#trait(path, { type: 'LessThan', value }), this.#trait(path, { type: 'Equals', value })];
    const missing = this.#trait(path, { type: 'NotExists' });
    if (!orMissing) return this.joined(more ? 'And' : 'Or', own, at);
    if (!more) return this.joined('Or', [...own, missing], at);
    return this.joined('Or', [(position) => this.joined('And', own, position), missing], at);
  }

  /** Nobody, whether it is asked or denied: a message too few is better than one to the wrong people. */
  #unsaid(what: string, at: string): SegmentNode {
    this.#context.weaker('no-such-question', what);
    return { id: at, ...NOBODY };
  }

  #tag(tag: string, at: string, negated: boolean): SegmentNode {
    const operator = { type: negated ? 'NotEquals' : 'Equals', value: 'true' } as const;
    return this.#trait(tagPath(tag), operator, { kind: 'tag', tag })(at);
  }

  #score(atLeast: number, at: string, negated: boolean): SegmentNode {
    const mark = { kind: 'score' } as const;
    const own = this.#trait(
      SCORE_PATH,
      { type: negated ? 'LessThan' : 'GreaterThanOrEqual', value: atLeast },
      mark,
    );
    // Who never got a point has none.
    const unknown = this.#trait(SCORE_PATH, { type: 'NotExists' }, mark);
    return (negated ? atLeast > 0 : atLeast <= 0) ? this.joined('Or', [own, unknown], at) : own(at);
  }

  #behaviour(did: Behaviour, step: StepId | undefined, at: string, negated: boolean): SegmentNode {
    const node = step === undefined ? undefined : this.#context.nodeOf(step);
    const mark: Mark = { kind: 'behaviour', did, ...(node !== undefined && { node }) };
    this.#context.weaker('ever', did);
    return this.oneOf(this.#context.behaviour(did, step, negated), at, mark, negated ? 'And' : 'Or');
  }

  #consent(channel: Channel, at: string, negated: boolean): SegmentNode {
    const mark: Mark = { kind: 'consent', channel };
    if (!negated) return { id: marked(at, mark), ...this.#context.consent(channel) };
    this.#context.weaker('unsubscribed-only', channel);
    return { id: marked(at, mark), ...this.#context.unsubscribed(channel) };
  }
}

/** The trait that says whether a contact has a tag. */
export function tagPath(tag: string): string {
  return pathOf(`tag_${tagOf(tag).replaceAll('-', '_')}`);
}

const DAY = MINUTES_PER_DAY * 60_000;

/** The start of a date in UTC. */
function dayOf(value: Comparison['value']): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const parsed = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** The last moment of a day divides it from the next, whether or not the moment itself counts. */
function moment(day: number, operator: 'before' | 'after', negated: boolean): Operator {
  const end = operator === 'before' ? day - 1 : day + DAY - 1;
  const direction = (operator === 'before') === negated ? 'after' : 'before';
  return { type: 'AbsoluteTimestamp', absoluteTimestamp: new Date(end).toISOString(), direction };
}
