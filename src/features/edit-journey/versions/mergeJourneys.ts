import { diffJourneys, type JourneyDiff } from '../../../journey/diffJourneys.ts';
import { stepEntries } from '../../../journey/graph.ts';
import type { ExitName, Journey, Link, Position, StepId } from '../../../journey/journey.ts';
import { exitsOf, type Step } from '../../../journey/steps/index.ts';
import { placeOf } from '../canvasEdits.ts';
import {
  CARD_WIDTH,
  cardBox,
  cardHeight,
  GAP_Y,
  IN_PORT_Y,
  outPortY,
  overlaps,
  type Box,
} from '../cardLayout.ts';
import { aisleAmong, ribbonPath, turnsAround, type Ribbon } from '../ribbonPath.ts';

export type StepStatus = 'added' | 'removed' | 'changed' | 'unchanged';
export type LinkStatus = 'added' | 'removed' | 'redirected' | 'kept';

export interface MergedStep {
  readonly id: StepId;
  /** As it is after, or was where it is gone. */
  readonly step: Step;
  readonly status: StepStatus;
  /** Fields that changed. */
  readonly changes: number;
  readonly box: Box;
}

export interface MergedLink extends Link {
  readonly key: string;
  readonly status: LinkStatus;
  /** Where a redirected link led. */
  readonly old?: StepId;
  readonly ribbon: Ribbon;
}

/** Two journeys in one picture: everything that either of them has. */
export interface MergedJourney {
  readonly diff: JourneyDiff;
  readonly steps: readonly MergedStep[];
  readonly links: readonly MergedLink[];
}

export function mergeJourneys(before: Journey, after: Journey): MergedJourney {
  const diff = diffJourneys(before, after);
  const steps = mergeSteps(before, after, diff);
  return { diff, steps, links: drawLinks(mergeLinks(after, diff), steps) };
}

function mergeSteps(before: Journey, after: Journey, { steps }: JourneyDiff): readonly MergedStep[] {
  const added = new Set(steps.added.map(({ id }) => id));
  const changed = new Map(steps.changed.map(({ id, fields }) => [id, fields.length]));
  const here = stepEntries(after).map(([id, step]): MergedStep => {
    const changes = changed.get(id) ?? 0;
    const status = added.has(id) ? 'added' : changes > 0 ? 'changed' : 'unchanged';
    return { id, step, status, changes, box: cardBox(step, placeOf(after, id)) };
  });
  const boxes = here.map(({ box }) => box);
  const gone = steps.removed.map(({ id, step }): MergedStep => {
    const box = findRoom(cardBox(step, placeOf(before, id)), boxes);
    boxes.push(box);
    return { id, step, status: 'removed', changes: 0, box };
  });
  return [...here, ...gone];
}

/** Tries that a card makes to stand clear of the others; among many on one spot it stays where it got. */
const MOST_TRIES = 20;

/** A removed card stands where it stood, or below what stands there now. */
function findRoom(box: Box, others: readonly Box[]): Box {
  let found = box;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const inTheWay = others.find((other) => overlaps(found, other));
    if (!inTheWay) return found;
    found = { ...found, y: inTheWay.y + inTheWay.height + GAP_Y };
  }
  return found;
}

type LooseLink = Omit<MergedLink, 'ribbon'>;

function mergeLinks({ links }: Journey, diff: JourneyDiff): readonly LooseLink[] {
  const added = new Set(diff.links.added.map(keyOf));
  const redirected = new Map(diff.links.redirected.map((link) => [keyOf(link), link.before]));
  const here = Object.entries(links).flatMap(([from, exits]) =>
    Object.entries(exits).map(([exit, to]): LooseLink => {
      const link = { from: from as StepId, exit, to };
      const [key, old] = [keyOf(link), redirected.get(keyOf(link))];
      if (old !== undefined) return { ...link, key, old, status: 'redirected' };
      return { ...link, key, status: added.has(key) ? 'added' : 'kept' };
    }),
  );
  const gone = [
    ...diff.links.removed,
    ...diff.links.redirected.map(({ from, exit, before }) => ({ from, exit, to: before })),
  ].map((link): LooseLink => ({ ...link, key: `${keyOf(link)}~`, status: 'removed' }));
  return [...here, ...gone];
}

function keyOf({ from, exit }: { readonly from: StepId; readonly exit: ExitName }): string {
  return `${from}.${exit}`;
}

function drawLinks(links: readonly LooseLink[], steps: readonly MergedStep[]): readonly MergedLink[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const boxes = steps.map(({ box }) => box);
  let lanes = 0;
  return links.flatMap((link) => {
    const [source, target] = [byId.get(link.from), byId.get(link.to)];
    if (!source || !target) return [];
    const ends = endsOf(source, link.exit, target.box);
    const turns = turnsAround(ends);
    const lane = turns ? lanes++ : 0;
    const aisle = turns ? aisleAmong(source.box, target.box, boxes, lane) : 0;
    return [{ ...link, ribbon: ribbonPath({ ...ends, aisle, lane }) }];
  });
}

function endsOf({ step, box }: MergedStep, exit: ExitName, target: Position) {
  return {
    sourceX: box.x + CARD_WIDTH,
    sourceY: box.y + exitY(step, exit),
    targetX: target.x,
    targetY: target.y + IN_PORT_Y,
  };
}

const FOOT = 8;

/** From the top of the card; an exit that is no more leaves at its foot. */
function exitY(step: Step, exit: ExitName): number {
  const index = exitsOf(step).indexOf(exit);
  return index < 0 ? cardHeight(step) - FOOT : outPortY(step, index);
}
