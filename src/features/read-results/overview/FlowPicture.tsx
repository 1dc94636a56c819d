import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunDetail } from '../../../analytics/detail.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { FlowDiagram } from '../../../charts/FlowDiagram.tsx';
import { flowSize, isFlowWide, type FlowSize } from '../../../charts/flowLayout.ts';
import { useWidth } from '../../../charts/useWidth.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { useAboutRun } from '../aboutRun.ts';
import { inCanvasOrder } from '../canvasOrder.ts';
import type { ShownRun } from '../shownRun.ts';
import { flowParts } from './flowNodes.ts';

const SIZES = ['fit', 'full'] as const satisfies readonly FlowSize[];

/** Where people go, step by step; loops unrolled. */
export function FlowPicture({ run, detail }: { readonly run: ShownRun; readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const { journey } = run.request;
  const { nodes, links } = useMemo(() => flowParts(detail, journey, t), [detail, journey, t]);
  const { ref, width } = useWidth();
  const [chosen, setSize] = useState<FlowSize>();
  const size = chosen ?? flowSize({ nodes, links }, width ?? 0);
  const print = (value: number) => format.number(Math.round(value));
  const stepOf = ({ source }: (typeof links)[number]) => detail.flows.nodes[Number(source)]?.step ?? '';
  const name = (id: string) => nodes.find((node) => node.id === id)?.label ?? id;
  const ends = nodes.filter(({ id }) => !links.some(({ source }) => source === id));
  const [most] = ends.toSorted((a, b) => b.value - a.value);
  const all = ends.reduce((sum, { value }) => sum + value, 0);
  const title = most
    ? t('readResults.flow.title', { end: most.label, share: format.rate(most.value / all) })
    : t('readResults.flow.nobody');
  return (
    <ChartFrame
      title={title}
      note={t('readResults.flow.note')}
      about={about}
      fileName="flow"
      pending={run.pending}
      controls={
        width !== undefined &&
        isFlowWide({ nodes, links }, width) && (
          <SegmentedControl
            label={t('readResults.flow.size')}
            value={size}
            onChange={setSize}
            options={SIZES.map((value) => ({ value, label: t(`readResults.flow.sizes.${value}`) }))}
          />
        )
      }
      table={{
        caption: title,
        columns: [
          { key: 'from', header: t('readResults.flow.from') },
          { key: 'exit', header: t('readResults.flow.exit') },
          { key: 'to', header: t('readResults.flow.to') },
          { key: 'people', header: t('readResults.flow.people'), align: 'end', print },
        ],
        rows: inCanvasOrder(links, journey, stepOf).map(({ source, target, label, value }) => ({
          from: name(source),
          exit: label,
          to: name(target),
          people: Math.round(value),
        })),
      }}
    >
      <div ref={ref}>
        <FlowDiagram
          label={title}
          nodes={nodes}
          links={links}
          print={print}
          size={size}
          empty={t('readResults.flow.nobodyHelp')}
        />
      </div>
    </ChartFrame>
  );
}
