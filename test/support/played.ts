import { countsAt, type Playback } from '../../src/analytics/playback.ts';
import { playbackOf } from '../../src/analytics/playbackOf.ts';
import { compile } from '../../src/compile/compile.ts';
import type { Program } from '../../src/compile/program.ts';
import type { JourneyResults } from '../../src/engine/results.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import { minutes } from '../../src/journey/units.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';

export interface Played {
  readonly rows: number;
  readonly contacts: number;
  readonly seed?: number;
  readonly policies?: Policies;
}

const work = new Map<number, ShardWork>();

/** What the app’s worker would answer over the sample audience. */
function simulate(program: Program, { rows, contacts, seed = 1 }: Played) {
  const worker = work.get(rows) ?? new ShardWork();
  if (!work.has(rows)) worker.open(sampleSource(rows));
  work.set(rows, worker);
  const [part] = partition(contacts, rows, 1);
  if (part === undefined) throw new RangeError('a run needs contacts');
  return worker.run({ program, seed, contacts: part });
}

function programOf(journey: Journey, { rows, contacts, policies = NO_POLICIES }: Played, traced: boolean) {
  return compile({
    journeys: [journey],
    schema: sampleSchema(rows),
    policies,
    calibration: {},
    outputs: traced ? { stories: contacts } : {},
  });
}

/** The journey as it is played, with what the run of the same contacts counted; undefined: it cannot run. */
export function play(journey: Journey, played: Played) {
  const compiled = programOf(journey, played, true);
  if (!compiled.ok) return undefined;
  const { program } = compiled;
  const results = simulate(program, played);
  return { program, results, playback: playbackOf({ program, results, audienceRows: played.rows }) };
}

/**
 * What a run counts that ends after `minute`, by the engine alone. The Program is cut, not the journey: luck is keyed, so nothing before
 * the cut changes, while a journey with a short horizon may have problems of its own.
 */
export function runUntil(
  { program }: { readonly program: Program },
  minute: number,
  played: Played,
): JourneyResults {
  const end = minute + 1;
  const journeys = program.journeys.map((journey) => ({ ...journey, horizonMinute: end }));
  const outputs = { ...program.outputs, stories: 0 };
  const { journeys: counted } = simulate({ ...program, endMinute: end, journeys, outputs }, played);
  return counted[0]!;
}

/** The same of the journey itself with its horizon cut in its settings; undefined: it has errors then. */
export function runWithHorizon(journey: Journey, minute: number, played: Played): JourneyResults | undefined {
  const settings = { ...journey.settings, horizonMinutes: minutes(minute + 1) };
  const compiled = programOf({ ...journey, settings }, played, false);
  return compiled.ok ? simulate(compiled.program, played).journeys[0] : undefined;
}

/** `count` minutes over the whole run: its beginning, its end, and between them where something happens and where nothing does. */
export function scrubTimes({ visits, endMinute }: Playback, count = 10): number[] {
  const { moves, leave } = visits;
  return Array.from({ length: count }, (_, n) => {
    const even = Math.floor((n * (endMinute - 1)) / (count - 1));
    const move = moves[Math.floor((n * moves.length) / count)];
    return n % 2 === 0 || move === undefined ? even : leave[move]!;
  });
}

export const standing = (playback: Playback, minute: number) => [...countsAt(playback, minute)];
