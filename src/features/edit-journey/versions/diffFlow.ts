import { Position as Side, type Edge, type Node } from '@xyflow/react';
import type { StepId } from '../../../journey/journey.ts';
import { IN_PORT_Y } from '../cardLayout.ts';
import type { MergedJourney, MergedLink, MergedStep } from './mergeJourneys.ts';

/** What a card of the picture shows, its words included. */
export interface DiffData extends Record<string, unknown>, CardWords {
  readonly merged: MergedStep;
}

export interface CardWords {
  readonly summary: string;
  readonly label: string;
}

export interface DiffLinkData extends Record<string, unknown> {
  readonly merged: MergedLink;
}

export type DiffNode = Node<DiffData, 'diff'>;
export type DiffEdge = Edge<DiffLinkData, 'diff'>;

/** All links come from and go to one invisible port each: where they run is drawn beforehand. */
const PORT = { x: 0, y: IN_PORT_Y, width: 0, height: 0 } as const;
const PORTS = [
  { ...PORT, id: 'in', type: 'target' as const, position: Side.Left },
  { ...PORT, id: 'out', type: 'source' as const, position: Side.Right },
];

/** Drawn from the quiet to the loud, so that what differs lies on top. */
const ORDER = { kept: 0, unchanged: 0, removed: 1, redirected: 2, changed: 2, added: 3 } as const;

export function diffNodes({ steps }: MergedJourney, wordsOf: (step: MergedStep) => CardWords): DiffNode[] {
  return steps.map((merged) => {
    const { x, y, width, height } = merged.box;
    const words = wordsOf(merged);
    return {
      id: merged.id,
      type: 'diff',
      position: { x, y },
      width,
      height,
      measured: { width, height },
      zIndex: ORDER[merged.status],
      ariaRole: 'group',
      ariaLabel: words.label,
      handles: PORTS,
      data: { merged, ...words },
    };
  });
}

export function diffEdges({ links }: MergedJourney, labelOf: (link: MergedLink) => string): DiffEdge[] {
  return links
    .map((merged): DiffEdge => ({
      id: merged.key,
      type: 'diff',
      source: merged.from,
      sourceHandle: 'out',
      target: merged.to,
      targetHandle: 'in',
      ariaLabel: labelOf(merged),
      data: { merged },
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ data }: DiffEdge): number {
  return data ? ORDER[data.merged.status] : 0;
}

/** What to look at first: the steps that differ, else those at the ends of links that do, else everything. */
export function differingSteps({ steps, links }: MergedJourney): readonly StepId[] {
  const own = steps.filter(({ status }) => status !== 'unchanged').map(({ id }) => id);
  if (own.length > 0) return own;
  return links.filter(({ status }) => status !== 'kept').flatMap(({ from, to }) => [from, to]);
}
