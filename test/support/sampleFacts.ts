import type { Facts } from '../../src/journey/facts.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { sampleSchema } from '../../src/simulation/sampleAudience.ts';
import { CONVERSION_BENCHMARKS } from '../../src/state/conversionBenchmarks.ts';
import { SAMPLE_CONTACTS } from '../../src/state/workspace.ts';

/** What the app tells the linter of the built-in audience. */
export const sampleFacts: Facts = {
  schema: sampleSchema(SAMPLE_CONTACTS),
  policies: NO_POLICIES,
  conversions: CONVERSION_BENCHMARKS,
};
