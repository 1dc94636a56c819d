import type { StepId } from '../../journey/ids.ts';
import type { Rule } from '../../journey/rules.ts';
import { type ExperimentStep, HOLDOUT } from '../../journey/steps/experiment.ts';
import { ELSE, type SplitStep } from '../../journey/steps/split.ts';
import { wholeShares } from '../lower/wholeShares.ts';
import { hasForm } from '../portability.ts';
import { withSlip } from './slip.ts';
import { type Json, REMAINDER } from './types.ts';
import { type Filter, writeFilter } from './writeFilter.ts';
import type { OpenActivity, OpenOutcome, Piece, Way, Writing } from './writing.ts';

export function writeSplit(writing: Writing, id: StepId, step: SplitStep): Piece {
  const key = writing.keyOf(id);
  const taken = step.branches.find((branch) => branch.id === REMAINDER);
  if (taken)
    writing.say(id, 'emulated', {
      code: 'branch-renamed',
      words: `The branch “${taken.name}” gets another key: everyone else leaves by “${REMAINDER}” there.`,
    });
  const ways = step.branches.map((branch) => ({
    key: branch.id === REMAINDER ? `${REMAINDER}-of-${branch.id}` : branch.id,
    way: { exit: branch.id },
    label: branch.name,
    filter: filterOf(writing, id, branch.rule),
  }));
  return [decision(writing, { key, name: step.name }, ways, { exit: ELSE })];
}

interface Criterion {
  readonly key: string;
  readonly way: Way;
  readonly label: string;
  readonly filter: string;
}

/** `metaData`: beside what every decision has. */
export function decision(
  writing: Writing,
  { key, name, metaData = {} }: { readonly key: string; readonly name: string; readonly metaData?: Json },
  criteria: readonly Criterion[],
  otherwise: Way | undefined,
): OpenActivity {
  const rest: OpenOutcome = {
    key: REMAINDER,
    way: otherwise ?? { exit: NOWHERE },
    arguments: {},
    metaData: { label: 'Remainder' },
  };
  return {
    key,
    name,
    description: '',
    type: 'MULTICRITERIADECISION',
    outcomes: [
      ...criteria.map((criterion) => ({
        key: criterion.key,
        way: criterion.way,
        arguments: {},
        metaData: { label: criterion.label },
      })),
      rest,
    ],
    arguments: {},
    configurationArguments: {
      criteria: Object.fromEntries(criteria.map((criterion) => [criterion.key, criterion.filter])),
      schemaVersionId: Number(schemaVersion(writing)),
    },
    metaData: { isConfigured: true, ...metaData },
  };
}

/** An exit that no step has: contacts leave. */
const NOWHERE = '';

function schemaVersion(writing: Writing): string {
  const kept = writing.keptAnywhere('schemaVersionId') ?? '';
  return writing.ask({
    kind: 'schema version',
    id: 'schema-version',
    what: 'the version of the account’s contact schema (GET /contacts/v1/schema)',
    form: 'wholeNumber',
    placeholder: '0',
    kept: hasForm(kept, 'wholeNumber') ? kept : undefined,
  });
}

export function filterOf(writing: Writing, id: StepId, rule: Rule): string {
  const bindings = { event: writing.event, live: writing.live };
  const filter = writeFilter(rule, { ...bindings, dataExtension: () => writing.dataExtension() });
  tell(writing, id, filter);
  return filter.xml;
}

function tell(writing: Writing, id: StepId, { live, lost }: Filter): void {
  const fields = [...new Set(live.map(({ field }) => field))].sort().join(', ');
  if (fields !== '')
    writing.say(id, 'emulated', {
      code: 'rule-on-fields',
      words: `What changes on the way is asked of fields of a data extension, which must be kept up to date: ${fields}.`,
      values: { fields },
      returns: true,
    });
  for (const { column, operator, value } of lost) {
    const words = `“${[column, operator, ...(value === undefined ? [] : [String(value)])].join(' ')}” has no contrary there: it is left out of the rule.`;
    writing.say(id, 'missing', { code: 'rule-part-lost', words });
  }
}

/** What outcomes of a random split are, in the order of the exits. */
export function sharesOf({ arms, holdout }: Pick<ExperimentStep, 'arms' | 'holdout'>): readonly number[] {
  return wholeShares([...arms.map(({ weight }) => weight), ...(holdout ? [holdout.weight] : [])]);
}

export function writeExperiment(writing: Writing, id: StepId, step: ExperimentStep): Piece {
  const { arms, holdout } = step;
  const shares = sharesOf(step);
  const exits = [
    ...arms.map((arm) => ({ exit: arm.id, label: arm.name, weight: arm.weight })),
    ...(holdout ? [{ exit: HOLDOUT, label: 'Holdout', weight: holdout.weight }] : []),
  ];
  const whole = exits.every(({ weight }, index) => weight === shares[index]);
  tellShares(writing, id, step, shares);
  const outcomes = exits.flatMap(({ exit, label }, index): OpenOutcome[] => {
    const percentage = shares[index] ?? 0;
    if (percentage === 0) return [];
    return [{ key: exit, way: { exit }, arguments: { percentage }, metaData: { label } }];
  });
  const slip = {
    ...(!whole && { weights: exits.map(({ weight }) => weight) }),
    ...(holdout && { goesOn: holdout.goesOn }),
  };
  return [
    {
      key: writing.keyOf(id),
      name: step.name,
      description: '',
      type: 'RANDOMSPLIT',
      outcomes,
      arguments: {},
      configurationArguments: {},
      metaData: withSlip({ isConfigured: true }, slip),
    },
  ];
}

function tellShares(writing: Writing, id: StepId, step: ExperimentStep, shares: readonly number[]): void {
  const { arms, holdout } = step;
  const weights = [...arms.map(({ weight }) => weight), ...(holdout ? [holdout.weight] : [])];
  const empty = weights.filter((_, index) => shares[index] === 0).length;
  if (empty > 0)
    writing.say(id, 'missing', {
      code: 'arm-empty',
      words: `Paths have at least one per cent: ${empty} of them with less ${empty === 1 ? 'is' : 'are'} left out.`,
      values: { arms: empty },
    });
  if (weights.some((weight, index) => weight !== shares[index]))
    writing.say(id, 'emulated', {
      code: 'shares-rounded',
      words: `Shares are whole per cents there: ${shares.join(', ')}.`,
      values: { shares: shares.join(', ') },
      returns: true,
    });
  if (writing.journey.settings.reEntry.mode !== 'never')
    writing.say(id, 'emulated', {
      code: 'drawn-again',
      words: 'Whoever comes into the journey again is drawn again and may get another arm.',
      returns: true,
    });
  if (!holdout) return;
  const leaves = writing.isCut(id, HOLDOUT);
  writing.say(id, leaves ? 'missing' : 'emulated', {
    code: leaves ? 'holdout-leaves' : 'holdout-path',
    words: leaves
      ? 'Those held out leave the journey here: the platform would send them the messages that follow.'
      : 'A path of the random split.',
    returns: !leaves,
  });
}
