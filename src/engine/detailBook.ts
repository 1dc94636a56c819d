import type { Columns, Program, ProgramJourney } from '../compile/program.ts';
import type { Calendar } from './calendar.ts';
import type { PeopleMemory } from './memory.ts';
import type { PassFlows } from './passFlows.ts';
import type { DetailResults, Fate } from './results.ts';
import type { Standing } from './touches.ts';

/** Where a journey's detail is written down as it happens; `detail.ts` says how. */
export interface DetailBook {
  readonly flows: PassFlows | undefined;
  readonly results: DetailResults;
  load(from: number, count: number): void;
  sends(i: number, t: number, send: number): void;
  happens(i: number, t: number, send: number, field: number, amount: number): void;
  count(t: number, send: number, field: number, amount: number): void;
  unsent(i: number, t: number, send: number, reason: number): void;
  spend(i: number, t: number, micros: number): void;
  /** A hand-off ends at `left`; `won`: minute of the win, −1: none in the run. */
  handsOff(i: number, step: number, ended: HandoffEnd): void;
  convert(i: number, t: number, value: number): void;
  close(sent: Int32Array | Uint16Array, count: number): void;
}

export interface HandoffEnd {
  readonly fate: Fate;
  readonly arrived: number;
  readonly left: number;
  readonly won: number;
  readonly valueMinor: number;
}

/** What it wants to know of the run's people. */
export interface Watched extends Standing {
  readonly program: Program;
  readonly columns: Columns;
  readonly group: PeopleMemory['group'];
  readonly zone: PeopleMemory['zone'];
  readonly calendar: Calendar;
}

/** How detail is kept and added up. Handed in by whoever asks for it: its code is as large as a tenth of the engine. */
export interface Detailing {
  readonly make: (people: Watched, journey: ProgramJourney) => DetailBook;
  readonly merge: (a: DetailResults, b: DetailResults) => DetailResults;
}

/** A run's detail can only be kept and added up by whoever brought the means. */
export function needed<T>(means: T | undefined): T {
  if (means === undefined)
    throw new RangeError('a run was asked for its detail without the means to keep it');
  return means;
}
