import type { StepId } from '../../journey/ids.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { type Anchor, doesNothing, type EventType, JUMP, type JsonObject, NEW } from './campaign.ts';
import type { Slip } from './slip.ts';
import { DO_NOTHING } from './doNothing.ts';
import type { End, Pause, Plan, Spot, Way } from './plan.ts';
import { readsBack } from './readTiming.ts';
import { reservedIds } from './reservedIds.ts';

/** An event with its id and its place in the tree. */
export interface Placed {
  readonly id: string;
  readonly type: string;
  readonly eventType: EventType;
  readonly properties: JsonObject;
  /** What people call it: of the step, or of the wait. */
  readonly name: string;
  /** Undefined: contacts come here from the source. */
  readonly from?: { readonly id: string; readonly anchor: Anchor };
  readonly until?: WaitUntil;
  readonly spot?: Spot;
  /** The wait that this event is there for, or whose time it takes. */
  readonly wait?: StepId;
  readonly slip: Slip;
}

export interface Namer {
  /** An id that the event of this step has had in Mautic. */
  readonly keptId: (step: StepId) => string | undefined;
  /** The id of the event of this type that the wait has had. */
  readonly keptWait: (wait: StepId, type: string) => string | undefined;
  /** The id of the event of this type that hung there in Mautic; of jumps the one that led to `target`. */
  readonly keptAt: (from: Placed['from'], type: string, target?: string) => string | undefined;
  readonly nameOf: (step: StepId) => string;
  /** Of the first event of the step. */
  readonly slipOf: (step: StepId) => Slip;
}

interface Open {
  readonly way: Way;
  readonly from?: Placed['from'];
}

/**
 * The plan as a tree, which is all that Mautic has: the first way to an event leads there, other ways jump. Time goes into the event at the
 * end of a way, or into actions that do nothing: an event that is jumped to, a decision and one that does nothing itself take none.
 */
export function placed(plan: Plan, namer: Namer): readonly Placed[] {
  const emission = new Emission(plan, namer);
  return emission.all();
}

class Emission {
  readonly #plan: Plan;
  readonly #namer: Namer;
  readonly #events: Placed[] = [];
  readonly #ends = new Map<string, Record<string, string>>();
  readonly #ids = new Map<Spot, string>();
  readonly #reserved: ReadonlyMap<StepId, string>;
  readonly #taken: Set<string>;

  constructor(plan: Plan, namer: Namer) {
    this.#plan = plan;
    this.#namer = namer;
    this.#reserved = reservedIds(plan, namer.keptId);
    this.#taken = new Set(this.#reserved.values());
  }

  all(): readonly Placed[] {
    const open: Open[] = [{ way: this.#plan.start }];
    for (let next = open.pop(); next; next = open.pop()) open.push(...this.#take(next).reverse());
    return this.#events.map((event) => {
      const ends = this.#ends.get(event.id);
      return ends ? { ...event, slip: { ...event.slip, ends } } : event;
    });
  }

  /** Puts the events of one way; the ways that lead on from its last event. */
  #take({ way: { pauses, to }, from }: Open): Open[] {
    if (!('part' in to)) return this.#end(pauses, to, from);
    const known = this.#ids.get(to);
    const last = known !== undefined || this.#takesTime(to) ? pauses.at(-1) : undefined;
    const before = this.#carry(last ? pauses.slice(0, -1) : pauses, from, to.step);
    if (known !== undefined) {
      this.#jump(known, last, before, to.step);
      return [];
    }
    const id = this.#idOf(to);
    this.#ids.set(to, id);
    const { type, eventType, properties } = to.part;
    this.#events.push({
      ...{ id, type, eventType, properties, spot: to },
      name: to.index === 0 ? this.#namer.nameOf(to.step) : `${this.#namer.nameOf(to.step)} · ${to.index + 1}`,
      ...(before && { from: before }),
      ...this.#timed(last),
      slip: {
        ...(to.index === 0 && this.#namer.slipOf(to.step)),
        ...(last?.step !== undefined && this.#waitNote(last.step, last.until)),
      },
    });
    return this.#plan.waysOf(to).map(([anchor, way]) => ({ way, from: { id, anchor } }));
  }

