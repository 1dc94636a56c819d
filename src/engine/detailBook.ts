import type { ProgramJourney } from '../compile/program.ts';
import type { PassFlows } from './passFlows.ts';
import type { People } from './people.ts';
import type { DetailResults } from './results.ts';

/** Where a journey's detail is written down as it happens; `detail.ts` says how. */
export interface DetailBook {
  readonly flows: PassFlows | undefined;
  readonly results: DetailResults;
  load(from: number, count: number): void;
  sends(i: number, t: number, send: number): void;
  happens(i: number, t: number, send: number, field: number, amount: number): void;
  count(t: number, send: number, field: number, amount: number): void;
  unsent(t: number, send: number, reason: number): void;
  spend(i: number, t: number, micros: number): void;
  convert(i: number, t: number, value: number): void;
  close(sent: Int32Array | Uint16Array, count: number): void;
}

/** How detail is kept and added up. Handed in by whoever asks for it: its code is as large as a tenth of the engine. */
export interface Detailing {
  readonly make: (people: People, journey: ProgramJourney) => DetailBook;
  readonly merge: (a: DetailResults, b: DetailResults) => DetailResults;
}
