import '../i18n/chartWords.ts';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ellipsis, ChartNoAxesColumn, Table } from 'lucide-react';
import { classes } from '../ui/classes.ts';
import { Menu } from '../ui/Menu.tsx';
import { ChartTable, type TableOfChart } from './ChartTable.tsx';
import { useTakeAway } from './useTakeAway.ts';
import styles from './ChartFrame.module.css';

interface ChartFrameProps {
  /** What was found. */
  readonly title: string;
  /** What is shown, in which unit, and which question its intervals answer. */
  readonly note?: string | undefined;
  /** What the figures rest on; goes along with pictures that are taken away. */
  readonly about?: string | undefined;
  /** Of saved files, without ending. */
  readonly fileName: string;
  readonly table: TableOfChart;
  /** Newer figures are on their way. */
  readonly pending?: boolean | undefined;
  /** What is chosen for this picture, beside its menu. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** Around every picture: what was found, the same as a table, and ways to take it along. */
export function ChartFrame({
  title,
  note,
  about,
  fileName,
  table,
  pending,
  controls,
  children,
}: ChartFrameProps) {
  const { t } = useTranslation();
  const name = useId();
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const takeAway = useTakeAway({ picture, words: { title, note, about }, fileName, table });
  const look = {
    label: t(asTable ? 'charts.showPicture' : 'charts.showTable'),
    icon: asTable ? ChartNoAxesColumn : Table,
    onSelect: () => setAsTable(!asTable),
  };
  return (
    <figure className={styles.frame} aria-labelledby={name}>
      <figcaption className={styles.head}>
        <div className={styles.words}>
          <h3 id={name} className={styles.title}>
            {title}
          </h3>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        {controls && (
          <div className={styles.controls} data-noprint="">
            {controls}
          </div>
        )}
        <div className={styles.menu} data-noprint="">
          <Menu
            icon={Ellipsis}
            iconOnly
            align="end"
            label={t('charts.menu', { title })}
            items={[look, ...takeAway]}
          />
        </div>
      </figcaption>
      {asTable && <ChartTable table={table} />}
      {/* Drawn even while the table shows: it may be saved from there. */}
      <div
        ref={picture}
        className={classes(styles.picture, asTable && styles.away, pending && styles.pending)}
        inert={asTable}
      >
        {children}
      </div>
    </figure>
  );
}
