/** The first key that the outermost object of a whole JSON text has twice: `JSON.parse` keeps the last of them and says nothing. */
export function repeatedKey(json: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    else if (sign === '"') {
      const end = endOfText(json, at);
      if (depth === 1 && isKey(json, end)) {
        const key = String(JSON.parse(json.slice(at, end + 1)));
        if (seen.has(key)) return key;
        seen.add(key);
      }
      at = end;
    }
  }
  return undefined;
}

/** Place of the quote that closes the text which begins at `start`. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

function isKey(json: string, end: number): boolean {
  const AFTER = /\s*:/y;
  AFTER.lastIndex = end + 1;
  return AFTER.test(json);
}
