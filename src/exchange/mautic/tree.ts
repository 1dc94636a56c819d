import type { Problem } from '../../journey/problem.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { minutes } from '../../journey/units.ts';
import type { Doubt } from '../doubt.ts';
import { type Anchor, JUMP, SOURCES } from './campaign.ts';
import { nameOfEvent } from './eventName.ts';
import type { Campaign, CampaignEvent, Line, Read } from './readCampaign.ts';
import { readTiming } from './timing.ts';

/** A campaign in which every event is come to by one line, and every anchor leads to one event. */
export interface Tree {
  readonly events: ReadonlyMap<string, CampaignEvent>;
  /** In the order in which contacts come to them. */
  readonly order: readonly CampaignEvent[];
  /** The first event. */
  readonly root: string;
  readonly parentOf: ReadonlyMap<string, { readonly id: string; readonly anchor: Anchor }>;
  readonly below: (id: string, anchor: Anchor) => string | undefined;
  readonly untilOf: (id: string) => WaitUntil | undefined;
  /** The event that a jump leads to. */
  readonly targetOf: (id: string) => string | undefined;
  readonly doubts: readonly Doubt[];
}

interface Parent {
  readonly id: string;
  readonly anchor: Anchor;
}

/** Refused with the place: ids twice, lines without ends, circles, and paths that run beside each other. */
export function treeOf(campaign: Campaign): Read<Tree> {
  const events = new Map(campaign.events.map((event) => [event.id, event]));
  if (campaign.events.length === 0) return failed('no-events', 'The campaign has no events.', 'events');
  const wrong = twice(campaign) ?? withoutEnd(campaign, events) ?? wrongJump(campaign, events);
  if (wrong) return { ok: false, problem: wrong };
  const doubts: Doubt[] = [];
  const parents = parentsOf(campaign.lines, doubts);
  const rooted = inOrder(campaign, parents);
  const lost = campaign.events.find(({ id }) => !rooted.includes(id));
  if (lost)
    return failed(
      'circle',
      `“${lost.path}” (“${nameOfEvent(lost.raw)}”) is in a circle of events that nobody comes into. Only a jump may lead back.`,
      lost.path,
    );
  return new Growth(campaign, events, parents, rooted, doubts).tree();
}

function failed(
  code: string,
  words: string,
  path: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', words, values: {}, path } };
}

function twice({ events }: Campaign): Problem | undefined {
  const seen = new Set<string>();
  for (const { id, path } of events) {
    if (seen.has(id))
      return failed(
        'id-twice',
        `The id “${id.slice(0, 60)}” of “${path}” is that of another event. Ids must differ.`,
        path,
      ).problem;
    seen.add(id);
  }
  return undefined;
}

function isSource(id: string): boolean {
  const sources: readonly string[] = SOURCES;
  return sources.includes(id);
}

function withoutEnd({ lines }: Campaign, events: ReadonlyMap<string, unknown>): Problem | undefined {
  for (const { from, to, path } of lines) {
    const missing = events.has(to) ? (events.has(from) || isSource(from) ? undefined : from) : to;
    if (missing !== undefined)
      return failed(
        'line-without-end',
        `“${path}” is about the event “${missing.slice(0, 60)}”, which is not in the campaign.`,
        path,
      ).problem;
  }
  return undefined;
}

function wrongJump(
  { events: all }: Campaign,
  events: ReadonlyMap<string, CampaignEvent>,
): Problem | undefined {
  for (const event of all) {
    if (event.raw.type !== JUMP) continue;
    const path = `${event.path}.properties.jumpToEvent`;
    const target = events.get(targetIn(event) ?? '');
    if (!target)
      return failed('jump-without-end', `“${path}” names an event that is not in the campaign.`, path)
        .problem;
    if (target.raw.type === JUMP)
      return failed(
        'jump-to-jump',
        `“${path}” leads to another jump. Let it lead to where that one leads.`,
        path,
      ).problem;
  }
  return undefined;
}

function targetIn({ properties }: CampaignEvent): string | undefined {
  const target = properties['jumpToEvent'];
  return typeof target === 'string' || typeof target === 'number' ? String(target) : undefined;
}

/** The last line to an event is the one that Mautic goes by. */
function parentsOf(lines: readonly Line[], doubts: Doubt[]): Map<string, Parent> {
  const parents = new Map<string, Parent>();
  const sourced = new Set<string>();
  for (const { from, anchor, to, path } of lines) {
    if (isSource(from)) {
      sourced.add(to);
      continue;
    }
    if (parents.has(to))
      doubts.push({
        code: 'several-parents',
        words: `Several lines lead to the event “${to.slice(0, 60)}”. Mautic keeps the last, and so is it read here.`,
        path,
      });
    parents.set(to, { id: from, anchor: anchor === 'yes' || anchor === 'no' ? anchor : 'bottom' });
  }
  return parents;
}

/** Every event after the one that it hangs below. */
function inOrder({ events }: Campaign, parents: ReadonlyMap<string, Parent>): string[] {
  const children = new Map<string, string[]>();
  for (const { id } of events) {
    const parent = parents.get(id)?.id ?? '';
    const known = children.get(parent);
    if (known) known.push(id);
    else children.set(parent, [id]);
  }
  const open = [...(children.get('') ?? [])].reverse();
  const order: string[] = [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    order.push(id);
    open.push(...(children.get(id) ?? []).toReversed());
  }
  return order;
}

/** Puts paths that run beside each other one after the other where that is the same. */
class Growth {
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
      return failed(
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
