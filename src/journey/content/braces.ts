/** Braces that open and do not close, or open again before they do: everybody would read them. */
export interface BraceFault {
  readonly kind: 'unclosed' | 'nested';
  /** Position of the first brace. */
  readonly at: number;
  /** From there, as much as shows which one it is. */
  readonly shown: string;
  /** The text with the placeholder closed; absent where it is not clear what was meant. */
  readonly mended?: string;
}

const LONGEST_SHOWN = 24;
/** A name, and a default of one word. */
const OPENED = /^\{\{\s*[\p{Letter}\p{Number}_.-]+(\|[^\s{}]*)?\}?/u;

/** Faults of one text that are mended together. */
const MOST_MENDED = 20;

/** The first one; its mended text has none left. */
export function braceFault(text: string): BraceFault | undefined {
  const fault = firstFault(text);
  if (fault?.mended === undefined) return fault;
  let mended: string | undefined = fault.mended;
  for (let round = 0; mended !== undefined && round < MOST_MENDED; round += 1) {
    const next = firstFault(mended);
    if (!next) return { ...fault, mended };
    mended = next.mended;
  }
  const { mended: _, ...unclear } = fault;
  return unclear;
}

function firstFault(text: string): BraceFault | undefined {
  for (let at = text.indexOf('{{'); at !== -1;) {
    const next = text.indexOf('{{', at + 2);
    const end = text.indexOf('}}', at + 2);
    if (end === -1 || (next !== -1 && next < end))
      return end !== -1 && closesTwice(text, end) ? nested(text, at, end) : unclosed(text, at);
    at = next;
  }
  return undefined;
}

/** Whether the placeholder within, which ends here, is followed by the end of another. */
function closesTwice(text: string, end: number): boolean {
  const second = text.indexOf('}}', end + 2);
  const opening = text.indexOf('{{', end + 2);
  return second !== -1 && (opening === -1 || second < opening);
}

function nested(text: string, at: number, end: number): BraceFault {
  return { kind: 'nested', at, shown: shownOf(text.slice(at, end + 2)) };
}

function unclosed(text: string, at: number): BraceFault {
  const opened = OPENED.exec(text.slice(at, at + 200))?.[0];
  const line = text.slice(at, at + LONGEST_SHOWN + 1).split('\n')[0] ?? '';
  const fault = { kind: 'unclosed', at, shown: shownOf(opened ?? line) } as const;
  if (opened === undefined) return fault;
  const closed = `${opened.replace(/\}$/, '')}}}`;
  return { ...fault, mended: text.slice(0, at) + closed + text.slice(at + opened.length) };
}

function shownOf(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Line and character, both from 1, of a position. */
export function placeIn(text: string, at: number): { readonly line: number; readonly character: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1 };
}
