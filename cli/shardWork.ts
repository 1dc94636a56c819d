import { bind } from '../src/audience/bind.ts';
import type { AudienceSource } from '../src/audience/audience.ts';
import { synthesise } from '../src/audience/synthesise.ts';
import type { Columns, Program } from '../src/compile/program.ts';
import { contactsOf } from '../src/engine/contacts.ts';
import type { ContactRange, ShardRequest, SimulationWorker } from '../src/engine/protocol.ts';
import type { Results } from '../src/engine/results.ts';
import { runShard } from '../src/engine/run.ts';

/** Runs parts of an audience, in whatever thread it is in. */
export class ShardWork implements SimulationWorker<AudienceSource> {
  private source: AudienceSource | undefined;

  open(source: AudienceSource): void {
    this.source = source;
  }

  run({ program, seed, contacts }: ShardRequest): Results {
    if (this.source === undefined)
      throw new RangeError('a shard was asked for before its audience was opened');
    return runShard(program, columnsOf(this.source, program, { contacts, seed }), seed);
  }
}

function columnsOf(
  source: AudienceSource,
  program: Program,
  { contacts, seed }: { readonly contacts: ContactRange; readonly seed: number },
): Columns {
  const chosen = contactsOf(contacts, seed);
  if (source.kind === 'columns') return bind(program, source.audience, chosen);
  // Only the rows of this part are made up; bound by their place in it, they keep their number in the whole.
  const [from, to] = contacts.kind === 'range' ? [contacts.from, contacts.to] : [0, source.rows];
  const slice = synthesise(source.rows, source.seed, from, to);
  const columns = bind(
    program,
    slice,
    chosen.map((contact) => contact - from),
  );
  return { ...columns, contact: chosen };
}
