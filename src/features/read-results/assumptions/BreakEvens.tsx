import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreakEven } from '../../../analytics/breakEven.ts';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { spanOf } from '../../../compile/response/spanOf.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { assumptionName } from '../../../legend/assumptionName.ts';
import { printAssumption } from '../../../legend/printAssumption.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { movers } from './MovesPicture.tsx';
import { useBreakEvens } from './useBreakEvens.ts';
import type { RunSwings } from './useRunSwings.ts';
import styles from './assumptions.module.css';

interface BreakEvensProps {
  readonly request: SimulationRequest;
  readonly assumptions: readonly Assumption[];
  readonly tried: RunSwings;
}

/** One that crosses takes some two dozen runs. */
const ASKED = 12;

/** For the assumptions that move profit most: the value at which the journey earns no more than would have come without it. */
export function BreakEvens({ request, assumptions, tried }: BreakEvensProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { journey } = request;
  const wording = { t, format, currency: journey.settings.currency };
  const asked = useMemo(
    () =>
      tried.working
        ? undefined
        : movers('profit', assumptions, tried)
            .slice(0, ASKED)
            .map(({ assumption }) => assumption),
    [assumptions, tried],
  );
  const { found, error } = useBreakEvens(request, asked);
  const isWorking = error === undefined && found.size < (asked?.length ?? 0);
  return (
    <section className={styles.card} aria-busy={isWorking}>
      <h3>{t('assumptions.even.title')}</h3>
      <p className={styles.soft}>{t('assumptions.even.about')}</p>
      {error !== undefined && (
        <p role="alert" className={styles.bad}>
          {t('assumptions.failed', { words: error })}
        </p>
      )}
      <p role="status" className={styles.soft}>
        {!asked
          ? t('assumptions.even.waiting')
          : asked.length === 0
            ? t('assumptions.even.none')
            : isWorking
              ? t('assumptions.even.working', { known: found.size, all: asked.length })
              : ''}
      </p>
      <dl className={styles.evens}>
        {(asked ?? []).map((assumption) => {
          const print = (value: number) => printAssumption(value, assumption.unit, wording);
          return (
            <div key={assumption.id}>
              <dt>
                {assumptionName(assumption, journey, wording)}
                <span className={styles.soft}>
                  {t('assumptions.even.now', { value: print(assumption.value) })}
                </span>
              </dt>
              <dd>
                {found.has(assumption.id) ? (
                  evenWords(found.get(assumption.id), { range: spanOf(assumption), print, t })
                ) : (
                  <span aria-hidden="true">…</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

interface Wording {
  readonly range: { readonly low: number; readonly high: number };
  readonly print: (value: number) => string;
  readonly t: Translate;
}

/** “The journey stops paying below 1.3 % (1.1 %–1.6 %).” */
export function evenWords(even: BreakEven | undefined, { range, print, t }: Wording): string {
  const ends = { low: print(range.low), high: print(range.high) };
  if (!even) return t('assumptions.even.cannotRun', ends);
  if (even.kind === 'never')
    return t(
      !even.certain
        ? 'assumptions.even.neverUnsure'
        : even.sign === 'gain'
          ? 'assumptions.even.neverGain'
          : 'assumptions.even.neverLoss',
      ends,
    );
  const { low, high } = even;
  const band =
    low === undefined
      ? high === undefined
        ? t('assumptions.even.open')
        : t('assumptions.even.upTo', { high: print(high) })
      : high === undefined
        ? t('assumptions.even.from', { low: print(low) })
        : t('assumptions.even.between', { low: print(low), high: print(high) });
  return t(`assumptions.even.${even.lossWhen}`, { at: print(even.at), band });
}
