import type { CloseUp, Who } from '../../src/analytics/stories/closeUp.ts';
import type { AudienceSource } from '../../src/audience/audience.ts';
import { audienceOfOne, formOf, schemaWith, type ContactForm } from '../../src/audience/oneContact.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import { compile } from '../../src/compile/compile.ts';
import type { ForcedAnswer } from '../../src/compile/program.ts';
import { mergeResults } from '../../src/engine/merge.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { closeUpOf, planCloseUp } from '../../src/simulation/closeUp.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import type { Played } from './played.ts';

const SAMPLE_SEED = 1;

/** What the app’s simulator answers about somebody of the sample, in this thread; undefined: the journey cannot run. */
export function closeUpHere(
  journey: Journey,
  { rows, contacts, seed = 1, policies = NO_POLICIES }: Played,
  who: Who,
  forced: readonly ForcedAnswer[] = [],
): CloseUp | undefined {
  const own = who.kind === 'madeUp' ? audienceOfOne(sampleSchema(rows), who.form) : undefined;
  const schema = own ? schemaWith(sampleSchema(rows), own) : sampleSchema(rows);
  const compiled = compile({ journeys: [journey], schema, policies, calibration: {} });
  if (!compiled.ok) return undefined;
  const { program, parts } = planCloseUp(compiled.program, who, { contacts, rows, forced });
  const source: AudienceSource = own ? { kind: 'columns', audience: own } : sampleSource(rows);
  const work = new ShardWork();
  work.open(source);
  const results = parts.map((part) => work.run({ program, seed, contacts: part })).reduce(mergeResults);
  return closeUpOf({ program, results, seed, who, audienceRows: rows, machine: undefined });
}

/** A contact of the sample as a form holds it. */
export function formOfSample(rows: number, row: number): ContactForm {
  return formOf(synthesise(rows, SAMPLE_SEED, row, row + 1), 0);
}
