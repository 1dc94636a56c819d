import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figured } from '../../../analytics/finance/known.ts';
import type { Unit } from '../../../analytics/finance/figure.ts';
import type { Column } from '../../../ui/DataTable.tsx';
import { inFile } from '../inFile.ts';
import { verdictOn, type Part } from './parts.ts';
import type { FigureWords } from './useFigureWords.ts';
import type { PartNames } from './usePartNames.ts';
import styles from './money.module.css';

interface PartColumns {
  readonly words: FigureWords;
  readonly names: PartNames;
  readonly profitOf: (name: string) => Figured | undefined;
  readonly currency: string;
}

/** The same columns for channels and for messages, but for the name. */
export function usePartColumns({ words, names, profitOf, currency }: PartColumns) {
  const { t } = useTranslation();
  const file = inFile(t, currency);
  const { print } = words;
  const addedBy = ({ whole }: Part) => (whole === undefined ? undefined : profitOf(whole));
  return (by: 'channel' | 'message'): readonly Column<Part>[] => [
    { key: by, header: t(`money.parts.${by}`), cell: names[by], sortBy: names[by] },
    ...(by === 'message'
      ? [{ key: 'on', header: t('money.parts.channel'), cell: names.channel, sortBy: names.channel }]
      : []),
    amount(
      'sends',
      ({ sent }) => sent,
      (value) => print(value, 'count'),
    ),
    amount(
      'cost',
      ({ cost }) => cost,
      (value) => print(value, 'money'),
    ),
    amount(
      'revenue',
      ({ revenue }) => revenue,
      (value) => print(value, 'money'),
    ),
    {
      key: 'roi',
      header: t('money.parts.roi'),
      align: 'end',
      cell: ({ roi }) => <Verdict figured={roi} unit="share" words={words} />,
      sortBy: ({ roi }) => middleOf(roi),
      file: file.interval(t('money.parts.roi'), 'share', ({ roi }) => estimateOf(roi)),
    },
    {
      key: 'adds',
      header: t('money.parts.adds'),
      align: 'end',
      cell: (part) =>
        part.whole === undefined ? (
          <span className={styles.soft}>{t('money.parts.together')}</span>
        ) : (
          <Verdict figured={addedBy(part)} unit="money" words={words} />
        ),
      sortBy: (part) => middleOf(addedBy(part)),
      file: file.interval(t('money.parts.adds'), 'money', (part) => estimateOf(addedBy(part))),
    },
  ];

  function amount(
    key: 'sends' | 'cost' | 'revenue',
    of: (part: Part) => number,
    printed: (value: number) => string,
  ): Column<Part> {
    return {
      key,
      header: t(`money.parts.${key}`),
      align: 'end',
      cell: (part): ReactNode => printed(of(part)),
      sortBy: of,
      file: file.value(t(`money.parts.${key}`), key === 'sends' ? 'messages' : 'money', of),
    };
  }
}

function estimateOf(figured: Figured | undefined) {
  return figured?.kind === 'known' ? figured.estimate : undefined;
}

function middleOf(figured: Figured | undefined): number {
  return figured?.kind === 'known' ? figured.estimate.value : -Infinity;
}

interface VerdictProps {
  readonly figured: Figured | undefined;
  readonly unit: Unit;
  readonly words: FigureWords;
}

/** A figure, its interval, and in words whether it is above zero. */
function Verdict({ figured, unit, words }: VerdictProps) {
  const { t } = useTranslation();
  if (!figured) return <span className={styles.soft}>–</span>;
  if (figured.kind === 'undefined')
    return (
      <span className={styles.soft}>
        {t(figured.why === 'noRevenue' ? 'money.parts.noRevenue' : 'money.parts.noCost')}
      </span>
    );
  const verdict = verdictOn(figured);
  return (
    <>
      {words.print(figured.estimate.value, unit)}
      <div className={styles.small}>{words.band(figured.estimate, unit)}</div>
      <div className={styles.small} data-verdict={verdict}>
        {t(`money.parts.${verdict}`)}
      </div>
    </>
  );
}
