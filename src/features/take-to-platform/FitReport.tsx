import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepEntries, stepOf, wayOrder } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Fit, Fitting } from '../../journey/portability.ts';
import { iconOf } from '../../legend/kindLook.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { FitMark } from './FitMark.tsx';
import { worstOf } from './worstFits.ts';
import styles from './take.module.css';

interface FitReportProps {
  readonly fits: readonly Fit[];
  readonly journey: Journey;
  /** What is to be said below. */
  readonly children?: ReactNode;
}

const SHOWN = ['different', 'everything'] as const;
type Shown = (typeof SHOWN)[number];
/** As many steps as show until all are asked for. */
const MOST_STEPS = 30;

/** What becomes of each step, in the order of the way, and of the whole journey. */
export function FitReport({ fits, journey, children }: FitReportProps) {
  const { t } = useTranslation();
  const [shown, show] = useState<Shown>('different');
  const [all, setAll] = useState(false);
  const groups = groupsOf(fits, journey).filter(
    (group) =>
      shown === 'everything' || group.fits.some(({ fit, words }) => fit !== 'native' || words !== ''),
  );
  const visible = all ? groups : groups.slice(0, MOST_STEPS);
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{t('takeToPlatform.fits.title')}</h3>
        <SegmentedControl
          label={t('takeToPlatform.fits.show')}
          value={shown}
          options={SHOWN.map((value) => ({ value, label: t(`takeToPlatform.fits.${value}`) }))}
          onChange={show}
        />
      </div>
      {groups.length === 0 ? (
        <p className={styles.soft}>{t('takeToPlatform.fits.none')}</p>
      ) : (
        <ul className={styles.fits} aria-label={t('takeToPlatform.fits.title')}>
          {visible.map((group) => (
            <FitGroup key={group.step ?? ''} group={group} journey={journey} />
          ))}
        </ul>
      )}
      {visible.length < groups.length && (
        <div>
          <Button onClick={() => setAll(true)}>
            {t('takeToPlatform.fits.all', { count: groups.length })}
          </Button>
        </div>
      )}
      {children}
    </section>
  );
}

interface Group {
  /** Absent: the whole journey. */
  readonly step?: StepId;
  readonly fits: readonly Fit[];
}

function groupsOf(fits: readonly Fit[], journey: Journey): readonly Group[] {
  const onWay = wayOrder(journey);
  const off = stepEntries(journey).flatMap(([id]) => (onWay.includes(id) ? [] : [id]));
  const ofSteps = [...onWay, ...off].map((step) => ({ step, fits: fits.filter((fit) => fit.step === step) }));
  const whole = fits.filter(({ step }) => step === undefined);
  return [...ofSteps, { fits: whole }].filter((group) => group.fits.length > 0);
}

function FitGroup({ group, journey }: { readonly group: Group; readonly journey: Journey }) {
  const { t } = useTranslation();
  const step = group.step === undefined ? undefined : stepOf(journey, group.step);
  const lines = group.fits.filter(({ words }) => words !== '');
  return (
    <li className={styles.fitGroup}>
      <div className={styles.fitHead}>
        <span className={styles.stepName}>
          {step && <Icon of={iconOf(step)} size={16} />}
          <bdi title={step?.name}>{step?.name ?? t('takeToPlatform.fits.whole')}</bdi>
        </span>
        <FitBadge fit={worstOf(group.fits)} />
      </div>
      {lines.length === 0 ? (
        <p className={styles.soft}>{t('takeToPlatform.fits.native')}</p>
      ) : (
        <ul className={styles.fitLines}>
          {lines.map(({ fit, code, words }) => (
            <li key={`${code} ${words}`}>
              <FitMark fit={fit} />
              <span>
                <span className="visually-hidden">{t(`takeToPlatform.fit.${fit}`)}: </span>
                {words}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The worst of what becomes of a step; where something is missing the rest of the step goes along all the same. */
function FitBadge({ fit }: { readonly fit: Fitting }) {
  const { t } = useTranslation();
  const said = fit === 'missing' ? 'lossy' : fit;
  return (
    <span className={styles.badge} data-fit={fit} title={t(`takeToPlatform.fit.${said}Help`)}>
      {t(`takeToPlatform.fit.${said}`)}
    </span>
  );
}
