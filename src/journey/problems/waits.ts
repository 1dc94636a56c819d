import type { Edit } from '../edits.ts';
import { linksInto, linksOf, stepOf } from '../graph.ts';
import type { Journey, Link, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { MAX_MINUTES } from '../schema/values.ts';
import type { Step } from '../steps/index.ts';
import type { WaitStep, WaitUntil } from '../steps/wait.ts';
import { minutes } from '../units.ts';
import { bridge } from './bridge.ts';
import { referredSteps } from './referredSteps.ts';

/** Waits that could be left out: two where one would do, and those with nothing but the exit behind them. */
export function findWaitProblems(journey: Journey): readonly Problem[] {
  return linksOf(journey).flatMap((link): readonly Problem[] => {
    const wait = waitAt(journey, link.from);
    const target = stepOf(journey, link.to);
    if (!wait || !target) return [];
    if (target.kind === 'exit') return trailing(journey, link);
    return target.kind === 'wait' && link.to !== link.from ? twoWaits(journey, link, wait) : [];
  });
}

function waitAt(journey: Journey, id: StepId): WaitStep | undefined {
  const step = stepOf(journey, id);
  return step?.kind === 'wait' && !step.disabled ? step : undefined;
}

/** Only waits that one wait can stand for: “two days, then Tuesday” has no shorter way to be said. */
function twoWaits(journey: Journey, { from, to }: Link, wait: WaitStep): readonly Problem[] {
  const next = waitAt(journey, to);
  const until = next && sumOf(wait.until, next.until);
  if (!until || journey.links[to]?.['next'] === to) return [];
  const words = `This wait is followed by another one, “${next.name}”, and nothing happens between them. Make them one.`;
  const shared =
    linksInto(journey)
      .get(to)
      ?.some((link) => link.from !== from) ?? false;
  const fix = joined(journey, { from, to, wait: { ...wait, until }, shared });
  return [
    {
      code: 'two-waits',
      severity: 'warning',
      words,
      values: { next: next.name },
      step: from,
      ...(!referredSteps(journey).has(to) && { fix }),
    },
  ];
}

/** One wait as long as the two; undefined when there is none that lets everyone go in the same minute. */
function sumOf(a: WaitUntil, b: WaitUntil): WaitUntil | undefined {
  const [from, to] = [spanOf(a), spanOf(b)];
  if (!from || !to || (from.spread && to.spread)) return undefined;
  if (from.most + to.most > MAX_MINUTES) return undefined;
  const [least, most] = [minutes(from.least + to.least), minutes(from.most + to.most)];
  return from.spread || to.spread
    ? { type: 'random', from: least, to: most }
    : { type: 'duration', minutes: most };
}

/** Two even spreads make one that is not even, so they stay two. */
function spanOf(until: WaitUntil): { least: number; most: number; spread: boolean } | undefined {
  if (until.type === 'duration') return { least: until.minutes, most: until.minutes, spread: false };
  if (until.type !== 'random' || until.from > until.to) return undefined;
  return { least: until.from, most: until.to, spread: true };
}

interface Joined {
  readonly from: StepId;
  readonly to: StepId;
  readonly wait: Step;
  /** Other steps lead to the second wait as well, so it stays for them. */
  readonly shared: boolean;
}

function joined(journey: Journey, { from, to, wait, shared }: Joined): Edit {
  const after = Object.values(journey.links[to] ?? {})[0];
  return {
    type: 'several',
    edits: [
      { type: 'changeStep', id: from, step: wait },
      after !== undefined && stepOf(journey, after)
        ? { type: 'connect', from, exit: 'next', to: after }
        : { type: 'disconnect', from, exit: 'next' },
      ...(shared ? [] : [{ type: 'removeSteps', ids: [to] } as const]),
    ],
  };
}

/** A journey that may be entered again needs such a wait to put time between two entries. */
function trailing(journey: Journey, { from, to }: Link): readonly Problem[] {
  if (journey.settings.reEntry.mode !== 'never') return [];
  const fix = bridge(journey, from, to);
  return [
    {
      code: 'trailing-wait',
      severity: 'warning',
      words: 'Nothing happens after this wait but the exit: it only keeps contacts inside. Remove it.',
      values: {},
      step: from,
      ...(fix && { fix }),
    },
  ];
}
