/** The list with the item at `index` moved by `by` places; unchanged when that leads outside. */
export function moved<T>(list: readonly T[], index: number, by: number): readonly T[] {
  const target = index + by;
  const item = list[index];
  if (item === undefined || target < 0 || target >= list.length) return list;
  return list.toSpliced(index, 1).toSpliced(target, 0, item);
}
