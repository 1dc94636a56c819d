import type { Step } from '../../journey/steps/index.ts';
import type { StepId } from '../../journey/ids.ts';
import type { JourneySettings } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { type Anchor, ANCHORS, JUMP, SEND_EMAIL } from './campaign.ts';
import type { Slip } from './slip.ts';
import type { Out, StepParts } from './parts.ts';
import { partsOf } from './partsOf.ts';
import type { Tree } from './treeShape.ts';
import { withAnyIds } from './withAnyIds.ts';
import { isWritten, ownProperties } from './anyId.ts';

/** A way out of the events of a step. */
export interface WayOut {
  readonly id: string;
  readonly anchor: Anchor;
  readonly exit: string;
}

export interface Matched {
  /** Events by the numbers of the parts. */
  readonly events: readonly string[];
  readonly outs: readonly WayOut[];
  /** Events whose time is the window of the step. */
  readonly timed: readonly string[];
}

export interface Around {
  readonly tree: Tree;
  readonly slipOf: (id: string) => Slip | undefined;
  readonly settings: Pick<JourneySettings, 'transactional'>;
}

/** Whether the events from here on are what the step would be written as; undefined: they are not. */
export function matched(step: Step, id: StepId, first: string, around: Around): Matched | undefined {
  const { tree, settings } = around;
  const parent = tree.parentOf.get(first);
  const email = parent && tree.events.get(parent.id)?.raw.type === SEND_EMAIL;
  const mayBe = step.kind === 'escalate' || (step.kind === 'check' && email);
  for (const special of mayBe ? [true, false] : [false]) {
    const made = partsOf(step, withAnyIds(id, settings, special));
    const found = made && new Matching(made, around).from(first);
    if (found) return found;
  }
  return undefined;
}

class Matching {
  readonly #made: StepParts;
  readonly #around: Around;
  readonly #found = new Map<number, string>();
  readonly #outs: WayOut[] = [];
  readonly #timed: string[] = [];

  constructor(made: StepParts, around: Around) {
    this.#made = made;
    this.#around = around;
  }

  from(first: string): Matched | undefined {
    if (!this.#begins(first) || !this.#spread(first)) return undefined;
    const events = this.#made.parts.map((_, index) => this.#found.get(index) ?? '');
    return { events, outs: this.#outs, timed: this.#timed };
  }

  /** A check that asks at the end of its window waits for it: in its first event, or in an action before that. */
  #begins(first: string): boolean {
    const { before } = this.#made;
    if (before === undefined) return true;
    const { tree, slipOf } = this.#around;
    const until = tree.untilOf(first);
    if (until) {
      this.#timed.push(first);
      return sameJson(until, { type: 'duration', minutes: before });
    }
    const parent = tree.parentOf.get(first);
    return parent !== undefined && slipOf(parent.id)?.pause === before;
  }

  #spread(first: string): boolean {
    const open: [number, string][] = [[0, first]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [index, id] = next;
      const known = this.#found.get(index);
      if (known !== undefined && known !== id) return false;
      if (known !== undefined) continue;
      this.#found.set(index, id);
      const onward = this.#part(index, id);
      if (!onward) return false;
      open.push(...onward);
    }
    return true;
  }

  /** The parts that this one leads to; undefined: the event is another. */
  #part(index: number, id: string): [number, string][] | undefined {
    const part = this.#made.parts[index];
    const { tree } = this.#around;
    const event = tree.events.get(id);
    if (!part || !event) return undefined;
    if (event.raw.type !== part.type || event.raw.eventType !== part.eventType) return undefined;
    if (!isWritten(part.properties, ownProperties(event.properties))) return undefined;
    const onward: [number, string][] = [];
    for (const anchor of ANCHORS) {
      const out = part.out[anchor];
      const child = tree.below(id, anchor);
      if (!out) {
        if (child !== undefined) return undefined;
        continue;
      }
      const windowed = part.eventType === 'decision' && anchor === 'no';
      const timed = windowed ? this.#window(child) : this.#within(child, out);
      if (!timed) return undefined;
      if ('exit' in out) this.#outs.push({ id, anchor, exit: out.exit });
      else {
        const target = child === undefined ? undefined : this.#landing(child);
        if (target === undefined) return undefined;
        onward.push([out.part, target]);
      }
    }
    return onward;
  }

  /** Inside a step only the time passes that it says. */
  #within(child: string | undefined, out: Out): boolean {
    if ('exit' in out) return true;
    if (child === undefined) return false;
    const after = this.#made.parts[out.part]?.after;
    const until = this.#around.tree.untilOf(child);
    return after === undefined ? until === undefined : sameJson(until, { type: 'duration', minutes: after });
  }

  #window(child: string | undefined): boolean {
    const { window } = this.#made;
    if (window === undefined || child === undefined) return true;
    const { tree } = this.#around;
    this.#timed.push(child);
    return sameJson(tree.untilOf(child), { type: 'duration', minutes: window });
  }

  /** Where a way inside the step leads, by a jump, after the end of a window or straight. */
  #landing(child: string): string | undefined {
    const { tree, slipOf } = this.#around;
    const event = tree.events.get(child);
    if (event?.raw.type === JUMP) return tree.targetOf(child);
    return slipOf(child)?.pause === undefined ? child : tree.below(child, 'bottom');
  }
}
