import type { AudienceSchema, AudienceSource } from '../audience/audience.ts';
import { schemaOf } from '../audience/schema.ts';
import { synthesise } from '../audience/synthesise.ts';

const SEED = 1;
/** The sample's columns and values are the same for every size; this many rows show them all. */
const ROWS_FOR_SCHEMA = 2_000;

let known: AudienceSchema | undefined;

/** The built-in audience, `rows` large; the same contacts everywhere. */
export function sampleSource(rows: number): AudienceSource {
  return { kind: 'synthetic', rows, seed: SEED };
}

export function sampleSchema(rows: number): AudienceSchema {
  known ??= schemaOf(synthesise(ROWS_FOR_SCHEMA, SEED));
  return { ...known, rows };
}
