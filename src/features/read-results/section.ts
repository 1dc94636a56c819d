import type { ShownRun } from './shownRun.ts';

/** What every section of the results is given. */
export interface SectionProps {
  readonly run: ShownRun;
  /** A part of it that the address asks for. */
  readonly part?: string | undefined;
}
