import { comparePaired, type Differences } from '../comparePaired.ts';
import { jackknife, plainInterval, scale, type Estimate } from '../intervals.ts';
import { widened } from '../pairParts.ts';
import type { Report } from '../report.ts';

/** What would be different without one rule: the run without it less the run with it, for as many contacts as both show. */
export interface RuleCost {
  readonly messages: Estimate;
  readonly differences: Differences;
  /** Nothing at all. */
  readonly same: boolean;
}

/** Undefined where the reports are not of the same contacts. */
export function ruleCost(withIt: Report, without: Report): RuleCost | undefined {
  const differences = comparePaired(withIt, without);
  if (!differences) return undefined;
  const changes = Float64Array.from(
    without.groups.sent,
    (sent, group) => sent - (withIt.groups.sent[group] ?? 0),
  );
  const isStill = changes.every((change) => change === 0);
  return {
    messages: isStill ? { value: 0, low: 0, high: 0 } : messagesOf(changes, withIt, without),
    differences,
    same: isStill && Object.values(differences).every(({ same }) => same),
  };
}

function messagesOf(changes: Float64Array, withIt: Report, without: Report): Estimate {
  const contacts = Float64Array.from(without.groups.contacts);
  const perContact = widened('sent', jackknife(changes, contacts), [withIt, without], without.contacts);
  return scale(plainInterval(perContact), without.scaledTo ?? without.contacts);
}
