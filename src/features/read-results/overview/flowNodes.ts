import type { RunDetail } from '../../../analytics/detail.ts';
import { LATER, type FlowWay } from '../../../analytics/flows.ts';
import type { FlowLink, FlowNode } from '../../../charts/flow.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { exitLabel } from '../../../legend/exitLabel.ts';
import { FAMILY_OF } from '../../../legend/kindLook.ts';

export interface FlowParts {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** The people of a run as a diagram: steps (each pass of a loop apart) and, at the end, how they left otherwise than by an exit step. */
export function flowParts({ flows, factor }: RunDetail, journey: Journey, t: Translate): FlowParts {
  const stepOf = (id: string | undefined) => journey.steps[(id ?? '') as StepId];
  const nodes: FlowNode[] = flows.nodes.map(({ step, pass, people }, place) => {
    const name = stepOf(step)?.name ?? step;
    return {
      id: String(place),
      label:
        pass <= 1
          ? name
          : t(pass === LATER ? 'readResults.flow.later' : 'readResults.flow.pass', { name, pass }),
      value: people * factor,
      kind: FAMILY_OF[stepOf(step)?.kind ?? 'exit'],
    };
  });
  const links: FlowLink[] = flows.links.map(({ source, target, exit, people }) => {
    const step = stepOf(flows.nodes[source]?.step);
    return {
      source: String(source),
      target: String(target),
      value: people * factor,
      label: step ? exitLabel(step, exit, t) : exit,
    };
  });
  // Whoever ends at an exit step is where the picture ends already.
  const ways = flows.ways.filter(
    ({ source, way }) => way !== 'ended' || stepOf(flows.nodes[source]?.step)?.kind !== 'exit',
  );
  const left = new Map<FlowWay['way'], number>();
  for (const { source, way, people } of ways) {
    left.set(way, (left.get(way) ?? 0) + people * factor);
    const label = t(`readResults.flow.way.${way}`);
    links.push({ source: String(source), target: way, value: people * factor, label });
  }
  const ends = [...left].map(([way, value]): FlowNode => ({
    id: way,
    label: t(`readResults.flow.way.${way}`),
    value,
    kind: 'exit',
  }));
  return { nodes: [...nodes, ...ends], links };
}
