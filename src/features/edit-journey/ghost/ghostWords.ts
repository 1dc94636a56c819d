import type { Difference } from '../../../analytics/comparePaired.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Formats } from '../../../i18n/useFormat.ts';

/** Of these, less is better. */
const COSTLY: ReadonlySet<PairedMetric> = new Set(['cost', 'unsubscribed']);

export type Turn = 'better' | 'worse' | 'unclear' | 'same';

export interface GhostWords {
  readonly turn: Turn;
  /** `+€1 240 better`: short enough for the place of an interval. */
  readonly short: string;
  /** `+€1 240, better in 97 % of launches`. */
  readonly whole: string;
  /** What it is, with its interval. */
  readonly question: string;
}

interface Context {
  readonly t: Translate;
  readonly format: Pick<Formats, 'chance'>;
  /** An amount of this metric, without its sign. */
  readonly print: (value: number) => string;
}

/** A paired difference as people read it. */
export function ghostWords(
  metric: PairedMetric,
  difference: Difference,
  { t, format, print }: Context,
): GhostWords {
  const { by, chanceHigher } = difference;
  const turn = turnOf(metric, difference);
  const signed = (value: number) => {
    const size = print(Math.abs(value));
    return size === print(0) ? size : `${value < 0 ? '−' : '+'}${size}`;
  };
  if (turn === 'same') {
    const words = t('editJourney.ghost.same');
    return { turn, short: words, whole: words, question: t('editJourney.ghost.sameWhy') };
  }
  const better = COSTLY.has(metric) ? 1 - chanceHigher : chanceHigher;
  const chance = format.chance(turn === 'worse' ? 1 - better : better);
  const values = { by: signed(by.value), low: signed(by.low), high: signed(by.high), chance };
  const question = t(`editJourney.ghost.${turn}Why`, values);
  return turn !== 'unclear'
    ? {
        turn,
        short: t(`editJourney.ghost.${turn}Short`, values),
        whole: t(`editJourney.ghost.${turn}`, values),
        question,
      }
    : { turn, short: t('editJourney.ghost.unclear'), whole: t('editJourney.ghost.unclear'), question };
}

function turnOf(metric: PairedMetric, { by, certain, same }: Difference): Turn {
  if (same) return 'same';
  if (!certain) return 'unclear';
  return by.value > 0 === COSTLY.has(metric) ? 'worse' : 'better';
}
