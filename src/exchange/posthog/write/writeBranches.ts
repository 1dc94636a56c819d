import { stepOf } from '../../../journey/graph.ts';
import { type ExperimentStep, HOLDOUT } from '../../../journey/steps/experiment.ts';
import { ELSE, type SplitStep } from '../../../journey/steps/split.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { Slip } from '../slip.ts';
import { HOLDOUT_NAME } from '../format.ts';
import type { Way } from '../read/context.ts';
import { exitIds } from '../read/readBranches.ts';
import { conditionsFor } from './writeRule.ts';
import { actionOf, type Part, type Writing } from './writing.ts';

export function writeSplit(writing: Writing, step: SplitStep): Part {
  const { branches } = step;
  const written = branches.map(({ name, rule }) =>
    conditionsFor(writing, rule, `The branch “${name}” of “${step.name}”`),
  );
  if (written.some(({ length }) => length > 1))
    writing.say('emulated', {
      code: 'branch-of-several-conditions',
      words:
        'Where a branch is open in several ways, each is a condition of its own that leads to the same place.',
      returns: true,
    });
  const conditions = written.flatMap((all, at) =>
    all.map((properties) => ({ name: branches[at]?.name ?? '', filters: { properties } })),
  );
  const exits = branches.flatMap(({ id }, at) => (written[at] ?? []).map(() => id));
  const names = branches.map(({ name }) => name);
  const ids = branches.map(({ id }) => id);
  const slip: Slip = {
    ...(!sameJson(exitIds(names, undefined, [ELSE]), ids) && { exits: ids }),
    ...(conditions.length > branches.length && { parts: written.map(({ length }) => String(length)) }),
  };
  return {
    actions: [actionOf(writing, step, { type: 'conditional_branch', config: { conditions }, slip })],
    ways: [
      ...exits.map((exit, index): Way => ({ from: writing.id, type: 'branch', index, exit })),
      { from: writing.id, type: 'continue', exit: ELSE },
    ],
  };
}

export function writeExperiment(writing: Writing, step: ExperimentStep): Part {
  const { arms, holdout } = step;
  const { id, journey } = writing;
  const cohorts = [
    ...arms.map(({ name, weight }) => ({ percentage: weight, name })),
    ...(holdout ? [{ percentage: holdout.weight, name: HOLDOUT_NAME }] : []),
  ];
  if (journey.settings.reEntry.mode !== 'never')
    writing.say('emulated', {
      code: 'arm-drawn-anew',
      words: 'Drawn anew each time: who comes in again may get another arm than before.',
      returns: true,
    });
  const exits = [...arms.map((arm) => arm.id), ...(holdout ? [HOLDOUT] : [])];
  const to = journey.links[writing.step]?.[HOLDOUT];
  const goesToTheEnd = to === undefined || stepOf(journey, to)?.kind === 'exit';
  const stopped = holdout?.goesOn === true && !goesToTheEnd;
  if (stopped)
    writing.say('missing', {
      code: 'holdout-leaves',
      words: 'Nobody can walk on without messages there: the holdout leaves the workflow instead.',
      returns: false,
    });
  const ways = exits.map((exit, index): Way => ({ from: id, type: 'branch', index, exit }));
  const last = ways.at(-1);
  const free = stopped ? ways.slice(0, -1) : ways;
  return {
    actions: [
      actionOf(writing, step, {
        type: 'random_cohort_branch',
        config: { cohorts },
        slip: slipOf(step, exits, goesToTheEnd || stopped),
      }),
    ],
    // Never taken, since the shares make 100; but every branch has such a way there.
    ways: [...free, ...(last && !stopped ? [{ from: id, type: 'continue' as const, exit: last.exit }] : [])],
    ...(last && stopped && { ended: [last, { from: id, type: 'continue' }] }),
  };
}

/** Where names do not say it, the ids do; the last cohort that is called so and ends the workflow is the holdout. */
function slipOf({ arms, holdout }: ExperimentStep, exits: readonly string[], ends: boolean): Slip {
  const names = arms.map(({ name }) => name);
  const ids = arms.map(({ id }) => id);
  const clear = holdout ? ends : names.at(-1) !== HOLDOUT_NAME;
  const rebuilt = clear && sameJson(exitIds(names, undefined, [HOLDOUT]), ids);
  return { ...(!rebuilt && { exits }), ...(holdout?.goesOn === true && { goesOn: [] }) };
}
