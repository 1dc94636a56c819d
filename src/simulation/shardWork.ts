import { bind } from '../audience/bind.ts';
import type { Audience, AudienceSource } from '../audience/audience.ts';
import { synthesise } from '../audience/synthesise.ts';
import type { Columns, Program } from '../compile/program.ts';
import type { OnProgress, ShardRequest, SimulationWorker } from '../engine/protocol.ts';
import type { Results } from '../engine/results.ts';
import type { Detailing } from '../engine/detailBook.ts';
import { runContacts } from '../engine/runContacts.ts';

/** Runs parts of an audience in whatever thread it is in: a browser's worker, a Node thread, a test. */
export class ShardWork implements SimulationWorker<AudienceSource> {
  private source: AudienceSource | undefined;
  /** The whole sample audience, made when a sample of it is first asked for. */
  private whole: Audience | undefined;

  open(source: AudienceSource): void {
    this.source = source;
    this.whole = undefined;
  }

  /** `detailing` is needed where the run's detail is asked for. */
  run(request: ShardRequest, onProgress?: OnProgress, detailing?: Detailing): Results {
    const { source } = this;
    if (source === undefined) throw new RangeError('a shard was asked for before its audience was opened');
    return runContacts(request, (contacts) => this.bind(source, request, contacts), {
      onProgress,
      detailing,
    });
  }

  private bind(
    source: AudienceSource,
    { program, contacts: { kind } }: ShardRequest,
    contacts: Uint32Array,
  ): Columns {
    if (source.kind === 'columns') return bind(program, source.audience, contacts);
    // Colleagues may be anywhere in the audience.
    if (kind === 'range' && program.outputs.accounts === undefined)
      return bindSlice(source, program, contacts);
    this.whole ??= synthesise(source.rows, source.seed);
    return bind(program, this.whole, contacts);
  }
}

/** Makes up only the rows that neighbouring contacts need; bound by their place in the slice, they keep their number in the whole. */
function bindSlice(
  source: Extract<AudienceSource, { kind: 'synthetic' }>,
  program: Program,
  contacts: Uint32Array,
): Columns {
  const from = contacts[0] ?? 0;
  const slice = synthesise(
    source.rows,
    source.seed,
    from,
    Math.min(from + Math.max(1, contacts.length), source.rows),
  );
  return {
    ...bind(
      program,
      slice,
      contacts.map((contact) => contact - from),
    ),
    contact: contacts,
  };
}

/** The same for the page's worker: what only some runs need is fetched for the first of them. */
export class LateShardWork implements SimulationWorker<AudienceSource> {
  private readonly work = new ShardWork();

  open(source: AudienceSource): void {
    this.work.open(source);
  }

  async run(request: ShardRequest, onProgress?: OnProgress): Promise<Results> {
    const late = request.program.outputs.detail ? await import('../engine/detail.ts') : undefined;
    return this.work.run(request, onProgress, late?.detailing);
  }
}
