import { candidateEncodings } from '../../audience/csv/encoding.ts';

/** The text of a file that is UTF-8, or UTF-16 and says so; undefined: it is neither. No character is ever put in the place of another. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [encoding] = candidateEncodings(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // What a fatal decoder throws at bytes that are wrong.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
