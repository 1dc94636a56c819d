import type { Edit } from '../../../journey/edits.ts';
import { linksOf } from '../../../journey/graph.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { snap } from '../canvasEdits.ts';
import { frameAround, overlaps } from '../cardLayout.ts';
import { bounds, boxesOf, moves } from './arrange.ts';
import { inLayers, type Block, type Clusters, type Lead } from './layers.ts';

/**
 * The steps in layers from left to right, those of a group in one place that no other step stands in. What is laid out keeps its
 * top left corner, so that the rest of the canvas need not make room. Loaded when it is first asked for.
 */
export function tidy(journey: Journey, ids: readonly StepId[]): Edit | undefined {
  const cards = boxesOf(journey, ids).map(({ id, box }): Block => ({ id, ...box }));
  const inside = new Set<string>(ids);
  const leads = linksOf(journey).filter(({ from, to }) => from !== to && inside.has(from) && inside.has(to));
  const groups = groupsAmong(journey, inside);
  const placed = together(cards, leads, groups) ?? groupByGroup(cards, leads, groups);
  const [before, after] = [bounds(cards), bounds(placed)];
  const shift = { x: before.x - after.x, y: before.y - after.y };
  return moves(
    journey,
    placed.map(({ id, x, y }) => [id as StepId, snap({ x: x + shift.x, y: y + shift.y })] as const),
  );
}

/** The groups of these steps. One that has them all parts nobody from anybody. */
function groupsAmong({ groups }: Journey, ids: ReadonlySet<string>): Clusters {
  const among = Object.entries(groups ?? {}).map(
    ([id, { steps }]) => [`group:${id}`, steps.filter((step) => ids.has(step))] as const,
  );
  return new Map(among.filter(([, steps]) => steps.length > 0 && steps.length < ids.size));
}

/** All cards in the same layers. Nothing where Dagre cannot keep the groups apart, as with groups of steps far from one another. */
function together(
  cards: readonly Block[],
  leads: readonly Lead[],
  groups: Clusters,
): readonly Block[] | undefined {
  if (groups.size === 0) return inLayers(cards, leads);
  try {
    const placed = inLayers(cards, leads, groups);
    return isApart(placed, groups) ? placed : undefined;
  } catch {
    // There are clusters on which Dagre gives up.
    return undefined;
  }
}

/** Whether each frame holds its own cards only, and no frame lies over another. */
function isApart(placed: readonly Block[], groups: Clusters): boolean {
  const frames = [...groups.values()].map((members) => ({
    members,
    box: frameAround(bounds(placed.filter(({ id }) => members.includes(id)))),
  }));
  return frames.every(({ members, box }, at) => {
    const strangers = placed.filter(({ id }) => !members.includes(id));
    const others = frames.slice(at + 1).map((frame) => frame.box);
    return ![...strangers, ...others].some((other) => overlaps(box, other));
  });
}

/** Each group laid out for itself, and then its frame as if it were one card. */
function groupByGroup(cards: readonly Block[], leads: readonly Lead[], groups: Clusters): readonly Block[] {
  const groupOf = new Map([...groups].flatMap(([group, members]) => members.map((id) => [id, group])));
  const inner = [...groups].map(([id, members]) => {
    const own = cards.filter((card) => members.includes(card.id));
    const placed = inLayers(
      own,
      leads.filter(({ from, to }) => members.includes(from) && members.includes(to)),
    );
    const { x, y } = bounds(own);
    const frame = frameAround(bounds(placed));
    return { frame, placed, block: { ...frame, id, x, y } };
  });
  const outer = inLayers(
    [...cards.filter(({ id }) => !groupOf.has(id)), ...inner.map(({ block }) => block)],
    leads
      .map(({ from, to }) => ({ from: groupOf.get(from) ?? from, to: groupOf.get(to) ?? to }))
      .filter(({ from, to }) => from !== to),
  );
  return outer.flatMap((block) => {
    const group = inner.find((known) => known.block.id === block.id);
    if (!group) return [block];
    const by = { x: block.x - group.frame.x, y: block.y - group.frame.y };
    return group.placed.map((card) => ({ ...card, x: card.x + by.x, y: card.y + by.y }));
  });
}
