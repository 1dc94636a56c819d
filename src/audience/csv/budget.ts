import { Refused, refusals } from './problems.ts';

/** Memory that an import's columns may take: browsers give a tab a few GB, and the run needs some too. */
export const IMPORT_BUDGET_BYTES = 768 * 2 ** 20;

/** Counts bytes before they are allocated, because the platform says nothing until it fails. */
export class Budget {
  private used = 0;
  private readonly limit: number;

  constructor(limitBytes: number) {
    this.limit = limitBytes;
  }

  /** Throws `Refused`, naming the column that asked. */
  reserve(bytes: number, column: string): void {
    if (this.used + bytes > this.limit)
      throw new Refused(refusals.tooLarge(Math.round(this.limit / 2 ** 20), column));
    this.used += bytes;
  }

  release(bytes: number): void {
    this.used -= bytes;
  }
}
