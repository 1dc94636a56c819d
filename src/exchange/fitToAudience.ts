import type { FactsSchema } from '../journey/facts.ts';
import { stepEntries } from '../journey/graph.ts';
import type { StepId } from '../journey/ids.ts';
import type { ExitRule, Goal, Journey } from '../journey/journey.ts';
import { writtenColumns } from '../journey/problems/columns.ts';
import type { Comparison, Rule } from '../journey/rules.ts';
import type { Step } from '../journey/steps/index.ts';
import { minutes } from '../journey/units.ts';
import type { Doubt } from './doubt.ts';
import { tagOf } from './tagOf.ts';

type Warn = (doubt: Doubt) => void;

/**
 * The journey over an audience that may lack the columns it asks for: the platform knows them, this list does not. A comparison becomes a
 * question for a tag of the same words, which nobody has until somebody gives it; each is warned of once.
 */
export function fitToAudience(journey: Journey, schema: FactsSchema | undefined, warn: Warn): Journey {
  if (!schema) return journey;
  const written = writtenColumns(journey);
  const has = (column: string) => written.has(column) || schema.columns.some(({ name }) => name === column);
  const isDate = (column: string) =>
    schema.columns.some(({ name, type }) => name === column && type === 'date');
  const fit = new Fitting(has, isDate, warn);
  const steps = Object.fromEntries(stepEntries(journey).map(([id, step]) => [id, fit.step(id, step)]));
  const { exitRules, goals } = journey.settings;
  return {
    ...journey,
    steps,
    settings: {
      ...journey.settings,
      exitRules: exitRules.map((rule) => fit.exitRule(rule)),
      goals: goals.map((goal) => fit.goal(goal)),
    },
  };
}

class Fitting {
  readonly #has: (column: string) => boolean;
  readonly #isDate: (column: string) => boolean;
  readonly #warn: Warn;

  constructor(has: (column: string) => boolean, isDate: (column: string) => boolean, warn: Warn) {
    this.#has = has;
    this.#isDate = isDate;
    this.#warn = warn;
  }

  step(id: StepId, step: Step): Step {
    if (step.kind === 'split')
      return {
        ...step,
        branches: step.branches.map((branch) => ({ ...branch, rule: this.rule(branch.rule, id) })),
      };
    if (step.kind === 'wait' && step.until.type === 'date' && !this.#isDate(step.until.column)) {
      this.#missing(step.until.column, 'contacts do not wait for it', id);
      return { ...step, until: { type: 'duration', minutes: minutes(0) } };
    }
    return step.kind === 'entry' ? this.#entry(id, step) : step;
  }

  #entry(id: StepId, step: Extract<Step, { kind: 'entry' }>): Step {
    const { eligible, ...open } = step;
    const { trigger } = step;
    const dateless = trigger.type === 'date' && !this.#isDate(trigger.column);
    if (trigger.type === 'date' && dateless)
      this.#missing(trigger.column, 'everyone comes in at the start', id);
    const came: typeof open = dateless ? { ...open, trigger: { type: 'atOnce' } } : open;
    if (!eligible) return came;
    const lacking = columnsOf(eligible).filter((column) => !this.#has(column));
    // A tag that nobody has would keep everyone out.
    for (const column of lacking) this.#missing(column, 'the entry does not ask for it', id);
    return lacking.length > 0 ? came : { ...came, eligible };
  }

  exitRule(rule: ExitRule): ExitRule {
    return rule.when.kind === 'rule'
      ? { ...rule, when: { kind: 'rule', rule: this.rule(rule.when.rule) } }
      : rule;
  }

  goal(goal: Goal): Goal {
    return goal.on.kind === 'rule' ? { ...goal, on: { kind: 'rule', rule: this.rule(goal.on.rule) } } : goal;
  }

  rule(rule: Rule, step?: StepId): Rule {
    switch (rule.kind) {
      case 'all':
      case 'any':
      case 'none':
        return { kind: rule.kind, rules: rule.rules.map((inner) => this.rule(inner, step)) };
      case 'column':
        return this.#has(rule.column) ? rule : this.#tag(rule, step);
      case 'tag':
      case 'score':
      case 'behaviour':
      case 'consent':
        return rule;
    }
  }

  #tag({ column, operator, value }: Comparison, step: StepId | undefined): Rule {
    const tag = tagOf([column, operator, ...(value === undefined ? [] : [String(value)])].join(' '));
    this.#missing(column, `the tag “${tag}” is asked for instead, which nobody has yet`, step);
    return { kind: 'tag', tag };
  }

  #missing(column: string, instead: string, step: StepId | undefined): void {
    this.#warn({
      code: 'column-not-here',
      words: `The audience has no column “${column}”: ${instead}. Import again with an audience that has it, or change the rule.`,
      values: { column },
      ...(step !== undefined && { step }),
    });
  }
}

function columnsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.flatMap(columnsOf);
    case 'column':
      return [rule.column];
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return [];
  }
}
