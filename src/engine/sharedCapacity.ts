import type { Program } from '../compile/program.ts';
import { AgentQueues } from './agentQueues.ts';
import { RateLimit } from './rateLimit.ts';

/** What contacts of one run take from each other: money of channels, places in rate limits, agents. */
export class SharedCapacity {
  readonly queues: AgentQueues;
  /** Micros left per channel; Infinity without a budget. */
  readonly #money: Float64Array;
  readonly #limits: readonly (readonly RateLimit[])[];
  /** Per journey and step: whether it can send on a channel with a budget or a rate limit. */
  readonly #shared: readonly Uint8Array[];

  constructor(program: Program, contacts: number) {
    const { budgets, rateLimits } = program.policies;
    const scarce = new Set([...budgets, ...rateLimits].map(({ channel }) => channel));
    this.#money = new Float64Array(program.channels.length).fill(Infinity);
    for (const { channel, micros } of budgets) this.#money[channel] = Math.min(this.#money[channel]!, micros);
    this.#limits = program.channels.map((_, channel) =>
      rateLimits
        .filter((limit) => limit.channel === channel)
        .map((limit) => new RateLimit(limit, program.endMinute)),
    );
    this.#shared = program.journeys.map(({ steps, sends }) => {
      const shared = new Uint8Array(steps.length);
      for (const { step, channel } of sends) if (scarce.has(channel)) shared[step] = 1;
      return shared;
    });
    this.queues = new AgentQueues(program, contacts);
  }

  isShared(place: number, step: number): boolean {
    return this.#shared[place]![step] === 1;
  }

  /** Whether the contact waits for an agent in some journey. */
  isWaiting(row: number): boolean {
    return this.queues.isWaiting(row);
  }

  affords(channel: number, micros: number): boolean {
    return micros <= this.#money[channel]!;
  }

  spend(channel: number, micros: number): void {
    this.#money[channel] = this.#money[channel]! - micros;
  }

  /** Takes a place in the earliest window from `t` on that has room in every limit of the channel; its first minute, or `t`. */
  takePlace(channel: number, t: number): number {
    const limits = this.#limits[channel]!;
    let minute = t;
    for (let moved = true; moved;) {
      moved = false;
      for (const limit of limits) {
        const room = limit.roomFrom(minute);
        moved ||= room > minute;
        minute = room;
      }
    }
    for (const limit of limits) limit.take(minute);
    return minute;
  }
}
