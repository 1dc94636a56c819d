import type { Program, ProgramCap } from '../../src/compile/program.ts';
import { type Clock, DAY, startOfDay, startOfPeriod } from './clock.ts';

/** A message that the contact was sent, as caps see it. */
interface Counted {
  readonly minute: number;
  /** Caps that it counts toward. */
  readonly counts: readonly number[];
  /** Of its journey. */
  readonly priority: number;
}

/** What one contact was sent by all journeys, and what its caps say to that. */
export class Frequency {
  private readonly sends: Counted[] = [];
  private readonly caps: readonly ProgramCap[];
  private readonly clock: Clock;
  /** The contact's. */
  private readonly zone: number;

  constructor(program: Program, clock: Clock, zone: number) {
    this.caps = program.policies.caps;
    this.clock = clock;
    this.zone = zone;
  }

  sent(send: Counted): void {
    this.sends.push(send);
  }

  /** The first of these caps that has no room at a minute. */
  firstFull(caps: readonly number[], minute: number): number | undefined {
    return caps.find((cap) => this.isFull(cap, minute));
  }

  /** Why a full cap stops a message: a journey of higher priority may have been quicker in this very minute. */
  reason(cap: number, minute: number, priority: number): string {
    const { id, max } = this.caps[cap]!;
    const filler = this.inWindow(cap, minute)[max - 1];
    const isOutranked = filler !== undefined && filler.minute === minute && filler.priority > priority;
    return isOutranked ? 'priority' : `cap:${id}`;
  }

  /** The first minute after `minute` at which all these caps have room, as far as is known, or else `atMost`. */
  roomAfter(caps: readonly number[], minute: number, atMost: number): number {
    const possible = caps
      .flatMap((cap) => this.changes(cap, minute, atMost))
      .filter((candidate) => candidate > minute && candidate < atMost)
      .sort((a, b) => a - b);
    return possible.find((candidate) => this.firstFull(caps, candidate) === undefined) ?? atMost;
  }

  private isFull(cap: number, minute: number): boolean {
    return this.inWindow(cap, minute).length >= this.caps[cap]!.max;
  }

  /** The sends that count toward a cap at a minute, in the order in which they went out. */
  private inWindow(cap: number, minute: number): Counted[] {
    const { window, weekStart } = this.caps[cap]!;
    return this.sends.filter((send) => {
      if (!send.counts.includes(cap)) return false;
      if (window.kind === 'rolling') return minute - send.minute < window.minutes;
      const zone = window.zone < 0 ? this.zone : window.zone;
      const [then, now] = [this.clock.local(zone, send.minute), this.clock.local(zone, minute)];
      return startOfPeriod(then, window.unit, weekStart) === startOfPeriod(now, window.unit, weekStart);
    });
  }

  /** When a cap may come to have room: a send grows too old for it, or a day begins. */
  private changes(cap: number, minute: number, atMost: number): number[] {
    const { window } = this.caps[cap]!;
    if (window.kind === 'rolling') return this.sends.map((send) => send.minute + window.minutes);
    const zone = window.zone < 0 ? this.zone : window.zone;
    const midnights: number[] = [];
    let day = startOfDay(this.clock.local(zone, minute));
    while (this.clock.reached(zone, day) < atMost) midnights.push(this.clock.reached(zone, (day += DAY)));
    return midnights;
  }
}
