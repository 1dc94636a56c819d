/** A name for one more part that no other part has, counted from as many as there are. */
export function freeName(
  parts: readonly { readonly name: string }[],
  nameAt: (index: number) => string,
): string {
  const taken = new Set(parts.map(({ name }) => name.trim().toLowerCase()));
  let at = parts.length;
  while (taken.has(nameAt(at).toLowerCase())) at += 1;
  return nameAt(at);
}
