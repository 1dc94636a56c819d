import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepOf } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Fit } from '../../journey/portability.ts';
import { iconOf } from '../../legend/kindLook.ts';
import { type Column, DataTable, MOST_ROWS } from '../../ui/DataTable.tsx';
import { fileName } from '../../ui/fileName.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import styles from './take.module.css';

interface FitReportProps {
  readonly fits: readonly Fit[];
  readonly journey: Journey;
}

const SHOWN = ['different', 'everything'] as const;
type Shown = (typeof SHOWN)[number];

/** What becomes of each step, one line per thing that is to be said of it. */
export function FitReport({ fits, journey }: FitReportProps) {
  const { t } = useTranslation();
  const [shown, show] = useState<Shown>('different');
  const rows = shown === 'everything' ? fits : fits.filter((fit) => fit.fit !== 'native' || fit.words !== '');
  const nameOf = ({ step }: Fit) =>
    step === undefined ? t('takeToPlatform.fits.whole') : (stepOf(journey, step)?.name ?? step);
  const columns: readonly Column<Fit>[] = [
    {
      key: 'step',
      header: t('takeToPlatform.fits.step'),
      cell: (fit) => <StepName fit={fit} journey={journey} name={nameOf(fit)} />,
    },
    { key: 'fit', header: t('takeToPlatform.fits.fit'), cell: ({ fit }) => <FitBadge fit={fit} /> },
    {
      key: 'words',
      header: t('takeToPlatform.fits.words'),
      cell: ({ words }) => (
        <span className={styles.words}>{words === '' ? t('takeToPlatform.fits.native') : words}</span>
      ),
    },
  ];
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
      {rows.length === 0 ? (
        <p className={styles.soft}>{t('takeToPlatform.fits.none')}</p>
      ) : (
        <DataTable
          caption={t('takeToPlatform.fits.title')}
          hideCaption
          fileName={fileName(journey.name, `-${t('takeToPlatform.fits.file')}`)}
          columns={columns}
          rows={rows}
          rowKey={(fit) => `${fit.step ?? ''} ${fit.code} ${fit.words}`}
          most={MOST_ROWS}
        />
      )}
    </section>
  );
}

function StepName({
  fit,
  journey,
  name,
}: {
  readonly fit: Fit;
  readonly journey: Journey;
  readonly name: string;
}) {
  const step = fit.step === undefined ? undefined : stepOf(journey, fit.step);
  return (
    <span className={styles.stepName}>
      {step && <Icon of={iconOf(step)} size={16} />}
      <bdi>{name}</bdi>
    </span>
  );
}

export function FitBadge({ fit }: Pick<Fit, 'fit'>) {
  const { t } = useTranslation();
  return (
    <span className={styles.badge} data-fit={fit} title={t(`takeToPlatform.fit.${fit}Help`)}>
      {t(`takeToPlatform.fit.${fit}`)}
    </span>
  );
}
