import type { ImportOutcome } from './importCsv.ts';

/** What the import worker answers to. `File` is the platform's: a `Blob`. The outcome's buffers are the caller's. */
export interface ImportWorker<File> {
  importCsv(
    file: File,
    identity: { readonly id: string; readonly name: string },
    onShare: (share: number) => void,
  ): Promise<ImportOutcome>;
}
