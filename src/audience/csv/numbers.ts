/** What separates the decimals: a comma only in files whose fields something else separates. */
export type DecimalMark = '.' | ',';

const WITH_POINT = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const WITH_COMMA = /^-?(?:0|[1-9]\d*)(?:,\d+)?$/;

/**
 * Whether the text is a number and nothing more: not `007`, `+49 151…` or an id of 20 digits, which would come back changed.
 */
export function isNumber(text: string, mark: DecimalMark): boolean {
  if (!(mark === '.' ? WITH_POINT : WITH_COMMA).test(text)) return false;
  const value = numberIn(text, mark);
  return Number.isFinite(value) && (Math.abs(value) <= Number.MAX_SAFE_INTEGER || /[.,eE]/.test(text));
}

/** The number that a text is, given that `isNumber`. */
export function numberIn(text: string, mark: DecimalMark): number {
  return Number(mark === ',' ? text.replace(',', '.') : text);
}
