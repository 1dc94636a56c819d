/** What a cell of a table holds before it is printed; a missing value is an empty cell. */
export type Cell = string | number | undefined;

/** So that a spreadsheet reads the text as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** With these a spreadsheet takes a text for a formula (OWASP, CSV injection), the full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const TO_QUOTE = /[",\r\n]|^\s|\s$/;
/** More are the noise of sums in binary: 3651.9999999999995 is 3652. */
const DIGITS = 12;

/** A table as a CSV file (RFC 4180): lines end in CRLF, numbers are unprinted, and no text can act as a formula. */
export function csvText(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headers, ...rows].map((cells) => cells.map(cellText).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(DIGITS))) : '';
  const safe = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
