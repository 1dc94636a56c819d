import { useTranslation } from 'react-i18next';
import { Diamond, Dot, type Entry } from './DumbbellDot.tsx';
import { legendPlaces, LEGEND_LINE } from './legendPlaces.ts';
import { SMALL } from './textWidth.ts';
import { Words } from './Words.tsx';
import styles from './Dumbbell.module.css';

interface LegendProps {
  readonly entries: readonly Entry[];
  readonly truthLabel: string;
  readonly onToggle: (key: string) => void;
}

/** Which dot is whose; a press hides or shows it. */
export function DumbbellLegend({ entries, truthLabel, onToggle }: LegendProps) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('charts.series')} className={styles.legend}>
      <span className={styles.key}>
        <svg width="18" height="18" aria-hidden="true">
          <Diamond x={9} y={9} />
        </svg>
        {truthLabel}
      </span>
      {entries.map((entry) => (
        <button
          key={entry.key}
          type="button"
          aria-pressed={entry.shown}
          className={styles.toggle}
          onClick={() => onToggle(entry.key)}
        >
          <svg width="18" height="18" aria-hidden="true">
            <Dot entry={entry} x={9} y={9} />
          </svg>
          {entry.label}
        </button>
      ))}
    </div>
  );
}

interface SavedLegendProps extends Omit<LegendProps, 'onToggle'> {
  readonly width: number;
}

/** The same for pictures that are taken along: those that are shown. */
export function SavedLegend({ entries, truthLabel, width }: SavedLegendProps) {
  const shown = entries.filter((entry) => entry.shown);
  const labels = [truthLabel, ...shown.map(({ label }) => label)];
  const { places, height } = legendPlaces(labels, 0, width);
  return (
    <div hidden>
      <svg data-picture="" width={width} height={height}>
        {places.map(({ x, text, line }, at) => {
          const y = line * LEGEND_LINE + LEGEND_LINE / 2;
          const entry = shown[at - 1];
          return (
            <g key={at}>
              {entry ? <Dot entry={entry} x={x + 8} y={y} /> : <Diamond x={x + 8} y={y} />}
              <Words x={text + 2} y={y} font={SMALL}>
                {labels[at] ?? ''}
              </Words>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