  /** The window of a decision that nothing follows needs no event. */
  #end(pauses: readonly Pause[], { exit }: End, from: Placed['from']): Open[] {
    const waits = pauses.some(({ step }) => step !== undefined);
    const last = waits ? this.#carry(pauses, from, exit) : from;
    if (last && exit !== undefined)
      this.#ends.set(last.id, { ...this.#ends.get(last.id), [last.anchor]: exit });
    return [];
  }

  /** Actions that do nothing but take time; where contacts come from after them. */
  #carry(pauses: readonly Pause[], from: Placed['from'], to: StepId | undefined): Placed['from'] {
    let last = from;
    for (const pause of pauses) {
      const { step } = pause;
      const id = step === undefined ? this.#fresh(`${to ?? 'window'}_window`) : this.#idOfWait(step, last);
      const { minutes = 0 } = pause.until.type === 'duration' ? pause.until : {};
      this.#events.push({
        ...{ id, type: DO_NOTHING.type, eventType: 'action', properties: DO_NOTHING.properties },
        name: step === undefined ? 'End of the window' : this.#namer.nameOf(step),
        ...(last && { from: last }),
        ...this.#timed(pause),
        slip: step === undefined ? { pause: minutes } : this.#waitNote(step, pause.until),
      });
      last = { id, anchor: 'bottom' };
    }
    return last;
  }

  #jump(target: string, last: Pause | undefined, from: Placed['from'], to: StepId): void {
    const step = last?.step;
    const kept =
      this.#once(this.#namer.keptAt(from, JUMP, target)) ??
      (step === undefined ? undefined : this.#once(this.#namer.keptWait(step, JUMP)));
    const { minutes = 0 } = last?.until.type === 'duration' ? last.until : {};
    this.#events.push({
      ...{ id: kept ?? this.#fresh(`to_${to}`), type: JUMP, eventType: 'action' },
      properties: { jumpToEvent: target },
      name: step === undefined ? `Go on at “${this.#namer.nameOf(to)}”` : this.#namer.nameOf(step),
      ...(from && { from }),
      ...this.#timed(last),
      slip: !last ? {} : step === undefined ? { pause: minutes } : this.#waitNote(step, last.until),
    });
  }

  #timed(pause: Pause | undefined): Pick<Placed, 'until' | 'wait'> {
    return {
      ...(pause && { until: pause.until }),
      ...(pause?.step !== undefined && { wait: pause.step }),
    };
  }

  #waitNote(id: StepId, until: WaitUntil): Slip {
    return { wait: { id, name: this.#namer.nameOf(id), ...(!readsBack(until) && { until }) } };
  }

  #takesTime(spot: Spot): boolean {
    const { type, eventType, properties } = spot.part;
    return !this.#plan.isJoin(spot) && eventType !== 'decision' && !doesNothing(type, properties);
  }

  #idOf({ step, index }: Spot): string {
    return index === 0 ? (this.#reserved.get(step) ?? NEW + step) : this.#fresh(`${step}_${index + 1}`);
  }

  #idOfWait(step: StepId, from: Placed['from']): string {
    const { keptAt, keptWait } = this.#namer;
    return (
      this.#once(keptAt(from, DO_NOTHING.type)) ??
      this.#once(keptWait(step, DO_NOTHING.type)) ??
      this.#fresh(step)
    );
  }

  #once(kept: string | undefined): string | undefined {
    if (kept === undefined || this.#taken.has(kept)) return undefined;
    this.#taken.add(kept);
    return kept;
  }

  #fresh(base: string): string {
    let id = NEW + base;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${NEW}${base}_${n}`;
    this.#taken.add(id);
    return id;
  }
}
