/** A failure to keep or find something, in a sentence for the person who uses the app. `cause` is what the browser said. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError';
}

/** Another tab changed or deleted the document that this change builds on: it can only be kept as another document. */
export class Conflict extends StorageError {
  override readonly name = 'Conflict';
}

const FULL =
  'There is no room left in this browser’s storage, so this was not saved. Delete an imported audience or a journey you no longer need, then try again.';
const CLOSED =
  'The storage of this browser was closed, perhaps by a newer version in another tab. Reload the page.';
export const NEWER =
  'The stored data belongs to a newer version of Rehearsal. Reload the page to get that version.';
const REFUSED =
  'This browser does not let Rehearsal store anything. Private windows and strict settings do that.';

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['QuotaExceededError', FULL],
  ['DatabaseClosedError', CLOSED],
  ['VersionError', NEWER],
  ['MissingAPIError', REFUSED],
  ['SecurityError', REFUSED],
]);

/** Runs a storage task; whatever it throws comes out as a `StorageError`. */
export async function inWords<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw error instanceof StorageError ? error : new StorageError(sentenceFor(error), { cause: error });
  }
}

/** Dexie wraps what the browser said, sometimes twice, and the name that matters is the innermost known one. */
function sentenceFor(error: unknown): string {
  for (let inner: unknown = error, depth = 0; inner !== undefined && inner !== null && depth < 5; depth++) {
    const { name, inner: next } = inner as { name?: string; inner?: unknown };
    const sentence = SENTENCES.get(name ?? '');
    if (sentence !== undefined) return sentence;
    inner = next;
  }
  return `The browser could not store or read this: ${error instanceof Error ? error.message : String(error)}`;
}
