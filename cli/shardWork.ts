import type { AudienceSource } from '../src/audience/audience.ts';
import { bind } from '../src/audience/bind.ts';
import { synthesise } from '../src/audience/synthesise.ts';
import type { Columns, Program } from '../src/compile/program.ts';
import type { ShardRequest, SimulationWorker } from '../src/engine/protocol.ts';
import type { Results } from '../src/engine/results.ts';
import { runContacts } from '../src/engine/runContacts.ts';

/** Runs parts of an audience, in whatever thread it is in. */
export class ShardWork implements SimulationWorker<AudienceSource> {
  private source: AudienceSource | undefined;

  open(source: AudienceSource): void {
    this.source = source;
  }

  run(request: ShardRequest): Results {
    const { source } = this;
    if (source === undefined) throw new RangeError('a part was asked for before its audience was opened');
    return runContacts(request, (contacts) => columnsOf(source, request.program, contacts));
  }
}

/** `contacts` ascend. */
function columnsOf(source: AudienceSource, program: Program, contacts: Uint32Array): Columns {
  if (source.kind === 'columns') return bind(program, source.audience, contacts);
  // Only the rows between the first and the last are made up; bound by their place there, they keep their number.
  const from = contacts[0] ?? 0;
  const to = (contacts.at(-1) ?? 0) + 1;
  const slice = synthesise(source.rows, source.seed, from, Math.min(to, source.rows));
  return {
    ...bind(
      program,
      slice,
      contacts.map((contact) => contact - from),
    ),
    contact: contacts,
  };
}
