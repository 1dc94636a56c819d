import type { StepId } from '../../journey/ids.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import type { Draft } from '../draft.ts';
import { type Anchor, doesNothing, JUMP, NEW } from './campaign.ts';
import type { CampaignEvent } from './campaignShape.ts';
import { eventName, nameOfEvent } from './eventName.ts';
import type { Slip } from './slip.ts';
import { triggerOf } from './timing.ts';
import type { Tree } from './treeShape.ts';
import { ownProperties } from './anyId.ts';

/** Thrown: jumps lead to themselves. */
export class EndlessCircle extends Error {
  override readonly name = 'EndlessCircle';
}

export interface WayReading {
  readonly tree: Tree;
  readonly draft: Draft;
  readonly slips: ReadonlyMap<string, Slip>;
  /** Whether ends are told by slips, so that a path without one ends nowhere. */
  readonly ours: boolean;
}

/** Where the paths of a campaign lead in the journey: past jumps and actions that do nothing, by way of waits. */
export class Ways {
  readonly #tree: Tree;
  readonly #draft: Draft;
  readonly #slips: ReadonlyMap<string, Slip>;
  readonly #ours: boolean;
  /** The step that is come to at an event, after its time. */
  readonly stepAt = new Map<string, StepId>();
  /** Events whose time is the window of a check. */
  readonly windows = new Set<string>();
  /** Exit steps by what slips call them. */
  readonly ends = new Map<string, StepId>();
  readonly waits = new Map<string, StepId>();
  /** Waits that do not lead on yet, with their events. */
  readonly #open: { readonly step: StepId; readonly id: string }[] = [];

  constructor({ tree, draft, slips, ours }: WayReading) {
    this.#tree = tree;
    this.#draft = draft;
    this.#slips = slips;
    this.#ours = ours;
  }

  /** An action that does nothing but takes time is a wait, or the end of a window. */
  onlyWaits({ id, raw, properties }: CampaignEvent): boolean {
    const note = this.#slips.get(id);
    return (
      raw.eventType === 'action' &&
      doesNothing(raw.type, ownProperties(properties)) &&
      note?.step === undefined &&
      (this.#timeOf(id) !== undefined || note?.pause !== undefined)
    );
  }

  /** The step that is come to first on the way to an event: its wait, or what the event is. */
  enter(id: string): StepId | undefined {
    const until = this.#timeBefore(id);
    return until ? this.#wait(id, until) : this.#inside(id);
  }

  leave(id: string, anchor: Anchor): StepId | undefined {
    const child = this.#tree.below(id, anchor);
    return child === undefined ? this.#endOf(id, anchor) : this.enter(child);
  }

  /** To be called when all else is linked: waits lead on. */
  finish(): void {
    for (let next = this.#open.pop(); next; next = this.#open.pop()) {
      const to = this.#inside(next.id);
      if (to !== undefined) this.#draft.connect(next.step, 'next', to);
    }
  }

  /** Where contacts come to once the time before an event is over. */
  #inside(id: string): StepId | undefined {
    for (const at of this.#onward(id)) {
      const step = this.stepAt.get(at.id);
      if (step !== undefined) return step;
      if (at.next === undefined) return this.#endOf(at.id, 'bottom');
      const until = this.#timeBefore(at.next);
      if (until) return this.#wait(at.next, until);
    }
    return undefined;
  }

  /** The events that contacts pass from this one on, without an end where jumps lead round. */
  *#onward(id: string): Generator<{ readonly id: string; readonly next: string | undefined }> {
    let at: string | undefined = id;
    for (let passed = 0; at !== undefined; passed += 1) {
      if (passed > this.#tree.events.size) throw new EndlessCircle();
      const next: string | undefined = this.#tree.targetOf(at) ?? this.#tree.below(at, 'bottom');
      yield { id: at, next };
      at = next;
    }
  }

  /** Paths of a campaign just end; contacts leave the journey there. */
  #endOf(id: string, anchor: Anchor): StepId | undefined {
    const told = this.#slips.get(id)?.ends?.[anchor];
    if (told !== undefined) return this.ends.get(told);
    if (this.#ours) return undefined;
    const known = this.ends.get('');
    if (known !== undefined) return known;
    const end = this.#draft.add({ kind: 'exit', name: 'End of the campaign' }, { id: 'end' });
    this.ends.set('', end);
    return end;
  }

  /** The time before an event, unless it is the end of a window that has been seen already. */
  #timeBefore(id: string): WaitUntil | undefined {
    return this.windows.has(id) ? undefined : this.#timeOf(id);
  }

  #timeOf(id: string): WaitUntil | undefined {
    const until = this.#tree.untilOf(id);
    const { pause, wait } = this.#slips.get(id) ?? {};
    // No time at all is what a decision’s `no` needs, and no wait, unless there was one.
    const passed = pause ?? (wait ? undefined : 0);
    return passed !== undefined && sameJson(until, { type: 'duration', minutes: passed }) ? undefined : until;
  }

  /** One wait for all events that take the time of the same, and lead to the same. */
  #wait(id: string, read: WaitUntil): StepId {
    const note = this.#slips.get(id)?.wait;
    const event = this.#tree.events.get(id);
    const believed = note?.until && sameJson(triggerOf(note.until), triggerOf(read)) ? note.until : read;
    const key = note ? JSON.stringify([note.id, believed, this.#landing(id)]) : id;
    const known = this.waits.get(key);
    if (known !== undefined) return known;
    const own = event !== undefined && (event.raw.type === JUMP || this.onlyWaits(event));
    const name = own ? nameOfEvent(event.raw) : 'Wait';
    const called = note && (!own || eventName(note.name) === name) ? note.name : name;
    const step = this.#draft.add(
      { kind: 'wait', name: called, until: believed },
      { id: note?.id ?? (own ? stepIdIn(id) : ''), ...(own && { raw: event.raw }) },
    );
    this.waits.set(key, step);
    this.#open.push({ step, id });
    return step;
  }

  /** What is come to after the time of an event, as words that are the same for the same. */
  #landing(id: string): string {
    const words: string[] = [];
    for (const at of this.#onward(id)) {
      const step = this.stepAt.get(at.id);
      if (step !== undefined) return [...words, `step ${step}`].join();
      if (at.next === undefined)
        return [...words, `end ${this.#slips.get(at.id)?.ends?.['bottom'] ?? ''}`].join();
      const until = this.#timeBefore(at.next);
      if (until) words.push(`wait ${this.#slips.get(at.next)?.wait?.id ?? at.next}`);
    }
    return words.join();
  }
}

/** The id of the step that an event was written for. */
export function stepIdIn(event: string): string {
  return event.startsWith(NEW) ? event.slice(NEW.length) : event.replace(/^new/, '');
}
