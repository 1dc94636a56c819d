/** What was made last time under this id while its inputs are the same, else what is made of them now. */
export type Keep<T> = (id: string, inputs: readonly unknown[], make: () => T) => T;

export function keepSame<T>(): Keep<T> {
  const kept = new Map<string, { readonly inputs: readonly unknown[]; readonly value: T }>();
  return (id, inputs, make) => {
    const known = kept.get(id);
    if (known && sameItems(known.inputs, inputs)) return known.value;
    const value = make();
    kept.set(id, { inputs, value });
    return value;
  };
}

/** The list of last time while its items are the same: whoever compares lists then need not look into them. */
export function keepSameList<T>(): (list: T[]) => T[] {
  let kept: T[] = [];
  return (list) => {
    if (!sameItems(kept, list)) kept = list;
    return kept;
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => Object.is(item, b[at]));
}
