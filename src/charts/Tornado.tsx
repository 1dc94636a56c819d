import { legendPlaces, LEGEND_LINE } from './legendPlaces.ts';
import { Marked } from './Marked.tsx';
import { Stage } from './Stage.tsx';
import { SMALL, textWidth } from './textWidth.ts';
import { BADGE_PAD, tornadoLayout, type TornadoPlace, type TornadoRow } from './tornadoLayout.ts';
import { Words } from './Words.tsx';
import { ZeroLine } from './ZeroLine.tsx';
import styles from './Tornado.module.css';

interface TornadoProps {
  readonly label: string;
  /** The most telling first. */
  readonly rows: readonly TornadoRow[];
  /** What the two ends are. */
  readonly lowLabel: string;
  readonly highLabel: string;
  readonly empty?: string;
}

const COLOURS = { low: 'var(--series-3)', high: 'var(--series-2)' };

/** What hangs on which assumption: from its low to its high end the outcome moves this far to either side. */
export function Tornado(props: TornadoProps) {
  return (
    <Stage isEmpty={props.rows.length === 0} empty={props.empty}>
      {(width) => <TornadoPicture {...props} width={width} />}
    </Stage>
  );
}

function TornadoPicture({
  label,
  rows,
  lowLabel,
  highLabel,
  width,
}: TornadoProps & { readonly width: number }) {
  const legend = legendPlaces([lowLabel, highLabel], 0, width);
  const { places, zero, height } = tornadoLayout(rows, width);
  const top = legend.height + 4;
  const marks = places.map(({ row, box }) => ({
    ...box,
    y: box.y + top,
    read: () => ({
      title: row.label,
      lines: [
        { words: `${lowLabel}: ${row.low.words}`, colour: COLOURS.low },
        { words: `${highLabel}: ${row.high.words}`, colour: COLOURS.high },
        ...(row.badge ? [{ words: row.badge.words }] : []),
      ],
    }),
  }));
  return (
    <Marked label={label} width={width} height={height + top} marks={marks} highlight="row">
      {(['low', 'high'] as const).map((end, at) => {
        const place = legend.places[at];
        const y = (place?.line ?? 0) * LEGEND_LINE;
        return (
          <g key={end} aria-hidden="true">
            <rect x={place?.x} y={y + 4} width="12" height="12" rx="2" fill={COLOURS[end]} />
            <Words x={place?.text ?? 0} y={y + 10} font={SMALL}>
              {end === 'low' ? lowLabel : highLabel}
            </Words>
          </g>
        );
      })}
      <g transform={`translate(0,${top})`}>
        <ZeroLine x={zero} rows={places.map(({ axis }) => axis)} />
        {places.map((place) => (
          <Row key={place.row.key} place={place} />
        ))}
      </g>
    </Marked>
  );
}

function Row({ place }: { readonly place: TornadoPlace }) {
  const { row, labelAt, badgeAt, bodies, leftWords, rightWords } = place;
  return (
    <g data-key={row.key}>
      <Words {...labelAt}>{row.label}</Words>
      {row.badge && <Badge at={badgeAt} badge={row.badge} />}
      {/* The longer first: where both lead to one side, both show. */}
      {(['low', 'high'] as const)
        .toSorted((a, b) => bodies[b].width - bodies[a].width)
        .map((end) => (
          <rect key={end} {...bodies[end]} rx="2" fill={COLOURS[end]} />
        ))}
      <Words {...leftWords.at} anchor={leftWords.anchor} font={SMALL}>
        {row[leftWords.end].words}
      </Words>
      <Words {...rightWords.at} anchor={rightWords.anchor} font={SMALL}>
        {row[rightWords.end].words}
      </Words>
    </g>
  );
}

interface BadgeProps {
  readonly at: TornadoPlace['badgeAt'];
  readonly badge: NonNullable<TornadoRow['badge']>;
}

function Badge({ at, badge }: BadgeProps) {
  const width = Math.min(at.width, textWidth(badge.words, SMALL) + 2 * BADGE_PAD);
  const x = at.anchor === 'end' ? at.x - width : at.x;
  return (
    <>
      <rect className={styles[badge.look]} x={x} y={at.y - 9} width={width} height="18" rx="4" />
      <Words x={x + BADGE_PAD} y={at.y} width={at.width - 2 * BADGE_PAD} font={SMALL}>
        {badge.words}
      </Words>
    </>
  );
}
