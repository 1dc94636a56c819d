import { useState } from 'react';
import { Uprights, ticksOf } from './Axis.tsx';
import { seriesColour } from './colours.ts';
import { DumbbellLegend, SavedLegend } from './DumbbellLegend.tsx';
import { Diamond, Dot, type Entry } from './DumbbellDot.tsx';
import {
  dumbbellLayout,
  type DumbbellModel,
  type DumbbellPlace,
  type DumbbellRow,
} from './dumbbellLayout.ts';
import { Marked } from './Marked.tsx';
import { Stage } from './Stage.tsx';
import { Words } from './Words.tsx';
import styles from './Dumbbell.module.css';

interface DumbbellProps {
  readonly label: string;
  readonly rows: readonly DumbbellRow[];
  /** Up to ten, in the order of their letters. */
  readonly models: readonly DumbbellModel[];
  /** What the diamonds are. */
  readonly truthLabel: string;
  readonly printTick: (value: number) => string;
  readonly empty?: string;
}

const LETTERS = 'ABCDEFGHIJ';

/** Per row what is true, a diamond in its interval, beside what several models say, dots with their letters. */
export function Dumbbell({ label, rows, models, truthLabel, printTick, empty }: DumbbellProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  if (models.length > LETTERS.length)
    throw new Error(`a dumbbell has at most ${LETTERS.length} models, not ${models.length}`);
  const entries = models.map((model, at) => ({
    ...model,
    letter: LETTERS.charAt(at),
    colour: seriesColour(at),
    shown: !hidden.has(model.key),
  }));
  const toggle = (key: string) =>
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <>
      {rows.length > 0 && <DumbbellLegend entries={entries} truthLabel={truthLabel} onToggle={toggle} />}
      <Stage isEmpty={rows.length === 0} empty={empty}>
        {(width) => (
          <>
            <SavedLegend entries={entries} truthLabel={truthLabel} width={width} />
            <DumbbellPicture {...{ label, rows, truthLabel, printTick, width }} entries={entries} />
          </>
        )}
      </Stage>
    </>
  );
}

interface PictureProps extends Pick<DumbbellProps, 'label' | 'rows' | 'truthLabel' | 'printTick'> {
  readonly entries: readonly Entry[];
  readonly width: number;
}

function DumbbellPicture({ label, rows, entries, truthLabel, printTick, width }: PictureProps) {
  const shown = new Set(entries.flatMap(({ key, shown }) => (shown ? [key] : [])));
  const { places, x, bottom, height } = dumbbellLayout(rows, shown, width);
  const marks = places.map(({ row, box }) => ({
    ...box,
    read: () => ({
      title: row.label,
      lines: [
        ...(row.truth ? [{ words: `◆ ${truthLabel}: ${row.truth.words}` }] : []),
        ...entries.flatMap(({ key, letter, label, colour, shown }) => {
          const dot = row.dots.find(({ model }) => model === key);
          return shown && dot ? [{ words: `${letter} ${label}: ${dot.words}`, colour }] : [];
        }),
      ],
    }),
  }));
  const ticks = ticksOf(x, width < 480 ? 3 : 6, printTick);
  return (
    <Marked label={label} width={width} height={height} marks={marks} highlight="row">
      <Uprights scale={x} ticks={ticks} top={0} bottom={bottom} />
      {places.map((place) => (
        <Row key={place.row.key} place={place} entries={entries} />
      ))}
    </Marked>
  );
}

function Row({ place, entries }: { readonly place: DumbbellPlace; readonly entries: readonly Entry[] }) {
  const { row, labelAt, truth, plot, dots } = place;
  return (
    <g data-key={row.key}>
      <Words {...labelAt} haloed>
        {row.label}
      </Words>
      {truth && (
        <>
          <rect
            className={styles.interval}
            x={truth.low}
            width={Math.max(1, truth.high - truth.low)}
            y={plot.top}
            height={plot.bottom - plot.top}
          />
          <Diamond x={truth.value} y={truth.y} />
        </>
      )}
      {dots.map(({ model, x, y }) => {
        const entry = entries.find(({ key }) => key === model);
        return (
          entry && (
            <g key={model} data-key={model}>
              <Dot entry={entry} x={x} y={y} />
            </g>
          )
        );
      })}
    </g>
  );
}
