import type { Program } from '../compile/program.ts';
import type { Results } from './results.ts';

/** Contacts of a run, by number; a shard is a part of them. */
export type ContactRange =
  /** Contacts `from` (included) to `to` (excluded) of a run of `of`; above the audience's rows they repeat its rows as new contacts. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly of: number }
  /** Part `part` of `parts` of the `count` contacts with the smallest keyed hashes among `of`. */
  | {
      readonly kind: 'sample';
      readonly count: number;
      readonly of: number;
      readonly part: number;
      readonly parts: number;
    };

export interface ShardRequest {
  readonly program: Program;
  readonly seed: number;
  readonly contacts: ContactRange;
}

/** What a simulation worker answers to. `Source` is where its contacts come from; the worker keeps what it opened. */
export interface SimulationWorker<Source> {
  open(source: Source): Promise<void> | void;
  /** `onProgress` is told what share is done where a part takes long, before `run` answers. */
  run(request: ShardRequest, onProgress?: OnProgress): Promise<Results> | Results;
}

/** 0 … 1. */
export type OnProgress = (share: number) => void;

/** Contacts that one run with shared capacity can hold: all are in one part, and a place and a rank share a double (`ranked.ts`). */
export const MOST_CHRONOLOGICAL = 2 ** 21;
