import type { TouchPaths } from '../touchPaths.ts';
import { attribute, type Attribution, type AttributionSettings } from './attribute.ts';
import type { CreditPaths } from './creditPaths.ts';
import type { Shown } from './estimateCredit.ts';
import { pathsOfTouches, type TouchReading, type TouchSend } from './pathsOfTouches.ts';

/** A run as its touches are credited. */
export interface TouchedRun extends Shown {
  readonly touches: TouchPaths;
  readonly sends: readonly TouchSend[];
  readonly seed: number;
  readonly minorPerUnit: number;
}

export interface AttributionRequest {
  readonly reading: Pick<TouchReading, 'credited' | 'level' | 'lookBackDays'>;
  readonly settings: AttributionSettings;
}

/** What a worker of attribution answers to. */
export interface AttributingWorker {
  open(run: TouchedRun): Promise<void> | void;
  attribute(request: AttributionRequest): Promise<Attribution> | Attribution;
}

/** Holds one run's touches, so that a change of a setting sends no columns. Touches as last read are kept: often only a rule changes. */
export class AttributionWork implements AttributingWorker {
  #run: TouchedRun | undefined;
  #read: { readonly key: string; readonly paths: CreditPaths } | undefined;

  open(run: TouchedRun): void {
    this.#run = run;
    this.#read = undefined;
  }

  attribute({ reading, settings }: AttributionRequest): Attribution {
    const run = this.#run;
    if (run === undefined) throw new RangeError('credit was asked for before its run was opened');
    return attribute(this.#pathsOf(run, reading), settings, run);
  }

  #pathsOf(run: TouchedRun, reading: AttributionRequest['reading']): CreditPaths {
    const key = JSON.stringify(reading);
    if (this.#read?.key === key) return this.#read.paths;
    const { seed, minorPerUnit } = run;
    const paths = pathsOfTouches(run.touches, run.sends, { ...reading, seed, minorPerUnit });
    this.#read = { key, paths };
    return paths;
  }
}
