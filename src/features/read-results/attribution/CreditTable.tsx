import { useTranslation } from 'react-i18next';
import { MODELS, type Model } from '../../../analytics/attribution/attribute.ts';
import type { Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { isKnown, type Credits, type CreditRow, type Truth } from './creditRows.ts';
import type { MeasureWords } from './useWords.ts';
import styles from './attribution.module.css';

interface CreditTableProps {
  readonly credits: Credits;
  readonly credited: Credited;
  readonly nameOf: (claimant: string) => string;
  readonly words: MeasureWords;
  /** Whether true lift is being worked out, or was. */
  readonly isTried: boolean;
  readonly pending: boolean;
}

/** A row of the table: a claimant, what nothing claims, or everything. */
type Line =
  | { readonly kind: 'claimant'; readonly row: CreditRow }
  | { readonly kind: 'unclaimed' }
  | { readonly kind: 'total' };

/** Every model's credit with its interval and its error, beside the true lift. */
export function CreditTable({ credits, credited, nameOf, words, isTried, pending }: CreditTableProps) {
  const { t } = useTranslation();
  const lines: readonly Line[] = [
    ...credits.rows.map((row): Line => ({ kind: 'claimant', row })),
    { kind: 'unclaimed' },
    { kind: 'total' },
  ];
  const nameOfLine = (line: Line) =>
    line.kind === 'claimant' ? nameOf(line.row.claimant) : t(`attribution.row.${line.kind}`);
  const columns: readonly Column<Line>[] = [
    { key: 'claimant', header: t(`attribution.column.claimant.${credited}`), cell: nameOfLine },
    {
      key: 'lift',
      header: t('attribution.column.lift'),
      align: 'end',
      cell: (line) => <Lift line={line} credits={credits} words={words} isTried={isTried} />,
    },
    ...MODELS.map((model): Column<Line> => ({
      key: model,
      header: t(`attribution.model.${model}`),
      align: 'end',
      cell: (line) => <Credit line={line} model={model} credits={credits} words={words} />,
    })),
  ];
  return (
    <DataTable
      caption={t('attribution.title')}
      className={pending ? styles.pending : undefined}
      columns={columns}
      rows={lines}
      rowKey={(line) => (line.kind === 'claimant' ? `claimant ${line.row.claimant}` : line.kind)}
    />
  );
}

interface FigureProps {
  readonly estimate: Estimate;
  readonly words: MeasureWords;
}

function Figure({ estimate, words: { print } }: FigureProps) {
  return (
    <>
      <div className={styles.figure}>{print(estimate.value)}</div>
      {estimate.low !== estimate.high && <div className={styles.soft}>{formatBand(estimate, print)}</div>}
    </>
  );
}

interface CellProps extends Pick<CreditTableProps, 'credits' | 'words'> {
  readonly line: Line;
}

function Lift({ line, credits, words, isTried }: CellProps & { readonly isTried: boolean }) {
  const { t } = useTranslation();
  if (line.kind === 'unclaimed') return t('attribution.none');
  const truth: Truth = line.kind === 'total' ? credits.joint : line.row.truth;
  if (truth === undefined)
    return <span className={styles.soft}>{t(isTried ? 'attribution.unknown' : 'attribution.none')}</span>;
  if (!isKnown(truth)) return <span className={styles.soft}>{t(`attribution.${truth}`)}</span>;
  const { value, ...band } = truth.asTest;
  return (
    <>
      <Figure estimate={truth.by} words={words} />
      <div className={styles.soft}>{t('attribution.test', { value: words.print(value) })}</div>
      <div className={styles.soft}>{formatBand({ value, ...band }, words.print)}</div>
    </>
  );
}

function Credit({ line, model, credits, words }: CellProps & { readonly model: Model }) {
  if (line.kind === 'unclaimed') return <Figure estimate={credits.unclaimed} words={words} />;
  if (line.kind === 'total') return <div className={styles.figure}>{words.print(credits.total)}</div>;
  const credit = line.row.credits[model];
  return (
    <>
      <Figure estimate={credit} words={words} />
      {isKnown(line.row.truth) && <ErrorOf by={credit.value - line.row.truth.by.value} words={words} />}
    </>
  );
}

/** How far a credit is from the truth, in words. */
function ErrorOf({ by, words: { print } }: { readonly by: number; readonly words: MeasureWords }) {
  const { t } = useTranslation();
  if (print(Math.abs(by)) === print(0)) return <div className={styles.soft}>{t('attribution.right')}</div>;
  return (
    <div className={styles.soft}>
      {t(by > 0 ? 'attribution.tooMuch' : 'attribution.tooLittle', { by: print(Math.abs(by)) })}
    </div>
  );
}
