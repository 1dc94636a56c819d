import type { AttributionRequest } from '../../../analytics/attribution/attributionWork.ts';
import type { Decay } from '../../../analytics/attribution/heuristics.ts';
import type { Measure } from '../../../analytics/attribution/markov/markovSpread.ts';
import type { Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import type { TouchLevel } from '../../../analytics/touchPaths.ts';

/** What is chosen in the section of attribution. */
export interface Choice {
  readonly credited: Credited;
  readonly measure: Measure;
  readonly level: TouchLevel;
  readonly lookBackDays: number | undefined;
  readonly decay: Decay;
  readonly order: number;
}

export const FIRST_CHOICE: Choice = {
  credited: 'channel',
  measure: 'conversions',
  level: 'seen',
  lookBackDays: undefined,
  decay: { by: 'time', halfLifeDays: 7 },
  order: 1,
};

export function requestOf({
  credited,
  level,
  lookBackDays,
  decay,
  order,
}: Omit<Choice, 'measure'>): AttributionRequest {
  return { reading: { credited, level, lookBackDays }, settings: { decay, order } };
}
