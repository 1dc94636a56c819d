import type { AccountColumns, TouchPaths } from '../touchPaths.ts';
import { accountFigures, type AccountFigures } from './accountFigures.ts';
import { pathsOfAccounts } from './accountPaths.ts';
import { attribute, type Attribution, type AttributionSettings } from './attribute.ts';
import type { CreditPaths } from './creditPaths.ts';
import type { Shown } from './estimateCredit.ts';
import { pathsOfTouches, type TouchReading, type TouchSend } from './pathsOfTouches.ts';

/** A run as its touches are credited. */
export interface TouchedRun extends Shown {
  readonly touches: TouchPaths;
  /** Of a run that was asked for its accounts: a conversion is then credited to the touches of everybody at the buyer's account. */
  readonly accounts?: AccountColumns | undefined;
  readonly sends: readonly TouchSend[];
  readonly seed: number;
  readonly minorPerUnit: number;
}

export interface AttributionRequest {
  readonly reading: Pick<TouchReading, 'credited' | 'level' | 'lookBackDays'>;
  readonly settings: AttributionSettings;
}

export interface Credit extends Attribution {
  /** Of a run by account. */
  readonly accounts?: AccountFigures | undefined;
}

/** What a worker of attribution answers to. */
export interface AttributingWorker {
  open(run: TouchedRun): Promise<void> | void;
  attribute(request: AttributionRequest): Promise<Credit> | Credit;
}

interface Read {
  readonly paths: CreditPaths;
  readonly shown: Shown;
  readonly accounts?: AccountFigures;
}

/** Holds one run's touches, so that a change of a setting sends no columns. Touches as last read are kept: often only a rule changes. */
export class AttributionWork implements AttributingWorker {
  #run: TouchedRun | undefined;
  #read: { readonly key: string; readonly read: Read } | undefined;

  open(run: TouchedRun): void {
    this.#run = run;
    this.#read = undefined;
  }

  attribute({ reading, settings }: AttributionRequest): Credit {
    const run = this.#run;
    if (run === undefined) throw new RangeError('credit was asked for before its run was opened');
    const { paths, shown, accounts } = this.#readAs(run, reading);
    return { ...attribute(paths, settings, shown), ...(accounts && { accounts }) };
  }

  #readAs(run: TouchedRun, reading: AttributionRequest['reading']): Read {
    const key = JSON.stringify(reading);
    if (this.#read?.key === key) return this.#read.read;
    const { seed, minorPerUnit } = run;
    const read = readTouches(run, { ...reading, seed, minorPerUnit });
    this.#read = { key, read };
    return read;
  }
}

function readTouches(run: TouchedRun, reading: TouchReading): Read {
  const { touches, accounts, sends, factor, worth, dearest } = run;
  if (!accounts) return { paths: pathsOfTouches(touches, sends, reading), shown: run };
  const made = pathsOfAccounts(touches, accounts, sends, reading);
  return {
    paths: made.paths,
    shown: { contacts: made.contacts, factor, worth, dearest },
    accounts: accountFigures(made, factor),
  };
}
