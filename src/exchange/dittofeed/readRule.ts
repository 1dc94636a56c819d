import type { StepId } from '../../journey/ids.ts';
import { type Comparison, EVERYONE, type Rule } from '../../journey/rules.ts';
import { isObject } from '../kept.ts';
import { tagOf } from '../tagOf.ts';
import { objectAt, textAt } from './keptDocument.ts';
import { type Mark, markOf } from './marks.ts';
import { columnOf } from './paths.ts';
import type { Body } from './types.ts';

/** What a segment needs to know of the journey that asks for it. */
export interface AskedBy {
  /** The message that a template belongs to, where one alone has it. */
  readonly messageWith: (templateId: string) => StepId | undefined;
  /** The step of a node. */
  readonly stepAt: (node: string) => StepId | undefined;
  /** A part that nothing here can ask stands for a tag. */
  readonly unasked: (what: string, tag: string) => void;
}

export const NOBODY: Rule = { kind: 'any', rules: [] };

/** A segment's definition, by parts. */
export class ReadSegment {
  readonly name: string;
  readonly root: Body;
  readonly #parts: ReadonlyMap<string, Body>;

  constructor(body: Body) {
    const definition = objectAt(body, 'definition') ?? {};
    this.name = textAt(body, 'name') ?? '';
    this.root = objectAt(definition, 'entryNode') ?? {};
    const nodes: unknown = definition['nodes'];
    const list = Array.isArray(nodes) ? nodes.filter(isObject) : [];
    this.#parts = new Map(list.map((node) => [String(node['id']), node]));
  }

  get mark(): Mark | undefined {
    return markOf(textAt(this.root, 'id') ?? '');
  }

  /** Parts that are not there are left out, as Dittofeed does. */
  childrenOf(node: Body): readonly Body[] {
    const children: unknown = node['children'];
    if (!Array.isArray(children)) return [];
    return children.flatMap((id): readonly Body[] => {
      const part = this.#parts.get(String(id));
      return part ? [part] : [];
    });
  }

  rule(by: AskedBy): Rule {
    const { mark } = this;
    // A branch is marked by a part that holds the rule.
    const [only] = mark?.kind === 'branch' ? this.childrenOf(this.root) : [];
    return this.ruleOf(only ?? this.root, by);
  }

  ruleOf(node: Body, by: AskedBy, above: readonly Body[] = []): Rule {
    const mark = markOf(textAt(node, 'id') ?? '');
    const ours = mark && fromMark(mark, node, by);
    if (ours) return ours;
    if (above.includes(node)) return this.#unasked('in a circle', by);
    switch (node['type']) {
      case 'Everyone':
        return EVERYONE;
      case 'And':
      case 'Or': {
        const children = this.childrenOf(node);
        const rules = children.map((child) => this.ruleOf(child, by, [...above, node]));
        return together(node['type'], rules) ?? { kind: node['type'] === 'And' ? 'all' : 'any', rules };
      }
      case 'RandomBucket':
        return node['percent'] === 0
          ? NOBODY
          : node['percent'] === 1
            ? EVERYONE
            : this.#unasked('a random share', by);
      case 'Trait':
        return comparisonOf(node) ?? this.#unasked(`the trait ${textAt(node, 'path') ?? ''}`, by);
      case 'Includes':
        return { kind: 'tag', tag: textAt(node, 'item') ?? '' };
      case 'Email': {
        const rule = emailRule(node, by);
        return rule ?? this.#unasked(`${textAt(node, 'event') ?? 'an event'} of a template`, by);
      }
      case 'Performed':
      case 'LastPerformed':
      case 'KeyedPerformed':
        return this.#unasked(`the event ${textAt(node, 'event') ?? ''}`, by);
      default:
        return this.#unasked(textAt(node, 'type') ?? 'something unknown', by);
    }
  }

  #unasked(what: string, by: AskedBy): Rule {
    const tag = tagOf(`${this.name} ${what}`);
    by.unasked(what, tag);
    return { kind: 'tag', tag };
  }
}

