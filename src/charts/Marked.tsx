import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../ui/classes.ts';
import { Bubble } from './Bubble.tsx';
import { stretch, useBrushDrag, type Brush } from './brush.ts';
import { markAt, spoken, walkTo, type Mark } from './marks.ts';
import { bringInSight, sightOf, type Sight } from './sight.ts';
import { Outlined, RangeBox, type Highlight } from './Outlined.tsx';
import styles from './Chart.module.css';

interface MarkedProps {
  /** What the picture shows, for whoever does not see it. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Marks in a row, where they stand in rows. */
  readonly across?: number;
  readonly highlight: Highlight;
  readonly brush?: Brush | undefined;
  /** A function is told which mark is pointed at; elements are left alone while the pointer moves. */
  readonly children: ReactNode | ((at: number | undefined) => ReactNode);
}

interface Pointed {
  readonly at: number;
  readonly by: 'pointer' | 'keys';
  readonly sight: Sight;
}

/** A picture whose marks are read by pointing, or by arrow keys from one tab stop. */
export function Marked({ label, width, height, marks, across = 1, highlight, brush, children }: MarkedProps) {
  const { t } = useTranslation();
  const svg = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const [anchor, setAnchor] = useState<number>();
  const mark = pointed && marks[pointed.at];
  const markUnder = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    return box && markAt(marks, event.clientX - box.left, event.clientY - box.top);
  };
  const drag = useBrushDrag(brush);
  useKeptInSight(svg, pointed);

  const point = (event: PointerEvent) => {
    const at = markUnder(event);
    drag.go(at);
    setPointed((before) =>
      at === undefined
        ? undefined
        : before?.at === at && before.by === 'pointer'
          ? before
          : { at, by: 'pointer', sight: sightOf(svg.current) },
    );
  };
  // A finger that is lifted leaves what it pointed at in sight.
  const leave = ({ pointerType }: PointerEvent) =>
    setPointed((before) => (before?.by === 'keys' || pointerType === 'touch' ? before : undefined));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (pointed ?? brush?.range)) {
      event.stopPropagation();
      setPointed(undefined);
      setAnchor(undefined);
      brush?.onRange(undefined);
    }
    const to =
      event.ctrlKey || event.metaKey || event.altKey
        ? undefined
        : walkTo(event.key, pointed?.at, { count: marks.length, across });
    if (to === undefined) return;
    event.preventDefault();
    if (marks[to]) bringInSight(svg.current, marks[to]);
    setPointed({ at: to, by: 'keys', sight: sightOf(svg.current) });
    if (!event.shiftKey) setAnchor(undefined);
    else if (brush) {
      const start = anchor ?? pointed?.at ?? to;
      setAnchor(start);
      brush.onRange(stretch(start, to));
    }
  };
  return (
    <div
      className={styles.marked}
      role="application"
      tabIndex={0}
      aria-label={t(brush ? 'charts.walkRange' : 'charts.walk')}
      style={{ inlineSize: width }}
      onKeyDown={press}
      onBlur={() => setPointed(undefined)}
    >
      <svg
        ref={svg}
        role="img"
        aria-label={label}
        data-picture=""
        className={classes(styles.svg, brush && styles.brushed)}
        width={width}
        height={height}
        onPointerMove={point}
        onPointerLeave={leave}
        onPointerDown={(event) => {
          point(event);
          drag.begin(event, markUnder(event));
        }}
        onPointerUp={drag.end}
        onPointerCancel={drag.cancel}
      >
        {mark && highlight === 'row' && <Outlined mark={mark} highlight="row" />}
        {typeof children === 'function' ? children(pointed?.at) : children}
        {drag.chosen && <RangeBox marks={marks} chosen={drag.chosen} />}
        {mark && highlight !== 'row' && <Outlined mark={mark} highlight={highlight} />}
      </svg>
      {mark && <Bubble mark={mark} sight={pointed.sight} width={width} height={height} />}
      <p role="status" className="visually-hidden">
        {mark && pointed.by === 'keys' && spoken(mark.read())}
      </p>
    </div>
  );
}

/** What the keys lead to is scrolled to. */
function useKeptInSight(svg: { readonly current: SVGSVGElement | null }, pointed: Pointed | undefined) {
  useEffect(() => {
    if (pointed?.by === 'keys')
      svg.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [svg, pointed]);
}
