/** FNV-1a over UTF-16 units, then a mixing round so that near names land far apart. 0 … 2^32 − 1. */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One key per name, all different: a name whose hash is taken is hashed again with a salt. */
export function distinctKeys(names: readonly string[]): number[] {
  const taken = new Set<number>();
  return names.map((name) => {
    let key = hash32(name);
    for (let salt = 1; taken.has(key); salt++) key = hash32(`${name}\u0000${salt}`);
    taken.add(key);
    return key;
  });
}
