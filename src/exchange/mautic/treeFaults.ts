import type { Problem } from '../../journey/problem.ts';
import { JUMP, SOURCES } from './campaign.ts';
import type { Campaign, CampaignEvent } from './campaignShape.ts';
import { idOf } from './events.ts';
import { refusedAt, targetIn } from './treeShape.ts';

/** Ids twice; lines, parents, children and jumps that are not there: the first that there is. */
export function treeFault(
  campaign: Campaign,
  events: ReadonlyMap<string, CampaignEvent>,
): Problem | undefined {
  return (
    twice(campaign) ??
    withoutEnd(campaign, events) ??
    withoutKin(campaign, events) ??
    wrongJump(campaign, events)
  );
}

function twice({ events }: Campaign): Problem | undefined {
  const seen = new Set<string>();
  for (const { id, path } of events) {
    if (seen.has(id))
      return refusedAt(
        'id-twice',
        `The id “${id.slice(0, 60)}” of “${path}” is that of another event. Ids must differ.`,
        path,
      ).problem;
    seen.add(id);
  }
  return undefined;
}

export function isSource(id: string): boolean {
  const sources: readonly string[] = SOURCES;
  return sources.includes(id);
}

function withoutEnd({ lines }: Campaign, events: ReadonlyMap<string, unknown>): Problem | undefined {
  for (const { from, to, path } of lines) {
    const missing = events.has(to) ? (events.has(from) || isSource(from) ? undefined : from) : to;
    if (missing !== undefined) return dangling(missing, path);
  }
  return undefined;
}

/** What events say of each other: where the canvas tells how they run, nothing else asks it, and yet part of the campaign is missing. */
function withoutKin(
  { events: all }: Campaign,
  events: ReadonlyMap<string, CampaignEvent>,
): Problem | undefined {
  const kin = all.flatMap(({ raw, path }) => {
    const children: unknown = raw['children'];
    const listed: readonly unknown[] = Array.isArray(children) ? children : [];
    return [
      { id: idOf(raw['parent']), path: `${path}.parent` },
      ...listed.map((child, index) => ({ id: idOf(child), path: `${path}.children.${index}` })),
    ];
  });
  for (const { id, path } of kin) if (id !== undefined && !events.has(id)) return dangling(id, path);
  return undefined;
}

function dangling(id: string, path: string): Problem {
  const words = `“${path}” is about the event “${id.slice(0, 60)}”, which is not in the campaign.`;
  return refusedAt('line-without-end', words, path).problem;
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
      return refusedAt('jump-without-end', `“${path}” names an event that is not in the campaign.`, path)
        .problem;
    if (target.raw.type === JUMP)
      return refusedAt(
        'jump-to-jump',
        `“${path}” leads to another jump. Let it lead to where that one leads.`,
        path,
      ).problem;
  }
  return undefined;
}
