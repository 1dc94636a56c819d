/**
 * Why the command line stops, in words for the person at the terminal. Exit code 1: a file cannot be used; 2: the
 * arguments make no sense.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Text from a file, fit for a terminal: control characters would move the cursor or hide what stands there. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}

/** The sentence of something thrown by Node or by a dependency. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
