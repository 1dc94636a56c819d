import { DELIMITERS, RecordReader, type Delimiter } from './records.ts';

const RECORDS_LOOKED_AT = 200;
const DECLARATION = /^"?sep=(.)"?[^\S\n]*(?:\n|$)/i;

/** What a spreadsheet writes above the header to say what separates fields: `sep=;`. It is no record. */
export interface Declaration {
  /** Undefined when it names something else than the delimiters there are. */
  readonly delimiter: Delimiter | undefined;
  /** Characters of its line. */
  readonly length: number;
}

export function readDeclaration(text: string): Declaration | undefined {
  const found = DECLARATION.exec(text);
  if (found === null) return undefined;
  return { delimiter: DELIMITERS.find((delimiter) => delimiter === found[1]), length: found[0].length };
}

/**
 * The delimiter that cuts the most records into as many fields as the header has, given at least two; among equals the one
 * with more fields. Comma when none does.
 *
 * `text`: the start of a file, newlines as `\n`; `whole` when that is all of it (else its last record may be cut).
 */
export function sniffDelimiter(text: string, whole: boolean): Delimiter {
  let best: { delimiter: Delimiter; fitting: number; fields: number } = {
    delimiter: ',',
    fitting: 0,
    fields: 1,
  };
  for (const delimiter of DELIMITERS) {
    const lengths = recordLengths(text, delimiter, whole);
    const fields = lengths[0] ?? 1;
    if (fields < 2) continue;
    const fitting = lengths.filter((length) => length === fields).length / lengths.length;
    if (fitting > best.fitting || (fitting === best.fitting && fields > best.fields))
      best = { delimiter, fitting, fields };
  }
  return best.delimiter;
}

function recordLengths(text: string, delimiter: Delimiter, whole: boolean): number[] {
  const reader = new RecordReader(delimiter);
  const { records } = reader.feed(whole && !text.endsWith('\n') ? `${text}\n` : text);
  const lengths = records
    .filter((record) => record.length > 1 || record[0] !== '')
    .map((record) => record.length);
  return lengths.slice(0, RECORDS_LOOKED_AT);
}
