import type { StepId } from '../../../journey/ids.ts';
import type { Journey } from '../../../journey/journey.ts';
import type { Problem } from '../../../journey/problem.ts';
import type { Step } from '../../../journey/steps/index.ts';
import type { Fitting } from '../../../journey/portability.ts';
import type { Asked, Told } from '../../portability.ts';
import { describe, type Slip } from '../slip.ts';
import type { Action, Config, Edge, Outlet, PropertyFilter } from '../format.ts';
import type { Way } from '../read/context.ts';
import type { Variables } from './variables.ts';

/** What one step is written with. */
export interface Writing {
  /** The id of its first action. */
  readonly id: string;
  readonly step: StepId;
  /** The step of the journey before it was lowered. */
  readonly source: StepId;
  /** Lowered: what is written. */
  readonly journey: Journey;
  /** The configuration of the action that the step came from; empty where there is none. */
  readonly kept: Config;
  readonly say: (fit: Fitting, told: Told) => void;
  readonly fill: (asked: Omit<Asked, 'step'>) => string;
  /** The id of the second action of the step, the third, … */
  readonly next: (number: number) => string;
  readonly actionOf: (step: StepId) => string;
  /** Suppressions that some step of the journey may have set. */
  readonly suppressible: ReadonlySet<string>;
  readonly variables: Variables;
}

/** The actions of one step, the first of which contacts come to. */
export interface Part {
  readonly actions: readonly Action[];
  /** Between them. */
  readonly inner?: readonly Edge[];
  readonly ways: readonly Way[];
  /** Ways out that end the workflow whatever the journey says. */
  readonly ended?: readonly Outlet[];
}

interface Made {
  readonly type: string;
  readonly config: Config;
  readonly slip?: Slip;
  readonly filters?: readonly PropertyFilter[];
  /** Of an action that may fail: contacts go on, as from a message that was not sent. */
  readonly mayFail?: boolean;
  /** The second action of the step, the third, … */
  readonly number?: number;
}

/** PostHog takes no longer names. */
export const LONGEST_NAME = 400;

export function actionOf(writing: Writing, { name, note }: Step, made: Made): Action {
  const { type, config, slip = {}, filters = [], mayFail = false, number = 1 } = made;
  const called = number === 1 ? name : `${name} (${number})`;
  return {
    id: number === 1 ? writing.id : writing.next(number),
    name: called.slice(0, LONGEST_NAME),
    description: describe(number === 1 ? note : undefined, slip),
    ...(mayFail && { on_error: 'continue' as const }),
    filters: filters.length > 0 ? { properties: filters } : null,
    created_at: 0,
    updated_at: 0,
    type,
    config,
  };
}

/** Actions one after the other. The first says how many they are, so that the file is read as one step again. */
export function inARow(writing: Writing, step: Step, made: readonly Made[]): Pick<Part, 'actions' | 'inner'> {
  const count: Slip = made.length > 1 ? { actions: [String(made.length)] } : {};
  const actions = made.map((one, index) =>
    actionOf(writing, step, {
      ...one,
      number: index + 1,
      ...(index === 0 && { slip: { ...count, ...one.slip } }),
    }),
  );
  const inner = actions
    .slice(1)
    .map(({ id }, index): Edge => ({ from: actions[index]?.id ?? '', to: id, type: 'continue' }));
  return { actions, inner };
}

/** Nothing can be made of the journey for this platform. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
  readonly problem: Problem;

  constructor(code: string, words: string, step?: StepId) {
    super(words);
    this.problem = { code, severity: 'error', words, values: {}, ...(step !== undefined && { step }) };
  }
}
