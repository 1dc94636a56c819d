import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { barsLayout, type Bar, type BarPlace } from './barsLayout.ts';
import { seriesColour } from './colours.ts';
import { Marked } from './Marked.tsx';
import { Stage } from './Stage.tsx';
import { SMALL, STRONG } from './textWidth.ts';
import { SOFT, Words } from './Words.tsx';
import { ZeroLine } from './ZeroLine.tsx';
import styles from './Chart.module.css';

interface BarsProps {
  /** What was found, for whoever does not see it. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** What to say when there is nothing to draw. */
  readonly empty?: string;
}

const FIRST = 30;

/** A bar from zero per row, a band where the interval lies, the figure in words beside it. Negative bars go left. */
export function Bars({ label, bars, empty }: BarsProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? bars : bars.slice(0, FIRST);
  return (
    <>
      <Stage isEmpty={bars.length === 0} empty={empty}>
        {(width) => <BarsPicture label={label} bars={shown} width={width} />}
      </Stage>
      {bars.length > FIRST && (
        <Button small className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('charts.showFewer', { count: FIRST }) : t('charts.showAll', { count: bars.length })}
        </Button>
      )}
    </>
  );
}

interface BarsPictureProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly width: number;
}

function BarsPicture({ label, bars, width }: BarsPictureProps) {
  const { places, zero, height } = barsLayout(bars, width);
  const marks = places.map((place) => ({
    ...place.box,
    read: () => ({
      title: place.bar.label,
      lines: linesOf(place.bar).map((words) => ({ words })),
    }),
  }));
  return (
    <Marked label={label} width={width} height={height} marks={marks} highlight="row">
      {places.map((place) => (
        <BarRow key={place.bar.key} place={place} />
      ))}
      <ZeroLine x={zero} rows={places.map(({ axis }) => axis)} />
    </Marked>
  );
}

const linesOf = ({ lines, value, note }: Bar) => lines ?? [value, ...(note === undefined ? [] : [note])];

function BarRow({ place }: { readonly place: BarPlace }) {
  const { bar, body, band, labelAt, valueAt } = place;
  return (
    <g data-key={bar.key}>
      <Words {...labelAt}>{bar.label}</Words>
      <rect {...body} rx="2" fill={seriesColour(bar.series ?? 0)} />
      {band.width > 0 && <rect {...band} className={styles.band} />}
      <Words {...valueAt.value} anchor="end" font={STRONG}>
        {bar.value}
      </Words>
      {bar.note !== undefined && (
        <Words {...valueAt.note} anchor="end" font={SMALL} fill={SOFT}>
          {bar.note}
        </Words>
      )}
    </g>
  );
}
