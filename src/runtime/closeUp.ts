import type { CloseUp, Who } from '../analytics/stories/closeUp.ts';
import type { AudienceSchema, AudienceSource } from '../audience/audience.ts';
import { audienceOfOne, readByMachine, schemaWith, type ContactForm } from '../audience/oneContact.ts';
import type { ForcedAnswer, Program } from '../compile/program.ts';
import { closeUpOf, planCloseUp } from '../simulation/closeUp.ts';
import type { Pool } from './pool.ts';

interface CloseUpRun {
  readonly program: Program;
  readonly who: Who;
  readonly contacts: number;
  readonly rows: number;
  readonly seed: number;
  readonly forced?: readonly ForcedAnswer[];
  readonly source: AudienceSource;
}

/** Somebody made up, with the columns of an audience; a journey compiles for her as for it. */
export function madeUp(of: AudienceSchema, form: ContactForm) {
  const audience = audienceOfOne(of, form);
  const source: AudienceSource = { kind: 'columns', audience };
  return { key: JSON.stringify(['made up', of.roles, form]), schema: schemaWith(of, audience), source };
}

export async function runCloseUp(pool: Pool, run: CloseUpRun): Promise<CloseUp> {
  const { who, seed, rows, source } = run;
  const { program, parts } = planCloseUp(run.program, who, run);
  const results = await pool.run({ program, seed, parts });
  const row = who.kind === 'contact' ? who.number % rows : 0;
  const machine = source.kind === 'columns' ? readByMachine(source.audience, row) : undefined;
  const closeUp = closeUpOf({ program, results, seed, who, audienceRows: rows, machine });
  if (closeUp) return closeUp;
  throw new Error(
    `Contacts of this journey share agents, budgets, rate limits or places, so only the ${results.contacts} who were simulated together have a story. Choose one of them.`,
  );
}
