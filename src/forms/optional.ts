/** The same object with the optional field set, or without it when the value is undefined. */
export function put<T extends object, K extends keyof T>(whole: T, key: K, value: T[K] | undefined): T {
  const copy = { ...whole };
  if (value === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = value;
  return copy;
}
