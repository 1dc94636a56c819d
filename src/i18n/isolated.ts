/** Hebrew, Arabic and what is written like them, and every character that says by itself how to be read. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|(?![\n\t])\p{Cc}/u;
/** Overrides turn letters around that nobody wrote so; embeddings and control characters have no place in a name. */
const HARMFUL = /[\u202a-\u202e]|(?![\n\t])\p{Cc}/gu;
const ISOLATES: ReadonlySet<string> = new Set(['\u2066', '\u2067', '\u2068']);
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Text of somebody’s own inside a sentence: whatever it is written with, the words around it stay where they are (Unicode Standard
 * Annex 9, isolates). Every value that goes into words passes through here; others need it only where texts are put together without.
 */
export function isolated(text: string): string {
  return TURNS.test(text) ? FIRST_STRONG_ISOLATE + closed(text.replaceAll(HARMFUL, '')) + POP_ISOLATE : text;
}

/** Its own isolates end inside it, and it ends none around it. */
function closed(text: string): string {
  let open = 0;
  const kept = text.split(/(?=[\u2066-\u2069])|(?<=[\u2066-\u2069])/).filter((character) => {
    if (ISOLATES.has(character)) open++;
    if (character !== POP_ISOLATE) return true;
    if (open === 0) return false;
    open--;
    return true;
  });
  return kept.join('') + POP_ISOLATE.repeat(open);
}
