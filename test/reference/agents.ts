import type { AgentQueue } from '../../src/compile/program.ts';
import { type Clock, DAY, startOfDay, weekdayOf } from './clock.ts';

/** A contact that waits for an agent; all times in seconds of the run. */
export interface Waiting {
  readonly joined: number;
  readonly rank: number;
  readonly contact: number;
  /** Not taken by then, it is missed. */
  readonly deadline: number;
  /** How long it keeps an agent busy. */
  readonly handling: number;
  /** Whether it still stands there: an exit rule may have taken it out. */
  isThere(): boolean;
  taken(second: number): void;
  missed(second: number): void;
}

/** The agents of one hand-off and those who wait for them. */
export class Agents {
  private waiting: Waiting[] = [];
  /** The second from which each agent is free. */
  private readonly free: number[];
  private readonly horizonMinute: number;
  /** For each minute up to the horizon the first one from then on in which agents work. */
  private readonly opening: readonly number[];

  /** `zone`: the journey's. */
  constructor(
    { agents, hours }: AgentQueue,
    { clock, zone, horizonMinute }: { clock: Clock; zone: number; horizonMinute: number },
  ) {
    this.horizonMinute = horizonMinute;
    this.free = Array.from({ length: agents }, () => 0);
    const opening = [Infinity];
    for (let minute = horizonMinute - 1; minute >= 0; minute--) {
      const local = clock.local(zone, minute);
      const ofWeek = weekdayOf(local) * DAY + local - startOfDay(local);
      const isOpen = hours.length === 0 || hours.some(([from, until]) => from <= ofWeek && ofWeek < until);
      opening.push(isOpen ? minute : opening.at(-1)!);
    }
    this.opening = opening.reverse();
  }

  join(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.waiting.sort((a, b) => a.joined - b.joined || a.rank - b.rank || a.contact - b.contact);
  }

  /** The minute in which somebody is taken or missed next. */
  nextMinute(): number {
    const first = this.first();
    if (!first) return Infinity;
    return Math.floor(Math.min(this.whenTaken(first), first.deadline) / 60);
  }

  /** Runs the queue to the last second of a minute: the contacts that were taken or missed. */
  run(minute: number): number[] {
    const served: number[] = [];
    while (this.nextMinute() <= minute) {
      const first = this.waiting.shift()!;
      const second = this.whenTaken(first);
      served.push(first.contact);
      if (second > first.deadline) first.missed(first.deadline);
      else {
        first.taken(second);
        this.free[this.free.indexOf(Math.min(...this.free))] = second + first.handling;
      }
    }
    return served;
  }

  /** Who is served next. Nobody behind can be taken or missed before: they joined later, and deadlines come in the order of joining. */
  private first(): Waiting | undefined {
    this.waiting = this.waiting.filter((waiting) => waiting.isThere());
    return this.waiting[0];
  }

  private whenTaken(first: Waiting): number {
    const second = Math.max(first.joined, Math.min(...this.free));
    const opening = this.opening[Math.min(Math.floor(second / 60), this.horizonMinute)]!;
    return Math.max(second, 60 * opening);
  }
}
