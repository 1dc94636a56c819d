import { createContext, useContext, useLayoutEffect, useMemo, useState } from 'react';

/** Where in a form something stands, and what its boxes refused, by the path of each. */
export interface DraftPlace {
  readonly refused: Map<string, Draft>;
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

/** The name of the outermost part on a path. */
export function draftPart(path: string): string {
  return path.split(SEPARATOR)[1] ?? '';
}

/** Forgets what the boxes below this place refused: they are asked to begin anew. */
export function useForgetDrafts(): () => void {
  const place = useContext(DraftContext);
  return () => {
    for (const path of place?.refused.keys() ?? [])
      if (path.startsWith(`${place?.path}${SEPARATOR}`)) place?.refused.delete(path);
  };
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

/** The value that holds while a box shows something else. */
export type InForce = string | number | undefined;

/** What a box refused, and the value that it was refused against. */
export interface Draft {
  readonly typed: string;
  readonly against: InForce;
}

/** Text in a box; `against` is not known before the value that follows from it has come back. */
type Typing = Draft | { readonly typed: string; readonly fresh: true };

/**
 * What is typed into a box before it is taken, as long as the value in force stays the one that followed from it: another one (undo,
 * a restored version) takes its place. While the box refuses it, the form around remembers it; what it remembered is there again when
 * the box comes back over the same value. A box that goes alone, such as one of a removed row, takes its text with it.
 */
export function useDraft(name: string | undefined, inForce: InForce, refuses: (typed: string) => boolean) {
  const place = useDraftPlace(name);
  const [typing, setTyping] = useState<Typing | undefined>(() => {
    const before = place?.refused.get(place.path);
    return before && before.against === inForce && refuses(before.typed) ? before : undefined;
  });
  const held = heldOver(typing, inForce, setTyping);
  const refused = held !== undefined && refuses(held) ? held : undefined;
  useLayoutEffect(() => {
    if (!place) return undefined;
    const { refused: all, path } = place;
    if (refused === undefined) all.delete(path);
    else all.set(path, { typed: refused, against: inForce });
    return () => void all.delete(path);
  }, [place, refused, inForce]);
  const setTyped = (typed: string | undefined) =>
    setTyping(typed === undefined ? undefined : { typed, fresh: true });
  return [held, setTyped] as const;
}

/** The text that still holds over this value. One that does not is forgotten for good: the old value may come back. */
function heldOver(
  typing: Typing | undefined,
  inForce: InForce,
  become: (typing: Typing | undefined) => void,
): string | undefined {
  if (!typing) return undefined;
  if ('fresh' in typing) become({ typed: typing.typed, against: inForce });
  else if (typing.against !== inForce) {
    become(undefined);
    return undefined;
  }
  return typing.typed;
}
