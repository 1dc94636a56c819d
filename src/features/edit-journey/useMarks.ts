import { useCallback, useMemo, useState } from 'react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { NO_MARKS, type Marks } from './marks.ts';

/** Marks of things that are still there. A step that is selected afresh takes the link's mark away. */
export function useMarks(journey: Journey, selection: readonly StepId[]) {
  const [marks, setMarks] = useState(NO_MARKS);
  const change = useCallback((some: Partial<Marks>) => setMarks((before) => ({ ...before, ...some })), []);
  const { link, notes } = marks;
  const shown = useMemo((): Marks => {
    const isThere = link && journey.steps[link.from] !== undefined;
    const isAbout = selection.length === 0 || (selection.length === 1 && selection[0] === link?.from);
    const known = notes.filter((id) => journey.notes?.[id]);
    return {
      ...marks,
      link: isThere && isAbout ? link : undefined,
      notes: known.length === notes.length ? notes : known,
    };
  }, [marks, link, notes, journey, selection]);
  return [shown, change] as const;
}
