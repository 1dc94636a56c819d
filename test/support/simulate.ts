import type { Audience } from '../../src/audience/audience.ts';
import { bind } from '../../src/audience/bind.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { compile, type OutputRequest } from '../../src/compile/compile.ts';
import type { Program } from '../../src/compile/program.ts';
import type { ContactRange } from '../../src/engine/protocol.ts';
import type { Results } from '../../src/engine/results.ts';
import { detailing } from '../../src/engine/detail.ts';
import { runContacts } from '../../src/engine/runContacts.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';

/** Contacts of whom nothing is known: everyone may be written to on every channel. Any number of them. */
export const anybody: Audience = { id: 'anybody', name: 'Anybody', rows: 1, columns: [], roles: {} };

/** The Program of a journey that must be right. */
export function programOf(journey: Journey, audience: Audience = anybody): Program {
  const compiled = tryCompile(journey, audience);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  return compiled.program;
}

export function tryCompile(journey: Journey, audience: Audience, policies = NO_POLICIES) {
  return tryCompileAll([journey], audience, policies);
}

/** Several journeys in one run. */
export function tryCompileAll(
  journeys: readonly Journey[],
  audience: Audience,
  policies = NO_POLICIES,
  outputs: OutputRequest = {},
) {
  return compile({ journeys, schema: schemaOf(audience), policies, calibration: BENCHMARKS_ONLY, outputs });
}

/** A part of a run; by default contacts 0 to `contacts`, whole. */
export function run(
  program: Program,
  {
    contacts,
    seed = 1,
    range,
    audience = anybody,
  }: { contacts: number; seed?: number; range?: ContactRange; audience?: Audience },
): Results {
  const whole: ContactRange = { kind: 'range', from: 0, to: contacts, of: contacts };
  return runContacts(
    { program, seed, contacts: range ?? whole },
    (numbers) => bind(program, audience, numbers),
    { detailing },
  );
}
