import { MISSING_CODE, type Audience, type Column, type ColumnType } from '../audience/audience.ts';
import { dayOf, numberOf, yesNoTarget } from '../audience/compare.ts';
import { evaluateRule } from '../audience/rules.ts';
import type { Rule, RuleValue } from '../journey/rules.ts';
import type { Channel } from '../journey/channels.ts';
import type { StepId } from '../journey/journey.ts';
import { MINUTES_PER_DAY } from '../journey/units.ts';
import { whenKnown } from '../journey/whenKnown.ts';
import type { Step } from '../journey/steps/index.ts';
import type { AudienceSchema } from '../audience/audience.ts';
import type { Input, Test } from './program.ts';

/** A step's latest send, the latest of all, the earliest answers ever of a step or of all. */
export type Slot = StepId | 'latest' | `ever ${StepId}` | 'ever';

/** What lowering rules needs of the run around them. */
export interface RuleContext {
  readonly schema: AudienceSchema;
  /** Of all journeys: what one of them writes, the rules of the others read. */
  readonly steps: readonly Step[];
  input(wanted: Input): number;
  channel(channel: Channel): number;
}

type ColumnRule = Extract<Rule, { kind: 'column' }>;

/**
 * Lowers rules to tests. A part that only reads what never changes becomes one input bit; a column that updates write becomes
 * a small state (which value was written last) with the truth of the comparison for each value worked out here.
 */
export class RuleCompiler {
  readonly #context: RuleContext;
  /** Written columns in order, with the values that updates write to them. */
  readonly #written = new Map<string, RuleValue[]>();
  readonly tags: string[] = [];
  readonly #movingTags = new Set<string>();

  constructor(context: RuleContext) {
    this.#context = context;
    for (const step of context.steps) {
      if (step.kind !== 'update' || step.disabled === true) continue;
      for (const change of step.changes) {
        if (change.type === 'set') this.#note(change.column, change.value);
        if (change.type === 'addTag' || change.type === 'removeTag') this.#movingTags.add(change.tag);
      }
    }
  }

  get writtenColumns(): number {
    return this.#written.size;
  }

  /** `slotOf`: the slots of the journey whose rule it is. */
  compile(rule: Rule, slotOf: ReadonlyMap<Slot, number>): Test {
    if (this.#isStill(rule)) return { op: 'bit', input: this.#context.input({ kind: 'rule', rule }) };
    switch (rule.kind) {
      case 'all':
      case 'any':
      case 'none':
        return { op: rule.kind, tests: rule.rules.map((part) => this.compile(part, slotOf)) };
      case 'column':
        return this.#writtenColumn(rule);
      case 'tag':
        return { op: 'tag', tag: this.tag(rule.tag) };
      case 'score':
        return { op: 'score', atLeast: rule.atLeast };
      case 'behaviour':
        return {
          op: 'behaviour',
          did: rule.did,
          slot: slotOf.get(rule.step === undefined ? 'ever' : `ever ${rule.step}`) ?? -1,
        };
      case 'consent':
        return { op: 'consent', channel: this.#context.channel(rule.channel) };
    }
  }

  column(name: string): number {
    return [...this.#written.keys()].indexOf(name);
  }

  /** State of a written column that stands for `value`, from 1. */
  state(name: string, value: RuleValue): number {
    return (this.#written.get(name)?.indexOf(value) ?? -1) + 1;
  }

  tag(name: string): number {
    const known = this.tags.indexOf(name);
    return known >= 0 ? known : this.tags.push(name) - 1;
  }

  #note(column: string, value: RuleValue): void {
    const values = this.#written.get(column) ?? [];
    if (!values.includes(value)) values.push(value);
    this.#written.set(column, values);
  }

  #isStill(rule: Rule): boolean {
    return whenKnown(rule, { columns: this.#written, tags: this.#movingTags }) === 'always';
  }

  #writtenColumn(rule: ColumnRule): Test {
    const known = this.#context.schema.columns.find((column) => column.name === rule.column);
    const values = this.#written.get(rule.column) ?? [];
    return {
      op: 'column',
      column: this.column(rule.column),
      initial: known === undefined ? -1 : this.#context.input({ kind: 'rule', rule }),
      truth: truthOfValues(rule, known?.type ?? typeOf(values[0]), values),
    };
  }
}

/** Asks the audience's own rule evaluation about a made-up column: row 0 missing, row k the k-th value. */
function truthOfValues(rule: ColumnRule, type: ColumnType, values: readonly RuleValue[]): Uint8Array {
  const rows = values.length + 1;
  const audience: Audience = {
    id: 'written',
    name: 'written',
    rows,
    columns: [{ name: rule.column, data: columnOf(type, values) }],
    roles: {},
  };
  return evaluateRule(
    rule,
    audience,
    Uint32Array.from({ length: rows }, (_, row) => row),
  );
}

function typeOf(value: RuleValue | undefined): ColumnType {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'category';
}

const UNKNOWN = 2;

function known(yesNo: number): number {
  return Number.isNaN(yesNo) ? UNKNOWN : yesNo;
}

/** Values that updates write are what the same words are in a rule, whatever machine it runs on. */
function columnOf(type: ColumnType, values: readonly RuleValue[]): Column {
  switch (type) {
    case 'number':
      return { type, values: Float64Array.from([NaN, ...values.map(numberOf)]) };
    case 'boolean':
      return {
        type,
        values: Uint8Array.from([UNKNOWN, ...values.map((value) => known(yesNoTarget(value)))]),
      };
    case 'date':
      return {
        type,
        precision: 'day',
        values: Float64Array.from([NaN, ...values.map((value) => dayOf(value) * MINUTES_PER_DAY)]),
      };
    case 'category': {
      const dictionary = [...new Set(values.map(String))];
      return {
        type,
        dictionary,
        codes: Uint32Array.from([MISSING_CODE, ...values.map((value) => dictionary.indexOf(String(value)))]),
      };
    }
  }
}