function fromMark(mark: Mark, node: Body, by: AskedBy): Rule | undefined {
  const operator = textAt(objectAt(node, 'operator'), 'type');
  switch (mark.kind) {
    case 'tag':
      return denied({ kind: 'tag', tag: mark.tag }, operator === 'NotEquals');
    case 'score': {
      // Everybody has one here.
      if (operator === 'NotExists') return NOBODY;
      const atLeast = objectAt(node, 'operator')?.['value'];
      return denied({ kind: 'score', atLeast: Number(atLeast) }, operator === 'LessThan');
    }
    case 'consent':
      return denied(
        { kind: 'consent', channel: mark.channel },
        node['type'] === 'SubscriptionGroupUnsubscribed',
      );
    case 'behaviour': {
      const { did, node: on } = mark;
      const step = on === undefined ? undefined : by.stepAt(on);
      if (on !== undefined && step === undefined) return undefined;
      return denied({ kind: 'behaviour', did, ...(step !== undefined && { step }) }, isDenied(node));
    }
    case 'boolean':
    case 'answer':
    case 'accepted':
    case 'branch':
    case 'leave':
      return undefined;
  }
}

/** Two questions that are one here: more than a number, at most a number, and a score, which everybody has. */
function together(type: 'And' | 'Or', [first, second, third]: readonly Rule[]): Rule | undefined {
  if (!first || !second || third) return undefined;
  const score = first.kind === 'none' ? first.rules[0] : first;
  if (type === 'Or' && score?.kind === 'score' && second === NOBODY) return first;
  if (first.kind !== 'column' || second.kind !== 'column') return undefined;
  const { column, value } = first;
  if (typeof value !== 'number' || second.column !== column || second.value !== value) return undefined;
  const [one, other] = [first.operator, second.operator];
  if (type === 'And' && one === 'atLeast' && other === 'isNot')
    return { kind: 'column', column, operator: 'moreThan', value };
  if (type === 'Or' && one === 'lessThan' && other === 'is')
    return { kind: 'column', column, operator: 'atMost', value };
  return undefined;
}

function denied(rule: Rule, not: boolean): Rule {
  return not ? { kind: 'none', rules: [rule] } : rule;
}

/** Whether events are asked not to be there; where there are several, none of them. */
function isDenied(node: Body): boolean {
  if (node['type'] === 'RandomBucket') return node['percent'] === 1;
  return node['type'] === 'And' || node['timesOperator'] === '<';
}

const DAY = 86_400_000;

function comparisonOf(node: Body): Rule | undefined {
  const column = columnOf(textAt(node, 'path') ?? '');
  const operator = objectAt(node, 'operator') ?? {};
  const value = operator['value'];
  const ask = (own: Comparison['operator'], than?: Comparison['value']): Rule => ({
    kind: 'column',
    column,
    operator: own,
    ...(than !== undefined && { value: than }),
  });
  switch (operator['type']) {
    case 'Equals':
    case 'NotEquals': {
      const yesNo = markOf(textAt(node, 'id') ?? '')?.kind === 'boolean';
      const known = yesNo ? value === 'true' : value;
      if (typeof known === 'object' || typeof known === 'undefined') return undefined;
      return ask(operator['type'] === 'Equals' ? 'is' : 'isNot', known as Comparison['value']);
    }
    case 'Exists':
      return ask('isKnown');
    case 'NotExists':
      return ask('isUnknown');
    case 'GreaterThanOrEqual':
      return typeof value === 'number' ? ask('atLeast', value) : undefined;
    case 'LessThan':
      return typeof value === 'number' ? ask('lessThan', value) : undefined;
    case 'AbsoluteTimestamp':
      return dateOf(operator, ask);
    default:
      return undefined;
  }
}

/** Days are compared here: of a moment within one, that day stays out on both sides. */
function dateOf(
  operator: Body,
  ask: (operator: Comparison['operator'], value: string) => Rule,
): Rule | undefined {
  const parsed = Date.parse(textAt(operator, 'absoluteTimestamp') ?? '');
  if (!Number.isFinite(parsed) || Math.abs(parsed) > 8e15 - DAY) return undefined;
  const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);
  const day = dayAt(operator['direction'] === 'before' ? parsed + 1 : parsed);
  if (!/^\d{4}-/.test(day)) return undefined;
  return ask(operator['direction'] === 'before' ? 'before' : 'after', day);
}

const DID = {
  DFEmailDelivered: 'received',
  DFInternalMessageSent: 'received',
  DFEmailOpened: 'opened',
  DFEmailClicked: 'clicked',
} as const;

function emailRule(node: Body, by: AskedBy): Rule | undefined {
  const event = textAt(node, 'event') ?? '';
  const step = by.messageWith(textAt(node, 'templateId') ?? '');
  const did = Object.hasOwn(DID, event) ? DID[event as keyof typeof DID] : undefined;
  return did && step !== undefined ? { kind: 'behaviour', did, step } : undefined;
}
