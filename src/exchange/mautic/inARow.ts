import type { Problem } from '../../journey/problem.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { minutes } from '../../journey/units.ts';
import type { Doubt } from '../doubt.ts';
import { JUMP } from './campaign.ts';
import { nameOfEvent } from './eventName.ts';
import type { Campaign, CampaignEvent, Read } from './campaignShape.ts';
import { readTiming } from './readTiming.ts';
import { inOrder, type Parent, refusedAt, targetIn, type Tree } from './treeShape.ts';

/** Puts paths that run beside each other one after the other where that is the same. */
export class Growth {
  readonly #campaign: Campaign;
  readonly #events: ReadonlyMap<string, CampaignEvent>;
  readonly #parents: Map<string, Parent>;
  readonly #doubts: Doubt[];
  readonly #until = new Map<string, WaitUntil | undefined>();
  readonly #below = new Map<string, string[]>();
  readonly #targets: ReadonlySet<string>;

  constructor(
    campaign: Campaign,
    events: ReadonlyMap<string, CampaignEvent>,
    parents: Map<string, Parent>,
    order: readonly string[],
    doubts: Doubt[],
  ) {
    this.#campaign = campaign;
    this.#events = events;
    this.#parents = parents;
    this.#doubts = doubts;
    const jumps = campaign.events.filter(({ raw }) => raw.type === JUMP);
    this.#targets = new Set(jumps.flatMap((jump) => targetIn(jump) ?? []));
    for (const id of order) {
      const parent = parents.get(id);
      const key = keyOf(parent);
      this.#below.set(key, [...(this.#below.get(key) ?? []), id]);
      const event = events.get(id);
      if (event) this.#time(event);
    }
  }

  tree(): Read<Tree> {
    // The innermost first: what is in a row there may be in a row with what is around it.
    for (const [key, ids] of [...this.#below].toReversed()) {
      if (ids.length < 2) continue;
      const problem = this.#serialise(key, ids);
      if (problem) return { ok: false, problem };
    }
    const [root = ''] = this.#below.get(keyOf(undefined)) ?? [];
    const order = inOrder(this.#campaign, this.#parents).flatMap((id) => this.#events.get(id) ?? []);
    return {
      ok: true,
      value: {
        ...{ events: this.#events, order, root, parentOf: this.#parents, doubts: this.#doubts },
        below: (id, anchor) => this.#below.get(keyOf({ id, anchor }))?.[0],
        untilOf: (id) => this.#until.get(id),
        targetOf: (id) => {
          const event = this.#events.get(id);
          return event?.raw.type === JUMP ? targetIn(event) : undefined;
        },
      },
    };
  }

  #time(event: CampaignEvent): void {
    if (event.raw.eventType === 'decision') return;
    const { until, doubts } = readTiming(event.raw);
    this.#until.set(event.id, until);
    for (const doubt of doubts)
      this.#doubts.push({
        code: 'time-read-otherwise',
        words: `The event “${nameOfEvent(event.raw)}” ${doubt}.`,
        path: event.path,
      });
  }

  #serialise(key: string, ids: readonly string[]): Problem | undefined {
    const runs = ids.map((id) => this.#run(id));
    const names = ids.map((id) => `“${nameOfEvent(this.#events.get(id)?.raw ?? {})}”`).join(' and ');
    const path = this.#events.get(ids[1] ?? '')?.path ?? '';
    if (runs.some((run) => run === undefined))
      return refusedAt(
        'parallel-paths',
        `Mautic runs ${names} beside each other; a contact is in one place at a time here. Put one behind the other in Mautic, or take one away.`,
        path,
      ).problem;
    const timeline = runs.flatMap((run) => run ?? []).toSorted((a, b) => a.at - b.at);
    this.#doubts.push({
      code: 'paths-in-a-row',
      words: `Mautic runs ${names} beside each other. Here they come one after the other, each at its own time.`,
      path,
    });
    let before: { readonly id: string; readonly at: number } | undefined;
    for (const { id, at } of timeline) {
      const passed = at - (before?.at ?? 0);
      this.#until.set(id, passed > 0 ? { type: 'duration', minutes: minutes(passed) } : undefined);
      if (before) {
        this.#parents.set(id, { id: before.id, anchor: 'bottom' });
        this.#below.set(keyOf({ id: before.id, anchor: 'bottom' }), [id]);
      } else {
        this.#below.set(key, [id]);
        const parent = this.#parents.get(ids[0] ?? '');
        if (parent) this.#parents.set(id, parent);
        else this.#parents.delete(id);
      }
      before = { id, at };
    }
    if (before) this.#below.delete(keyOf({ id: before.id, anchor: 'bottom' }));
    return undefined;
  }

  /** The actions of a path one after the other, with their minutes; undefined where it parts, jumps, is jumped to or waits for more than time. */
  #run(first: string): { readonly id: string; readonly at: number }[] | undefined {
    const run: { id: string; at: number }[] = [];
    let at = 0;
    for (let id: string | undefined = first; id !== undefined;) {
      const event = this.#events.get(id);
      const until = this.#until.get(id);
      const next: readonly string[] = this.#below.get(keyOf({ id, anchor: 'bottom' })) ?? [];
      if (event?.raw.eventType !== 'action' || event.raw.type === JUMP || next.length > 1) return undefined;
      if (this.#targets.has(id)) return undefined;
      if (until && until.type !== 'duration') return undefined;
      at += until?.minutes ?? 0;
      run.push({ id, at });
      [id] = next;
    }
    return run;
  }
}

function keyOf(parent: Parent | undefined): string {
  return parent ? `${parent.anchor} ${parent.id}` : '';
}
