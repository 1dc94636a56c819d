import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EdgeLabelRenderer,
  useStoreApi,
  ViewportPortal,
  type EdgeProps,
  type InternalNode,
} from '@xyflow/react';
import { Plus, Trash2 } from 'lucide-react';
import type { StepId } from '../../journey/journey.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useCanvas } from './canvasContext.ts';
import type { Box } from './cardLayout.ts';
import { wayNow, type LinkData, type LinkEdge } from './linkEdges.ts';
import { ribbonPath } from './ribbonPath.ts';
import styles from './RibbonLink.module.css';

/**
 * A link as wide as the people on it; links that go back run around the cards and carry an arrow. While it is pointed at or one of
 * its ends is selected, it is seen through the cards that stand in front of it.
 */
export const RibbonLink = memo(function RibbonLink(props: EdgeProps<LinkEdge>) {
  const { source, sourceY, target, targetY, selected, data } = props;
  // Ribbons begin and end at the cards' edges. React Flow measures ports anew when the canvas comes back, and then says the outer
  // edges of the round ports, which stand half outside. When a card moves React Flow renders its links anew, so nothing is subscribed.
  const { nodeLookup } = useStoreApi().getState();
  const [hovered, setHovered] = useState(false);
  const [from, to] = [boxOf(nodeLookup.get(source)), boxOf(nodeLookup.get(target))];
  const touched = useWorkspace(
    ({ selection: [only, ...others] }) => others.length === 0 && (only === source || only === target),
  );
  if (!data || !from || !to) return null;
  const targetX = to.x;
  const { aisle, back } = wayNow(data, from, to, () => cardsOf(nodeLookup));
  const ribbon = ribbonPath({
    sourceX: from.x + from.width,
    sourceY,
    targetX,
    targetY,
    aisle,
    lane: data.lane,
  });
  const inFront = hovered || selected === true || touched;
  const unknown = data.people === undefined || data.off;
  const shape = classes(styles.ribbon, back && styles.back, unknown && styles.none);
  return (
    <g onPointerEnter={() => setHovered(true)} onPointerLeave={() => setHovered(false)}>
      <path d={ribbon.path} className={shape} style={{ strokeWidth: unknown ? 2 : data.width }} />
      {back && (
        <>
          <Arrow x={targetX} y={targetY} towards={1} width={unknown ? 2 : data.width} />
          <Arrow x={ribbon.labelX - 76} y={ribbon.labelY} towards={-1} width={unknown ? 2 : data.width} />
        </>
      )}
      <path
        d={ribbon.path}
        className={classes('react-flow__edge-interaction', styles.hit)}
        strokeWidth={Math.max(20, data.width)}
      />
      {inFront && <PathInFront id={props.id} path={ribbon.path} />}
      {(hovered || selected || back) && (
        <EdgeLabelRenderer>
          <div
            className={classes(styles.label, inFront && styles.inFront)}
            style={{ transform: `translate(-50%, -50%) translate(${ribbon.labelX}px, ${ribbon.labelY}px)` }}
            onPointerEnter={() => setHovered(true)}
            onPointerLeave={() => setHovered(false)}
          >
            <LinkWords data={data} back={back} full={hovered || selected === true} />
            {(hovered || selected) && <LinkTools from={source as StepId} exit={data.exit} />}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});

function boxOf(node: InternalNode | undefined): Box | undefined {
  return (
    node && {
      ...node.internals.positionAbsolute,
      width: node.measured.width ?? 0,
      height: node.measured.height ?? 0,
    }
  );
}

function cardsOf(nodes: ReadonlyMap<string, InternalNode>): readonly Box[] {
  return [...nodes.values()].filter(({ type }) => type === 'step').flatMap((node) => boxOf(node) ?? []);
}

/** The link's line over all cards but the selected one; it takes no clicks from them. */
function PathInFront({ id, path }: { readonly id: string; readonly path: string }) {
  return (
    <ViewportPortal>
      <svg aria-hidden="true" data-link={id} className={styles.through}>
        <path d={path} />
      </svg>
    </ViewportPortal>
  );
}

interface ArrowProps {
  readonly x: number;
  readonly y: number;
  /** 1 points right, −1 left. */
  readonly towards: 1 | -1;
  readonly width: number;
}

function Arrow({ x, y, towards, width }: ArrowProps) {
  const size = Math.max(7, width / 2 + 3);
  return (
    <path d={`M${x - 4} ${y}l${-towards * size * 1.3} ${-size}v${size * 2}z`} className={styles.arrow} />
  );
}

function LinkWords({
  data,
  back,
  full,
}: {
  readonly data: LinkData;
  readonly back: boolean;
  readonly full: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (data.people === undefined || data.share === undefined) return null;
  const rate = format.rate(data.share);
  return full
    ? t('editJourney.link.people', { people: format.number(data.people), rate })
    : back
      ? t('editJourney.link.back', { rate })
      : rate;
}

function LinkTools({ from, exit }: { readonly from: StepId; readonly exit: string }) {
  const { t } = useTranslation();
  const canvas = useCanvas();
  return (
    <span className={classes('nopan', styles.tools)}>
      <IconButton
        small
        icon={Plus}
        label={t('editJourney.link.insert')}
        onClick={(event) => canvas.pickAfter({ from, exit }, event.currentTarget)}
      />
      <IconButton
        small
        icon={Trash2}
        label={t('editJourney.link.remove')}
        onClick={() => canvas.removeLink({ from, exit })}
      />
    </span>
  );
}
