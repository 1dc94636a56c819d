/** What an edge said when it failed. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
