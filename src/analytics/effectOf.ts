import { comparePaired, type Differences } from './comparePaired.ts';
import type { Report } from './report.ts';

/** What one policy does to the open journey. */
export type PolicyEffect =
  /** Every count is the same with and without it. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'some';
      /** Sent with it less sent without it, for as many contacts as the reports show. */
      readonly messages: number;
      readonly differences: Differences;
    };

/** Undefined where the two reports are not of the same contacts. */
export function effectOf(without: Report, withIt: Report): PolicyEffect | undefined {
  const differences = comparePaired(without, withIt);
  if (!differences) return undefined;
  if (countsOf(without) === countsOf(withIt)) return { kind: 'nothing' };
  return { kind: 'some', messages: sentIn(withIt) - sentIn(without), differences };
}

function sentIn({ messages }: Report): number {
  return messages.reduce((sum, { sent }) => sum + sent, 0);
}

/** Why messages are not sent is named after the policy itself, so those names are left out. */
function countsOf({ groups, steps, messages }: Report): string {
  return JSON.stringify([groups, steps, messages.map(({ unsent: _, ...counts }) => counts)]);
}
