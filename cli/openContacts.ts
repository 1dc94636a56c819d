import type { AudienceSchema, AudienceSource } from '../src/audience/audience.ts';
import { schemaOf } from '../src/audience/schema.ts';
import { sampleSchema, sampleSource } from '../src/simulation/sampleAudience.ts';
import type { SimulateCommand } from './arguments.ts';
import { readAudience } from './readAudience.ts';

/** Whom a run is about. */
export interface Contacts {
  readonly name: string;
  readonly source: AudienceSource;
  readonly schema: AudienceSchema;
}

/** The audience of the command: its CSV file, or the sample audience of exactly as many contacts as are wanted. */
export async function openContacts(command: SimulateCommand): Promise<Contacts> {
  if (command.audience === undefined) {
    const rows = command.contacts;
    return { name: 'the sample audience', source: sampleSource(rows), schema: sampleSchema(rows) };
  }
  const audience = await readAudience(command.audience, command.roles);
  return { name: audience.name, source: { kind: 'columns', audience }, schema: schemaOf(audience) };
}
