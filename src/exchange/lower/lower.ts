import { loopsIn, stepEntries, stepOf, successorsOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { place } from '../place.ts';
import { activeSteps, NOBODY_COMES } from './activeSteps.ts';
import { chainSplits } from './chainSplits.ts';
import type { Lacks, Lowered, Remark } from './lowered.ts';
import { pointAt } from './pointAt.ts';
import { TooManySteps, unfold, type Unfolded } from './unfold.ts';

/**
 * The journey in steps that a platform has. Contacts come to the same steps at the same times, as far as the remarks do not say otherwise.
 * A journey that becomes too large is refused, with the loop that makes it so.
 */
export function lower(journey: Journey, lacks: Lacks): Lowered {
  const active = activeSteps(journey);
  const { mostSteps } = lacks;
  try {
    const unfolded = reachedOnly(unfold(active.journey, lacks));
    const chained =
      lacks.splits === 'chain'
        ? chainSplits(unfolded.journey)
        : { journey: unfolded.journey, made: new Map<StepId, StepId>(), remarks: [] };
    if (Object.keys(chained.journey.steps).length > mostSteps) throw new TooManySteps();
    const sources = sourcesOf(unfolded, chained.made);
    const sourceOf = (id: StepId) => sources.get(id) ?? id;
    const inSources = chained.remarks.map((remark) =>
      remark.step === undefined ? remark : { ...remark, step: sourceOf(remark.step) },
    );
    return {
      ok: true,
      journey: lacks.unplaced ? chained.journey : { ...chained.journey, layout: layoutOf(chained.journey) },
      sourceOf,
      remarks: [
        ...active.remarks,
        ...goneRemarks(active.journey, unfolded),
        ...copyRemarks(active.journey, unfolded, lacks),
        ...inSources,
      ],
    };
  } catch (error) {
    if (error instanceof TooManySteps) return { ok: false, problems: [tooMany(active.journey, lacks)] };
    throw error;
  }
}

/** A check on a message that nobody is sent answers nothing: what only its answers lead to is never come to. */
function reachedOnly({ journey, copies }: Unfolded): Unfolded {
  const left = activeSteps(journey).journey;
  const kept = [...copies].flatMap(([id, all]) => {
    const there = all.filter((copy) => Object.hasOwn(left.steps, copy));
    return there.length > 0 ? [[id, there] as const] : [];
  });
  // Where the first copy is gone, the next one is the first.
  const names = new Map(
    kept.flatMap(([id, [first]]) => (first && first !== id ? [[first, id] as const] : [])),
  );
  const named = kept.map(([id, there]) => [id, there.map((copy) => names.get(copy) ?? copy)] as const);
  return { journey: names.size > 0 ? renamed(left, names) : left, copies: new Map(named) };
}

function renamed(journey: Journey, names: ReadonlyMap<StepId, StepId>): Journey {
  const nameOf = (id: StepId) => names.get(id) ?? id;
  const keys = <T>(record: Readonly<Record<StepId, T>>): Record<StepId, T> =>
    Object.fromEntries((Object.entries(record) as [StepId, T][]).map(([id, value]) => [nameOf(id), value]));
  const links = Object.fromEntries(
    Object.entries(keys(journey.links)).map(([from, exits]) => [
      from,
      Object.fromEntries(Object.entries(exits).map(([exit, to]) => [exit, nameOf(to)])),
    ]),
  );
  const steps = keys(journey.steps);
  const copies = new Map(Object.keys(journey.steps).map((id) => [id as StepId, [nameOf(id as StepId)]]));
  return pointAt({ ...journey, steps, links, layout: keys(journey.layout) }, copies, new Map());
}

function goneRemarks(journey: Journey, { copies }: Unfolded): readonly Remark[] {
  return stepEntries(journey).flatMap(([step]) =>
    copies.has(step)
      ? []
      : [{ fit: 'missing', step, code: 'step-unreachable', words: NOBODY_COMES, returns: false } as const],
  );
}

function sourcesOf({ copies }: Unfolded, made: ReadonlyMap<StepId, StepId>): ReadonlyMap<StepId, StepId> {
  const sources = new Map([...copies].flatMap(([id, all]) => all.map((copy) => [copy, id] as const)));
  for (const [id, from] of made) sources.set(id, sources.get(from) ?? from);
  return sources;
}

function layoutOf(journey: Journey): Journey['layout'] {
  const known = stepEntries(journey).every(([id]) => Object.hasOwn(journey.layout, id));
  return known ? journey.layout : place(journey);
}

function copyRemarks(journey: Journey, { copies }: Unfolded, lacks: Lacks): readonly Remark[] {
  const onLoop = new Set(loopsIn(successorsOf(journey)).flat());
  return [...copies].flatMap(([step, all]): Remark[] => {
    const kind = stepOf(journey, step)?.kind;
    const ladder = kind === 'escalate' && lacks.ladders === 'expand' ? [ladderRemark(step)] : [];
    if (all.length < 2 || ladder.length > 0) return ladder;
    const values = { copies: all.length };
    if (onLoop.has(step) && lacks.loops === 'unroll')
      return [
        {
          fit: 'emulated',
          step,
          code: 'loop-unrolled',
          words: `The loop is written out, once for each time that a contact may come here: ${all.length} copies.`,
          values,
          returns: false,
        },
      ];
    return [
      {
        fit: 'emulated',
        step,
        code: lacks.joins === 'clone' ? 'join-cloned' : 'copied-for-checks',
        words:
          lacks.joins === 'clone'
            ? `Several ways lead here, and a step may have one only: ${all.length} copies, one for each way.`
            : `${all.length} copies, so that a later check knows which message its contact was sent.`,
        values,
        returns: false,
      },
    ];
  });
}

function ladderRemark(step: StepId): Remark {
  return {
    fit: 'emulated',
    step,
    code: 'ladder-expanded',
    words:
      'A question for consent and a message for each channel, one after the other. A channel that a cap or quiet hours stop is not followed by the next one.',
    returns: false,
  };
}

function tooMany(journey: Journey, { mostSteps, loops }: Lacks) {
  const [loop] = loopsIn(successorsOf(journey));
  const bounded = loop !== undefined && loops === 'unroll';
  const names = loop?.map((id) => stepOf(journey, id)?.name ?? id).join('”, “') ?? '';
  const words = bounded
    ? `The loop of “${names}” may be gone through ${journey.settings.maxPasses} times, and written out the journey has more than the ${mostSteps} steps that fit. Allow fewer passes in the journey’s settings.`
    : `Written out with a copy of each step for every way that leads to it, the journey has more than the ${mostSteps} steps that fit. Let fewer ways come together.`;
  const [first] = loop ?? [];
  return {
    code: 'too-many-steps',
    severity: 'error' as const,
    words,
    values: { steps: mostSteps, passes: journey.settings.maxPasses },
    ...(bounded && first !== undefined && { step: first }),
  };
}
