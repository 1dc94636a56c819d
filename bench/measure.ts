/** One contestant's turn: does its work once and answers how long it took, in seconds. */
export type Turn = () => number | Promise<number>;

/** A part of the benchmark: prints what it found and answers the figures to keep. Throws when a result is wrong. */
export interface Section {
  readonly title: string;
  readonly run: () => Promise<Figures>;
}

/** By name; rates are a second's, ratios above 1 say that the first of the two is faster. */
export type Figures = Readonly<Record<string, number>>;

/**
 * Lets the contestants take turns and answers each one's shortest time: whatever else the machine does hits all of them alike, and only
 * ever makes a time longer.
 */
export async function shortest<Name extends string>(
  rounds: number,
  turns: Readonly<Record<Name, Turn>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(turns) as Name[];
  const best = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) best[name] = Math.min(best[name], await turns[name]());
  }
  return best;
}

/**
 * Seconds of processor time that some work takes. On a machine to oneself that is the time it takes; on a shared one it leaves out the
 * waiting for others, which would hit a long run more surely than a short one. All contestants on one thread are timed like this.
 */
export function seconds(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

/** `12.3 M`, `456 k`: three digits are all that a shared machine's timings bear. */
export function short(value: number): string {
  const [divisor, unit] = value >= 1e6 ? [1e6, ' M'] : value >= 1e4 ? [1e3, ' k'] : [1, ''];
  return `${(value / divisor).toPrecision(3)}${unit}`;
}
