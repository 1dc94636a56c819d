import type { Estimate } from './intervals.ts';

/** Where a figure changes its sign as one number goes from one end of its range to the other. */
export type BreakEven =
  | {
      readonly kind: 'crosses';
      readonly at: number;
      /** Between these the figure may be zero; undefined: as far as the range goes. */
      readonly low: number | undefined;
      readonly high: number | undefined;
      /** On which side of it the figure is negative. */
      readonly lossWhen: 'below' | 'above';
    }
  /** It keeps its sign over the whole range. */
  | {
      readonly kind: 'never';
      readonly sign: 'gain' | 'loss';
      /** Whether its intervals at both ends leave out zero: else luck may hide a crossing. */
      readonly certain: boolean;
    };

/** The figure with the number at `x`, over the same contacts with the same luck; undefined: such a journey cannot run. */
export type Figure = (x: number) => Promise<Estimate | undefined>;

interface Range {
  readonly low: number;
  readonly high: number;
}

type Part = 'value' | 'low' | 'high';

/** Halvings of the range: a hundredth of it, and between two such points the figure is as good as straight. */
const HALVINGS = 7;

/**
 * By bisection. With common random numbers the figure follows the number smoothly, so its zero has one place; where the figure's interval
 * still holds zero, the place may be. Undefined: an end cannot run. The figure is taken to rise or to fall over the range.
 */
export async function findBreakEven(range: Range, figure: Figure): Promise<BreakEven | undefined> {
  const known = new Map<number, Estimate>();
  const ask = async (x: number) => {
    const estimate = known.get(x) ?? (await figure(x));
    if (estimate) known.set(x, estimate);
    return estimate;
  };
  const [first, last] = [await ask(range.low), await ask(range.high)];
  if (!first || !last) return undefined;
  if (first.value >= 0 === last.value >= 0) return neverOf(first, last);
  const rises = last.value > first.value;
  const zeroOf = (part: Part) => findZero({ part, rises, known, ask });
  const at = await zeroOf('value');
  if (at === undefined) return undefined;
  // Of a rising figure the upper end of the interval is the first to reach zero.
  const [low, high] = [await zeroOf(rises ? 'high' : 'low'), await zeroOf(rises ? 'low' : 'high')];
  return { kind: 'crosses', at, low, high, lossWhen: rises ? 'below' : 'above' };
}

function neverOf(first: Estimate, last: Estimate): BreakEven {
  const sign = first.value >= 0 ? 'gain' : 'loss';
  const isApart = ({ low, high }: Estimate) => (sign === 'gain' ? low >= 0 : high < 0);
  return { kind: 'never', sign, certain: isApart(first) && isApart(last) };
}

interface Search {
  readonly part: Part;
  readonly rises: boolean;
  readonly known: ReadonlyMap<number, Estimate>;
  readonly ask: Figure;
}

/** Where that part of the figure is zero; undefined: nowhere in the range, or a run in it failed. */
async function findZero({ part, rises, known, ask }: Search): Promise<number | undefined> {
  const isAfter = (estimate: Estimate) => (rises ? estimate[part] >= 0 : estimate[part] <= 0);
  const width = Math.max(...known.keys()) - Math.min(...known.keys());
  for (let step = 0; ; step++) {
    const points = [...known].toSorted(([a], [b]) => a - b);
    const place = points.findIndex(([, estimate]) => isAfter(estimate));
    const [before, after] = [points[place - 1], points[place]];
    if (!before || !after) return undefined;
    if (step === HALVINGS || after[0] - before[0] <= width / 2 ** HALVINGS)
      return between(before, after, part);
    const found = await ask((before[0] + after[0]) / 2);
    if (!found) return undefined;
  }
}

function between(
  [x0, before]: readonly [number, Estimate],
  [x1, after]: readonly [number, Estimate],
  part: Part,
): number {
  const rise = after[part] - before[part];
  return rise === 0 ? (x0 + x1) / 2 : x0 - (before[part] * (x1 - x0)) / rise;
}
