import type { Heat, HeatMark } from './heat.ts';
import { heatLayout, type HeatPlace } from './heatLayout.ts';
import { HeatLegend } from './HeatLegend.tsx';
import { Marked } from './Marked.tsx';
import { Stage } from './Stage.tsx';
import { SMALL } from './textWidth.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './HeatGrid.module.css';

interface HeatGridProps extends Heat {
  readonly label: string;
  readonly down: string;
  /** What the columns are. */
  readonly across: string;
  readonly marks?: readonly HeatMark[];
  readonly empty?: string;
}

/** Rows by columns of values, the darker the more. */
export function HeatGrid(props: HeatGridProps) {
  const { rows, columns, values, empty } = props;
  const isEmpty = !values.some((row) => row.some((value) => value !== undefined && value !== 0));
  return (
    <Stage isEmpty={isEmpty || rows.length === 0} empty={empty} least={() => 64 + columns.length * 10}>
      {(width) => <HeatPicture {...props} width={width} />}
    </Stage>
  );
}

function HeatPicture(props: HeatGridProps & { readonly width: number }) {
  const { label, rows, columns, width, print, down, across, marks = [] } = props;
  const layout = heatLayout(
    props,
    width,
    marks.map(({ label }) => label),
  );
  const { places, left, cell, top, bottom } = layout;
  const read = (place: HeatPlace) => ({
    title: `${down} ${rows[place.row]?.label ?? ''}, ${across} ${columns[place.column]?.label ?? ''}`,
    lines: [
      { words: print(place.value) },
      ...marks
        .filter(({ row, column }) => row === place.row && column === place.column)
        .map(({ label }) => ({ words: label })),
    ],
  });
  return (
    <Marked
      label={label}
      width={width}
      height={layout.height}
      marks={places.map((place) => ({ ...place.box, read: () => read(place) }))}
      across={columns.length}
      highlight="cell"
    >
      <Words x={left} y={8} font={SMALL} fill={SOFT}>
        {across}
      </Words>
      <Words x={0} y={8} width={left - 8} font={SMALL} fill={SOFT}>
        {down}
      </Words>
      {layout.columnTicks.map((at) => (
        <Words
          key={at}
          x={left + cell.width * (at + 0.5)}
          y={24}
          width={layout.tickRoom}
          anchor="middle"
          font={SMALL}
          fill={SOFT}
        >
          {columns[at]?.label ?? ''}
        </Words>
      ))}
      {rows.map(({ key, label }, at) => (
        <Words
          key={key}
          x={left - 8}
          y={top + cell.height * (at + 0.5)}
          width={left - 8}
          anchor="end"
          font={SMALL}
        >
          {label}
        </Words>
      ))}
      {places.map((place) => (
        <HeatCell
          key={`${place.row}.${place.column}`}
          place={place}
          words={layout.printed ? print(place.value) : undefined}
        />
      ))}
      {marks.map((mark) => (
        <MarkedCell
          key={mark.look}
          mark={mark}
          place={places.find(({ row, column }) => row === mark.row && column === mark.column)}
        />
      ))}
      <HeatLegend
        low={print(layout.low)}
        high={print(layout.high)}
        darkest={layout.darkest}
        x={left}
        right={width}
        y={bottom + 10}
        marks={marks}
      />
    </Marked>
  );
}

function HeatCell({ place, words }: { readonly place: HeatPlace; readonly words: string | undefined }) {
  const { x, y, width, height } = place.box;
  return (
    <>
      <rect
        className={styles.cell}
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        fillOpacity={place.darkness}
        data-key={`${place.row}.${place.column}`}
      />
      {words !== undefined && (
        <Words x={x + width / 2} y={y + height / 2} anchor="middle" font={SMALL}>
          {words}
        </Words>
      )}
    </>
  );
}

function MarkedCell({ mark, place }: { readonly mark: HeatMark; readonly place: HeatPlace | undefined }) {
  if (!place) return null;
  const { x, y, width, height } = place.box;
  return (
    <rect className={styles[mark.look]} x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx="2" />
  );
}
