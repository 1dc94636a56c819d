/** The encodings a file may come in. `windows-1252` is the guess for bytes that are no UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The part of `TextDecoder` that reading needs. `decode` throws on bytes that are wrong when made fatal. */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** A CSV file as its bytes, wherever they come from: a `Blob` in a worker, a file under Node. */
export interface CsvSource {
  readonly sizeBytes: number;
  /** The file from its start, in pieces of any size; may be called again. */
  open(): AsyncIterable<Uint8Array>;
  /** `new TextDecoder(encoding, { fatal })`: a platform's object, so the platform's side hands it in. */
  decoder(encoding: Encoding, fatal: boolean): Decoder;
}

/** At least `atLeast` bytes of the file's start, or all there are. */
export async function readOpening(source: CsvSource, atLeast: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= atLeast) break;
  }
  const opening = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    opening.set(piece, at);
    at += piece.length;
  }
  return opening;
}
