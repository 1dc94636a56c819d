import type { AudienceSchema, AudienceSource } from '../src/audience/audience.ts';
import { schemaOf } from '../src/audience/schema.ts';
import { synthesise } from '../src/audience/synthesise.ts';
import type { SimulateCommand } from './arguments.ts';
import { readAudience } from './readAudience.ts';

/** Whom a run is about. */
export interface Contacts {
  readonly name: string;
  readonly source: AudienceSource;
  readonly schema: AudienceSchema;
}

const SAMPLE_SEED = 1;
/** The sample's columns and values are the same for every size; this many rows show them all. */
const ROWS_FOR_SCHEMA = 10_000;

/** The audience of the command: its CSV file, or the sample audience of exactly as many contacts as are wanted. */
export async function openContacts(command: SimulateCommand): Promise<Contacts> {
  if (command.audience === undefined) return sample(command.contacts);
  const audience = await readAudience(command.audience, command.roles);
  return { name: audience.name, source: { kind: 'columns', audience }, schema: schemaOf(audience) };
}

function sample(rows: number): Contacts {
  return {
    name: 'the sample audience',
    source: { kind: 'synthetic', rows, seed: SAMPLE_SEED },
    schema: { ...schemaOf(synthesise(ROWS_FOR_SCHEMA, SAMPLE_SEED)), rows },
  };
}
