import type { Playback } from '../analytics/playback.ts';
import { playbackOf } from '../analytics/playbackOf.ts';
import type { Program } from '../compile/program.ts';
import type { ContactRange } from '../engine/protocol.ts';
import { partition } from '../simulation/partition.ts';
import type { Pool } from './pool.ts';

const NOBODY: ContactRange = { kind: 'range', from: 0, to: 0, of: 0 };

interface PlayedRun {
  /** With the stories of all its contacts asked for. */
  readonly program: Program;
  readonly contacts: number;
  readonly audienceRows: number;
  readonly seed: number;
}

/** Runs the contacts in one part: in several, their stories would have to be sorted into each other. */
export async function playRun(
  pool: Pool,
  { program, contacts, audienceRows, seed }: PlayedRun,
): Promise<Playback> {
  const [part = NOBODY] = partition(contacts, audienceRows, 1);
  const results = await pool.run({ program, seed, parts: [part] });
  return playbackOf({ program, results, audienceRows });
}
