import { useEffect } from 'react';
import { useStore } from '@xyflow/react';
import type { LitWay } from '../../../state/litWay.ts';
import { linkId } from '../linkEdges.ts';
import { markDrawn } from '../markDrawn.ts';

/** Lights the steps she comes to and the links she takes, dims all others, and says at which step the moment is. */
export function useWayMarks(bench: Element | null, { moments }: LitWay, at: number): void {
  // What comes to be drawn anew has no marks.
  const nodes = useStore((state) => state.nodes);
  const edges = useStore((state) => state.edges);
  const current = moments[at]?.step;
  useEffect(() => {
    if (!bench) return undefined;
    const steps = new Set<string>(moments.map(({ step }) => step));
    const links = new Set(
      moments.flatMap(({ step, exit }) => (exit === undefined ? [] : [linkId(step, exit)])),
    );
    const unlight = markDrawn(bench, 'lit', (id) => links.has(id));
    const undim = markDrawn(bench, 'faint', (id) => !links.has(id) && !steps.has(id));
    return () => {
      unlight();
      undim();
    };
  }, [bench, moments, nodes, edges]);
  useEffect(
    () => (bench ? markDrawn(bench, 'current', (id) => id === current) : undefined),
    [bench, current, nodes],
  );
}
