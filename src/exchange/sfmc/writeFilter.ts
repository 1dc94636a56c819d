import type { Comparison, Rule } from '../../journey/rules.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { xmlAttribute, xmlCdata, xmlText } from '../read/readPlainXml.ts';
import { type Condition, conditionOf, contraryOf, ruleOf } from './conditions.ts';
import { withSlip } from './slip.ts';

/** What conditions are bound to. */
export interface Bindings {
  /** Key of the event definition: fields as they were when the contact came in. */
  readonly event: string;
  /** Key of the data extension: fields as they are now. Asked for only where it is needed. */
  readonly dataExtension: () => string;
  /** Columns that update steps write. */
  readonly live: ReadonlySet<string>;
}

export interface Filter {
  readonly xml: string;
  /** Leaves that stand on fields which somebody must keep up to date. */
  readonly live: readonly Condition[];
  /** Comparisons whose contrary is asked for and cannot be said: they are left out. */
  readonly lost: readonly Comparison[];
}

/** A rule as the XML of a decision split. */
export function writeFilter(rule: Rule, bindings: Bindings): Filter {
  const writer = new Writer(bindings);
  const node = writer.node(rule) ?? writer.node({ kind: 'any', rules: [] });
  const set = node?.startsWith('<ConditionSet') ? node : group('AND', [node ?? '']);
  return { xml: `<FilterDefinition>${set}</FilterDefinition>`, live: writer.live, lost: writer.lost };
}

class Writer {
  readonly live: Condition[] = [];
  readonly lost: Comparison[] = [];
  readonly #bindings: Bindings;

  constructor(bindings: Bindings) {
    this.#bindings = bindings;
  }

  /** Undefined: nothing of it can be said. */
  node(rule: Rule): string | undefined {
    const condition = isContraryOfColumn(rule) ? undefined : conditionOf(rule, this.#bindings.live);
    if (condition) return this.#condition(condition, rule);
    if (rule.kind === 'all')
      return this.#group(
        'AND',
        rule.rules.map((part) => this.node(part)),
      );
    if (rule.kind === 'any')
      return this.#group(
        'OR',
        rule.rules.map((part) => this.node(part)),
      );
    // None of them: each of them is not so.
    return rule.kind === 'none'
      ? this.#group(
          'AND',
          rule.rules.map((part) => this.#contrary(part)),
        )
      : undefined;
  }

  #contrary(rule: Rule): string | undefined {
    switch (rule.kind) {
      case 'all':
        return this.#group(
          'OR',
          rule.rules.map((part) => this.#contrary(part)),
          NOBODY,
        );
      case 'any':
        return this.#group(
          'AND',
          rule.rules.map((part) => this.#contrary(part)),
        );
      case 'none':
        return this.node({ kind: 'any', rules: rule.rules });
      case 'column':
        return this.#contraryOfColumn(rule);
      case 'tag':
      case 'score':
      case 'behaviour':
      case 'consent':
        return this.node({ kind: 'none', rules: [rule] });
    }
  }

  #contraryOfColumn(rule: Comparison): string | undefined {
    const contrary = contraryOf(rule);
    if (contrary) return this.node(contrary);
    const negative: Rule = { kind: 'none', rules: [rule] };
    const condition = conditionOf(negative, this.#bindings.live);
    if (!condition) {
      this.lost.push(rule);
      return undefined;
    }
    const unknown: Rule = { kind: 'column', column: rule.column, operator: 'isUnknown' };
    return group('OR', [this.#condition(condition, negative), this.node(unknown) ?? '']);
  }

  /** Without parts it is the same for everybody: nobody, or all. */
  #group(
    operator: 'AND' | 'OR',
    parts: readonly (string | undefined)[],
    empty = EVERYBODY,
  ): string | undefined {
    const said = parts.filter((part) => part !== undefined);
    if (said.length > 0) return group(operator, said);
    return parts.length > 0 ? undefined : this.node(empty);
  }

  #condition(condition: Condition, rule: Rule): string {
    const { field, operator, value, live } = condition;
    if (live) this.live.push(condition);
    const { event, dataExtension } = this.#bindings;
    const key = live ? `${dataExtension()}.${field}` : `Event.${event}.${field}`;
    const ephemeral = live ? '' : ' IsEphemeralAttribute="true"';
    const plain = ruleOf({ field: xmlText(field), operator, value: xmlText(value) });
    const isPlain = !live && sameJson(plain, rule);
    const metaData = JSON.stringify(isPlain ? {} : withSlip({}, { rule }));
    return `<Condition${ephemeral} Key="${xmlAttribute(key)}" Operator="${operator}" UiMetaData="${xmlAttribute(metaData)}"><Value>${xmlCdata(value)}</Value></Condition>`;
  }
}

/** What is true of a missing value as well, which no single condition is. */
function isContraryOfColumn(rule: Rule): boolean {
  return rule.kind === 'none' && rule.rules.some(({ kind }) => kind === 'column');
}

const EVERYBODY: Rule = { kind: 'all', rules: [] };
const NOBODY: Rule = { kind: 'any', rules: [] };

function group(operator: 'AND' | 'OR', parts: readonly string[]): string {
  return `<ConditionSet Operator="${operator}" ConditionSetName="Grouping">${parts.join('')}</ConditionSet>`;
}
