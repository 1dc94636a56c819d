import type { CsvSource, Encoding } from './source.ts';

/** The file is not in the encoding it was read in: read it in the next. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding';
}

/**
 * Encodings to try, the likeliest first: what the byte order mark says, else UTF-8, else windows-1252, in which any bytes
 * are text (what Excel writes on Western European Windows).
 */
export function candidateEncodings(opening: Uint8Array): readonly Encoding[] {
  if (opening[0] === 0xff && opening[1] === 0xfe) return ['utf-16le'];
  if (opening[0] === 0xfe && opening[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

/** A piece of text and how many bytes of the file were read so far. */
export interface TextPiece {
  readonly text: string;
  readonly bytesRead: number;
}

/**
 * The file as text, without its byte order mark, in pieces that never cut a character. Throws `WrongEncoding` at the first
 * bytes that are no UTF-8, which may be late in the file.
 */
export async function* readText(source: CsvSource, encoding: Encoding): AsyncGenerator<TextPiece> {
  const decoder = source.decoder(encoding, encoding === 'utf-8');
  let bytesRead = 0;
  for await (const bytes of source.open()) {
    bytesRead += bytes.length;
    yield { text: decodeOrRefuse(() => decoder.decode(bytes, { stream: true })), bytesRead };
  }
  const rest = decodeOrRefuse(() => decoder.decode());
  if (rest !== '') yield { text: rest, bytesRead };
}

/** A fatal decoder throws a TypeError; nothing else is about the encoding. */
function decodeOrRefuse(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) throw new WrongEncoding();
    throw error;
  }
}
