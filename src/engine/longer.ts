/** The same values in an array twice as long. */
export function longer<A extends Int32Array | Int8Array | Uint8Array | Uint16Array | Float64Array>(
  array: A,
  Longer: new (length: number) => A,
): A {
  const copy = new Longer(array.length * 2);
  copy.set(array);
  return copy;
}
