import type { Program, ProgramStep } from '../../src/compile/program.ts';

/** What all contacts of a run share beside agents: money and places to send on a channel. */
export class Capacity {
  private readonly program: Program;
  private readonly spent = new Map<number, number>();
  /** Per rate limit: places taken in each window. */
  private readonly taken: readonly Map<number, number>[];

  constructor(program: Program) {
    this.program = program;
    this.taken = program.policies.rateLimits.map(() => new Map<number, number>());
  }

  /** Whether a step can send on a channel that has a budget or a rate limit. */
  isShared(journey: number, step: number): boolean {
    const { budgets, rateLimits } = this.program.policies;
    const { sends, steps } = this.program.journeys[journey]!;
    const channels = sendsOf(steps[step]!).map((send) => sends[send]!.channel);
    return [...budgets, ...rateLimits].some(({ channel }) => channels.includes(channel));
  }

  affords(channel: number, micros: number): boolean {
    const spent = this.spent.get(channel) ?? 0;
    return this.program.policies.budgets.every(
      (budget) => budget.channel !== channel || spent + micros <= budget.micros,
    );
  }

  spend(channel: number, micros: number): void {
    this.spent.set(channel, (this.spent.get(channel) ?? 0) + micros);
  }

  isLimited(channel: number): boolean {
    return this.program.policies.rateLimits.some((limit) => limit.channel === channel);
  }

  /** Takes a place in the earliest window from `minute` on that has room in every limit of the channel, and says when it is. */
  takePlace(channel: number, minute: number): number {
    const limits = this.program.policies.rateLimits
      .map((limit, index) => ({ ...limit, taken: this.taken[index]! }))
      .filter((limit) => limit.channel === channel);
    let at = minute;
    while (
      !limits.every(({ max, perMinutes, taken }) => (taken.get(Math.floor(at / perMinutes)) ?? 0) < max)
    ) {
      // The next window that begins.
      at = Math.min(...limits.map(({ perMinutes }) => (Math.floor(at / perMinutes) + 1) * perMinutes));
    }
    for (const { perMinutes, taken } of limits) {
      const window = Math.floor(at / perMinutes);
      taken.set(window, (taken.get(window) ?? 0) + 1);
    }
    return at;
  }
}

/** Every send that a step can make. */
function sendsOf({ op }: ProgramStep): number[] {
  if (op.op === 'message') return [...op.sendByChannel].filter((send) => send >= 0);
  return op.op === 'escalate' ? [...op.rungs] : [];
}
