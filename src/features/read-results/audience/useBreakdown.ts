import { useEffect, useState } from 'react';
import type { SegmentFigures } from '../../../analytics/segmentFigures.ts';
import type { Part } from '../../../audience/parts.ts';
import type { ComparisonHandle } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';

export interface BrokenDown {
  readonly part: Part;
  readonly figures: SegmentFigures;
}

interface Breakdown {
  readonly column: string;
  readonly of: ShownRun['report'];
  /** Undefined: all have the same, or the column is not there. */
  readonly parts: readonly BrokenDown[] | undefined;
  readonly error?: string;
}

/** The run once more, the same contacts with the same luck, counted by the parts of a column; undefined while that goes on. */
export function useBreakdown(run: ShownRun, column: string | undefined): Breakdown | undefined {
  const store = useWorkspaceStore();
  const [known, setKnown] = useState<Breakdown>();
  useEffect(() => {
    if (column === undefined || run.pending) return;
    const { simulator } = store.getState().ports;
    let handle: ComparisonHandle | undefined;
    let isStopped = false;
    const tell = (found: Omit<Breakdown, 'column' | 'of'>) => {
      if (!isStopped) setKnown({ column, of: run.report, ...found });
    };
    const work = async () => {
      const parts = await simulator.parts(run.request.audience, column);
      if (isStopped) return;
      if (!parts || parts.length === 0) {
        tell({ parts: undefined });
        return;
      }
      handle = simulator.compare([{ ...whatIf(run), segments: parts.map(({ rule }) => rule) }]);
      const [outcome] = await handle.done;
      if (outcome?.ok)
        tell({
          parts: parts.flatMap((part, at) => {
            const figures = outcome.segments?.[at];
            return figures ? [{ part, figures }] : [];
          }),
        });
    };
    work().catch((error: unknown) => tell({ parts: undefined, error: wordsOf(error) }));
    return () => {
      isStopped = true;
      handle?.cancel();
    };
  }, [store, run, column]);
  return known?.column === column && known?.of === run.report ? known : undefined;
}
