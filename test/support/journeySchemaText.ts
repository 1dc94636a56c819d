import * as z from 'zod/mini';
import { journeySchema } from '../../src/journey/schema.ts';

/** The text of `public/schema/journey-1.json`, made from the schema that the app itself parses with. */
export function journeySchemaText(): string {
  const generated = z.toJSONSchema(journeySchema, { target: 'draft-2020-12', io: 'input' });
  const { $schema, ...shape } = generated;
  const document = {
    $schema,
    title: 'Rehearsal journey, version 1',
    description:
      'A customer journey as Rehearsal saves it. The shape only: links must also lead to steps that exist, and some journeys of this shape cannot be simulated; docs/journey-format.md says which.',
    ...shape,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
