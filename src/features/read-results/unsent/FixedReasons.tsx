import { useTranslation } from 'react-i18next';
import { byReason, type UnsentLine } from '../../../analytics/dashboard/unsent.ts';
import type { ShownRun } from '../shownRun.ts';
import { reasonHeading } from '../../../legend/reasonWords.ts';
import { useNaming } from './useNaming.ts';
import { useUnsentEstimate, useUnsentFigure } from './useUnsentEstimate.ts';
import styles from './unsent.module.css';

/** Reasons that are no rule’s, and where to look instead. */
const PLACES = {
  consent: 'audience',
  suppressed: 'audience',
  unreachable: 'audience',
  exited: 'settings',
  horizon: 'settings',
  priority: 'settings',
} as const;
const HREF = { audience: '#/audiences', settings: '#/' } as const;

type Fixed = keyof typeof PLACES;
const isFixed = (reason: string): reason is Fixed => reason in PLACES;

/** What the reasons mean that no relaxed rule takes away. */
export function FixedReasons({
  run,
  lines,
}: {
  readonly run: ShownRun;
  readonly lines: readonly UnsentLine[];
}) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const estimate = useUnsentEstimate(run);
  const figure = useUnsentFigure();
  const fixed = byReason(lines).flatMap(({ reason, people }) =>
    isFixed(reason) ? [{ reason, people }] : [],
  );
  if (fixed.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{t('unsent.fixed.title')}</h2>
      <ul className={styles.rules}>
        {fixed.map(({ reason, people }) => (
          <li key={reason}>
            <h3>
              {t('unsent.fixed.line', {
                reason: reasonHeading(reason, naming),
                messages: figure(people, estimate({ reason })),
              })}
            </h3>
            <p>
              {t(`unsent.fixed.${reason}`)}{' '}
              <a href={HREF[PLACES[reason]]}>{t(`unsent.fixed.${PLACES[reason]}`)}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
