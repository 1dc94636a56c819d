import type { Problem } from '../../journey/problem.ts';
import { JUMP, SOURCES } from './campaign.ts';
import type { Campaign, CampaignEvent } from './campaignShape.ts';
import { refusedAt, targetIn } from './treeShape.ts';

/** Ids twice, lines and jumps without ends: the first that there is. */
export function treeFault(
  campaign: Campaign,
  events: ReadonlyMap<string, CampaignEvent>,
): Problem | undefined {
  return twice(campaign) ?? withoutEnd(campaign, events) ?? wrongJump(campaign, events);
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
    if (missing !== undefined)
      return refusedAt(
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
