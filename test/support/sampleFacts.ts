import { schemaOf } from '../../src/audience/schema.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Facts } from '../../src/journey/facts.ts';

/** What the linter is told of the built-in audience. */
export const sampleFacts: Facts = { schema: schemaOf(synthesise(2000, 1)) };
