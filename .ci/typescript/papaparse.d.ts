// The published types bring all of Node's globals along, which would open the pure projects to
// `process` and `setTimeout`. This is the part of papaparse 5 that Rehearsal uses.

export interface ParseError {
  type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
  code: string;
  message: string;
  row?: number;
  index?: number;
}

export interface ParseMeta {
  delimiter: string;
  linebreak: string;
  aborted: boolean;
  truncated: boolean;
  /** Index of the character after the last row read. */
  cursor: number;
}

export interface ParseResult {
  data: string[][];
  errors: ParseError[];
  meta: ParseMeta;
}

export interface Parser {
  abort(): void;
}

export interface ParseConfig {
  delimiter?: string;
  newline?: '\r' | '\n' | '\r\n';
  quoteChar?: string;
  escapeChar?: string;
  preview?: number;
  comments?: false | string;
  skipEmptyLines?: boolean | 'greedy';
  delimitersToGuess?: string[];
}

declare const papaparse: {
  parse(text: string, config?: ParseConfig): ParseResult;
  /** The parser under `parse`: feed it pieces, keeping back what follows `meta.cursor` when `ignoreLastRow`. */
  Parser: new (config: ParseConfig) => Parser & {
    parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParseResult;
  };
};
export default papaparse;
