import type { Problem } from '../../journey/problem.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import type { Doubt } from '../doubt.ts';
import type { Anchor } from './campaign.ts';
import type { Campaign, CampaignEvent } from './campaignShape.ts';

/** A campaign in which every event is come to by one line, and every anchor leads to one event. */
export interface Tree {
  readonly events: ReadonlyMap<string, CampaignEvent>;
  /** In the order in which contacts come to them. */
  readonly order: readonly CampaignEvent[];
  /** The first event. */
  readonly root: string;
  readonly parentOf: ReadonlyMap<string, Parent>;
  readonly below: (id: string, anchor: Anchor) => string | undefined;
  readonly untilOf: (id: string) => WaitUntil | undefined;
  /** The event that a jump leads to. */
  readonly targetOf: (id: string) => string | undefined;
  readonly doubts: readonly Doubt[];
}

export interface Parent {
  readonly id: string;
  readonly anchor: Anchor;
}

/** Why a campaign is not read, with the place. */
export function refusedAt(
  code: string,
  words: string,
  path: string,
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', words, values: {}, path } };
}

/** Every event after the one that it hangs below. */
export function inOrder({ events }: Campaign, parents: ReadonlyMap<string, Parent>): string[] {
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

/** The event that a jump names. */
export function targetIn({ properties }: CampaignEvent): string | undefined {
  const target = properties['jumpToEvent'];
  return typeof target === 'string' || typeof target === 'number' ? String(target) : undefined;
}
