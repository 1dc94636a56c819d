import { useMemo } from 'react';
import { unsentEstimate, type UnsentWhich } from '../../../analytics/dashboard/unsent.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ShownRun } from '../shownRun.ts';

/** Unsent messages with their interval; undefined until the run's detail is there. */
export type UnsentEstimate = (which: UnsentWhich) => Estimate | undefined;

export function useUnsentEstimate({ detail }: Pick<ShownRun, 'detail'>): UnsentEstimate {
  return useMemo(() => (which) => detail && unsentEstimate(detail, which), [detail]);
}

/** A count of messages and, where it is known, its interval: 1 240 (1 204–1 276). */
export function useUnsentFigure(): (people: number, between: Estimate | undefined) => string {
  const format = useFormat();
  return (people, between) => {
    const print = (value: number) => format.number(Math.round(value));
    return between ? `${print(people)} (${formatBand(between, print)})` : print(people);
  };
}
