import type { Estimate } from '../../analytics/intervals.ts';
import type { FunnelStage, Report } from '../../analytics/report.ts';
import { tellsOpens } from './tellsOpens.ts';

/** A stage of the funnel: contacts, every one of whom is among those of another stage. */
export interface FunnelPart {
  readonly stage: FunnelStage;
  readonly people: Estimate;
  /** The narrowest stage that holds all of them; undefined: these are all contacts. */
  readonly of: { readonly stage: FunnelStage; readonly people: Estimate } | undefined;
}

/**
 * The stages that really are parts of each other. Who clicks a push or a text message opens nothing that is told, so clicks are a part of
 * opens only where every click was on a channel that tells opens; else of those who got a message. Converters are in no stage but the first:
 * most convert without any click.
 */
export function funnelParts({
  funnel,
  messages,
}: Pick<Report, 'funnel' | 'messages'>): readonly FunnelPart[] {
  const isTold = messages.some(({ channel }) => tellsOpens(channel));
  const allTold = messages.every(({ channel, clicked }) => clicked === 0 || tellsOpens(channel));
  const within: Readonly<Record<FunnelStage, FunnelStage | undefined>> = {
    contacts: undefined,
    entered: 'contacts',
    messaged: 'entered',
    opened: 'messaged',
    clicked: isTold && allTold ? 'opened' : 'messaged',
    converters: 'contacts',
  };
  return funnel
    .filter(({ stage }) => stage !== 'opened' || isTold || messages.length === 0)
    .map(({ stage, people }) => ({
      stage,
      people,
      of: funnel.find((other) => other.stage === within[stage]),
    }));
}

/** The pair of stages between which most people are lost: of the way that all who click have gone. */
export function largestLoss(
  parts: readonly FunnelPart[],
): { from: FunnelStage; to: FunnelStage } | undefined {
  const way = new Set<FunnelStage>(['contacts']);
  for (let at = parts.find(({ stage }) => stage === 'clicked'); at?.of; at = partOf(parts, at.of.stage))
    way.add(at.stage);
  const losses = parts.flatMap(({ stage, people, of }) =>
    of && way.has(stage) ? [{ from: of.stage, to: stage, lost: of.people.value - people.value }] : [],
  );
  const [worst] = losses.toSorted((a, b) => b.lost - a.lost);
  return worst && worst.lost > 0 ? worst : undefined;
}

function partOf(parts: readonly FunnelPart[], wanted: FunnelStage): FunnelPart | undefined {
  return parts.find(({ stage }) => stage === wanted);
}
