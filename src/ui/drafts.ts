import { createContext, useContext, useLayoutEffect, useMemo, useState } from 'react';

/** Where in a form something stands, and what its boxes refused, by the path of each. */
export interface DraftPlace {
  readonly refused: Map<string, string>;
  readonly path: string;
}

/** Around a form that is to find half-typed text again when it is shown once more. */
export const DraftContext = createContext<DraftPlace | undefined>(undefined);

/** Stands in no label. */
const SEPARATOR = '\u0000';

/** The name of the box at the end of a path. */
export function draftName(path: string): string {
  return path.slice(path.lastIndexOf(SEPARATOR) + 1);
}

/** The place of something with this name: a field, a section, a row. */
export function useDraftPlace(name: string | undefined): DraftPlace | undefined {
  const place = useContext(DraftContext);
  return useMemo(
    () =>
      place && name !== undefined
        ? { refused: place.refused, path: `${place.path}${SEPARATOR}${name}` }
        : place,
    [place, name],
  );
}

/**
 * What is typed into a box before it is taken. While the box refuses it, the form around remembers it; what it
 * remembered is there again when the box comes back. A box that goes alone, such as one of a removed row, takes
 * its text with it.
 */
export function useDraft(name: string | undefined, refuses: (typed: string) => boolean) {
  const place = useDraftPlace(name);
  const [typed, setTyped] = useState(() => {
    const before = place?.refused.get(place.path);
    return before !== undefined && refuses(before) ? before : undefined;
  });
  const refused = typed !== undefined && refuses(typed) ? typed : undefined;
  useLayoutEffect(() => {
    if (!place) return undefined;
    const { refused: all, path } = place;
    if (refused === undefined) all.delete(path);
    else all.set(path, refused);
    return () => void all.delete(path);
  }, [place, refused]);
  return [typed, setTyped] as const;
}
