import type { Doubt } from '../doubt.ts';
import { nameOfEvent } from './eventName.ts';
import { Growth } from './inARow.ts';
import type { Campaign, Line, Read } from './campaignShape.ts';
import { isSource, treeFault } from './treeFaults.ts';
import { inOrder, type Parent, refusedAt, type Tree } from './treeShape.ts';

/** Refused with the place: ids twice, lines without ends, circles, and paths that run beside each other. */
export function treeOf(campaign: Campaign): Read<Tree> {
  const events = new Map(campaign.events.map((event) => [event.id, event]));
  if (campaign.events.length === 0) return refusedAt('no-events', 'The campaign has no events.', 'events');
  const wrong = treeFault(campaign, events);
  if (wrong) return { ok: false, problem: wrong };
  const doubts: Doubt[] = [];
  const parents = parentsOf(campaign.lines, doubts);
  const rooted = inOrder(campaign, parents);
  const known = new Set(rooted);
  const lost = campaign.events.find(({ id }) => !known.has(id));
  if (lost)
    return refusedAt(
      'circle',
      `“${lost.path}” (“${nameOfEvent(lost.raw)}”) is in a circle of events that nobody comes into. Only a jump may lead back.`,
      lost.path,
    );
  return new Growth(campaign, events, parents, rooted, doubts).tree();
}

/** The last line to an event is the one that Mautic goes by. */
function parentsOf(lines: readonly Line[], doubts: Doubt[]): Map<string, Parent> {
  const parents = new Map<string, Parent>();
  for (const { from, anchor, to, path } of lines) {
    if (isSource(from)) continue;
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
