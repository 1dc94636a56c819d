import * as z from 'zod/mini';
import type { Design } from '../../../compile/response/assumption.ts';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import type { JourneyId } from '../../../journey/journey.ts';

/** One number of the open journey at another value; `parameter` is the id of a sweepable. */
export interface ScenarioChange {
  readonly parameter: string;
  readonly value: number;
}

/** A what-if of one journey: some of its numbers at other values, under a name. */
export interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly ScenarioChange[];
}

/** Under which scenarios are kept. */
export const keyOf = (journey: JourneyId) => `scenarios.${journey}`;

const scenario: z.ZodMiniType<Scenario> = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string().check(z.minLength(1)),
  changes: z.array(z.object({ parameter: z.string(), value: z.number() })),
});

/** What was kept, as far as it can still be read. */
export function readScenarios(kept: unknown): readonly Scenario[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    const parsed = scenario.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** A change and the number that it is of; undefined: the journey has no such number any more. */
export interface FoundChange extends ScenarioChange {
  readonly of: Sweepable | undefined;
}

export function foundChanges(
  { changes }: Pick<Scenario, 'changes'>,
  all: readonly Sweepable[],
): readonly FoundChange[] {
  return changes.map((change) => ({ ...change, of: all.find(({ id }) => id === change.parameter) }));
}

/** The design with the changes of a scenario, one after the other; what is no more is left out. */
export function withScenario(
  scenario: Pick<Scenario, 'changes'>,
  design: Design,
  all: readonly Sweepable[],
): Design {
  return foundChanges(scenario, all).reduce((made, { of, value }) => {
    if (!of) return made;
    // A number may be smaller by now than what was kept of it: an arm beside a larger holdout.
    return of.apply(Math.min(of.most, Math.max(of.least, value)), made);
  }, design);
}
