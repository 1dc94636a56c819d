import { buildReport } from '../analytics/buildReport.ts';
import type { RunDetail } from '../analytics/detail.ts';
import type { Who } from '../analytics/stories/closeUp.ts';
import type { SegmentFigures } from '../analytics/segmentFigures.ts';
import type { Part } from '../audience/parts.ts';
import type { Audience, AudienceSchema, AudienceSource } from '../audience/audience.ts';
import type { FoundContact } from '../audience/findContacts.ts';
import type { ContactForm } from '../audience/oneContact.ts';
import { schemaOf } from '../audience/schema.ts';
import { synthesise } from '../audience/synthesise.ts';
import { compile, type OutputRequest } from '../compile/compile.ts';
import type { ForcedAnswer, Program } from '../compile/program.ts';
import { MOST_CHRONOLOGICAL } from '../engine/protocol.ts';
import type { Results } from '../engine/results.ts';
import type { Rule } from '../journey/rules.ts';
import type { Counts } from '../simulation/countWork.ts';
import { partition } from '../simulation/partition.ts';
import { sampleSchema, sampleSource } from '../simulation/sampleAudience.ts';
import { wordsOf } from '../simulation/words.ts';
import { Pool, type StartWorker } from './pool.ts';
import type {
  AudienceChoice,
  CloseUpOutcome,
  ComparisonHandle,
  PlaybackOutcome,
  Progress,
  RunHandle,
  SimulationOutcome,
  SimulationRequest,
} from './requests.ts';
import type { RuleCounter } from './ruleCounter.ts';

/** Before this the rate says little. */
const SECONDS_BEFORE_GUESS = 0.5;
/** As many contacts of the sample say where its columns are cut. */
const ROWS_FOR_PARTS = 20_000;
/** More workers than this bring little and cost memory. */
const MOST_WORKERS = 8;

export interface SimulatorOptions {
  readonly loadAudience: (id: string) => Promise<Audience | undefined>;
  readonly cores: number;
  readonly startWorker?: StartWorker;
  readonly startCounter?: StartWorker;
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

interface WarmPool {
  readonly key: string;
  readonly pool: Pool;
}

interface Opened {
  readonly key: string;
  readonly schema: AudienceSchema;
  readonly source: AudienceSource;
}

/** Runs journeys in workers: forecasts in a pool that stays warm, each full run in a pool of its own that ends with it. */
export class Simulator {
  readonly #options: SimulatorOptions;
  #comparing: Promise<unknown> = Promise.resolve();
  #warmToCompare: WarmPool | undefined;
  #warmToTell: WarmPool | undefined;
  #opened: { readonly key: string; readonly opening: Promise<Opened> } | undefined;
  #counting: { readonly key: string; readonly counter: RuleCounter } | undefined;
  #warm: WarmPool | undefined;
  #forecasting: Promise<unknown> = Promise.resolve();
  #newest = 0;

  constructor(options: SimulatorOptions) {
    this.#options = options;
  }

  async schema(choice: AudienceChoice): Promise<AudienceSchema> {
    return (await this.#open(choice)).schema;
  }

  /** What is known of one contact, by column, as people write it. Of the sample only that contact is made. */
  async contact(choice: AudienceChoice, row: number): Promise<Readonly<Record<string, string>>> {
    const { source } = await this.#open(choice);
    const { contactValues } = await import('../audience/contactValues.ts');
    return source.kind === 'columns'
      ? contactValues(source.audience, row)
      : contactValues(synthesise(source.rows, source.seed, row, row + 1), 0);
  }

  /** The same as a form holds it. */
  async contactForm(choice: AudienceChoice, row: number): Promise<ContactForm> {
    const { source } = await this.#open(choice);
    const { formOf } = await import('../audience/oneContact.ts');
    return source.kind === 'columns'
      ? formOf(source.audience, row)
      : formOf(synthesise(source.rows, source.seed, row, row + 1), 0);
  }

  /** Contacts of whom a column says this text, the first `most` by number. */
  async findContacts(choice: AudienceChoice, text: string, most: number): Promise<readonly FoundContact[]> {
    const { source } = await this.#open(choice);
    const { findInSource } = await import('./findContacts.ts');
    return findInSource(source, text, most);
  }

  /** The audience cut by one of its columns; of the sample the first contacts say where. */
  async parts(choice: AudienceChoice, column: string): Promise<readonly Part[] | undefined> {
    const { source } = await this.#open(choice);
    const { partsOf } = await import('../audience/parts.ts');
    const audience =
      source.kind === 'columns'
        ? source.audience
        : synthesise(source.rows, source.seed, 0, Math.min(source.rows, ROWS_FOR_PARTS));
    const found = audience.columns.find(({ name }) => name === column);
    return found && partsOf(found);
  }

  /** How many contacts of the whole audience match each rule before a run; undefined where only a run can tell. */
  async countRules(choice: AudienceChoice, rules: readonly Rule[]): Promise<Counts> {
    const [{ key, source }, { RuleCounter }] = await Promise.all([
      this.#open(choice),
      import('./ruleCounter.ts'),
    ]);
    if (this.#counting?.key !== key || this.#counting.counter.isOver) {
      this.#counting?.counter.end(new Cancelled('Another audience was chosen.'));
      this.#counting = { key, counter: new RuleCounter(source, this.#options.startCounter) };
    }
    return this.#counting.counter.count(rules);
  }

  /** One forecast at a time; of those that wait only the newest is run, the others resolve to undefined. */
  forecast(request: SimulationRequest): Promise<SimulationOutcome | undefined> {
    const turn = ++this.#newest;
    const answer = this.#forecasting.then(() =>
      turn === this.#newest ? this.#forecastNow(request) : undefined,
    );
    this.#forecasting = answer.catch(() => undefined);
    return answer;
  }

  /** Comparisons wait for each other, in workers of their own: forecasts go on meanwhile. */
  compare(
    requests: readonly SimulationRequest[],
    onProgress: (progress: Progress) => void = () => undefined,
  ): ComparisonHandle {
    let isCancelled = false;
    const done = this.#comparing.then(async () => {
      const begun = performance.now();
      const outcomes: SimulationOutcome[] = [];
      for (const request of requests) {
        if (isCancelled) throw new Cancelled('The comparison was cancelled.');
        const opened = await this.#openFor(request);
        this.#warmToCompare = this.#warmed(this.#warmToCompare, opened);
        outcomes.push(await simulate(request, opened, { pool: this.#warmToCompare.pool, scale: true }));
        onProgress(progressOf(outcomes.length / requests.length, performance.now() - begun));
      }
      return outcomes;
    });
    this.#comparing = done.catch(() => undefined);
    return { done, cancel: () => (isCancelled = true) };
  }

  /** In the forecasts' warm pool, after the one under way; it is over sooner than a forecast, and none waits for its turn. */
  async playback(request: SimulationRequest): Promise<PlaybackOutcome> {
    await this.#forecasting;
    const opened = await this.#openFor(request);
    const { schema } = opened;
    const contacts = Math.min(request.contacts, schema.rows);
    const compiled = compileFor(request, schema, { stories: contacts });
    if (!compiled.ok) return compiled;
    this.#warm = this.#warmed(this.#warm, opened);
    const { pool } = this.#warm;
    const { playRun } = await import('./playRun.ts');
    const run = { program: compiled.program, contacts, audienceRows: schema.rows, seed: request.seed };
    return { ok: true, playback: await playRun(pool, run) };
  }

  /** In a worker of its own: a story never waits for a forecast. Somebody made up is an audience of her own. */
  async closeUp(
    request: SimulationRequest,
    who: Who,
    forced: readonly ForcedAnswer[] = [],
  ): Promise<CloseUpOutcome> {
    const opened = await this.#openFor(request);
    const { runCloseUp, madeUp } = await import('./closeUp.ts');
    const { key, schema, source } = who.kind === 'madeUp' ? madeUp(opened.schema, who.form) : opened;
    const compiled = compileFor(request, schema);
    if (!compiled.ok) return compiled;
    this.#warmToTell = this.#warmed(this.#warmToTell, { key, schema, source }, 1);
    const { program } = compiled;
    const { contacts, seed } = request;
    const run = { program, who, contacts, seed, forced, source, rows: opened.schema.rows };
    return { ok: true, closeUp: await runCloseUp(this.#warmToTell.pool, run) };
  }

  run(request: SimulationRequest, onProgress: (progress: Progress) => void): RunHandle {
    const cancelled = new Cancelled('The run was cancelled.');
    let pool: Pool | undefined;
    let isCancelled = false;
    const start = async (): Promise<SimulationOutcome> => {
      const opened = await this.#openFor(request);
      if (isCancelled) throw cancelled;
      const { cores, startWorker } = this.#options;
      pool = new Pool(opened.source, Math.min(MOST_WORKERS, Math.max(1, cores)), startWorker);
      const begun = performance.now();
      let share = 0;
      let repeats = 0;
      const tell = () => {
        const progress = progressOf(share, performance.now() - begun);
        onProgress(repeats === 0 ? progress : { ...progress, repeats });
      };
      try {
        return await simulate(request, opened, {
          pool,
          onProgress: (done) => {
            share = done;
            tell();
          },
          onDeath: () => {
            repeats++;
            tell();
          },
        });
      } finally {
        pool.close(cancelled);
      }
    };
    return {
      done: start(),
      cancel: () => {
        isCancelled = true;
        pool?.close(cancelled);
      },
    };
  }

  async #forecastNow(request: SimulationRequest): Promise<SimulationOutcome> {
    const opened = await this.#openFor(request);
    this.#warm = this.#warmed(this.#warm, opened);
    return simulate(request, opened, { pool: this.#warm.pool, scale: true });
  }

  /** The pool that is there, or one for another audience in its place. */
  #warmed(there: WarmPool | undefined, { key, source }: Opened, most = 2): WarmPool {
    if (there?.key === key) return there;
    there?.pool.close(new Cancelled('Another audience was chosen.'));
    const size = Math.min(most, Math.max(1, this.#options.cores - 1));
    return { key, pool: new Pool(source, size, this.#options.startWorker) };
  }

  /** A run of more contacts than the sample audience has makes the sample as large as the run, as the command line does. */
  #openFor({ audience, contacts }: SimulationRequest): Promise<Opened> {
    const choice =
      audience.kind === 'sample' ? { ...audience, rows: Math.max(audience.rows, contacts) } : audience;
    return this.#open(choice);
  }

  #open(choice: AudienceChoice): Promise<Opened> {
    const key = JSON.stringify(choice);
    if (this.#opened?.key !== key) {
      const opening = this.#load(key, choice);
      this.#opened = { key, opening };
      // What failed is tried again next time.
      opening.catch(() => (this.#opened = undefined));
    }
    return this.#opened.opening;
  }

  async #load(key: string, choice: AudienceChoice): Promise<Opened> {
    if (choice.kind === 'sample')
      return { key, schema: sampleSchema(choice.rows), source: sampleSource(choice.rows) };
    const audience = await this.#options.loadAudience(choice.id);
    if (audience === undefined)
      throw new Error('This audience is not in this browser any more. Choose another.');
    return { key, schema: schemaOf(audience), source: { kind: 'columns', audience } };
  }
}

interface Means {
  readonly pool: Pool;
  readonly onProgress?: (share: number) => void;
  readonly onDeath?: () => void;
  /** Show a sample's counts for the whole audience. */
  readonly scale?: boolean;
}

async function simulate(
  request: SimulationRequest,
  { schema }: Opened,
  means: Means,
): Promise<SimulationOutcome> {
  const begun = performance.now();
  const { journey, seed } = request;
  const compiled = compileFor(request, schema, {
    detail: request.detailed === true,
    ...(request.segments && { segments: request.segments }),
    ...(request.accounts !== undefined && { accounts: request.accounts }),
  });
  if (!compiled.ok) return compiled;
  const { program } = compiled;
  const scaleTo = request.showFor ?? (means.scale === true ? schema.rows : undefined);
  if (program.chronological && request.contacts > MOST_CHRONOLOGICAL)
    throw new RangeError(
      `Agents, budgets and rate limits make contacts depend on each other, so at most ${MOST_CHRONOLOGICAL} can be simulated at once. Choose fewer.`,
    );
  // A forecast is over in a moment: one part a worker. A run is cut finer, so that its progress moves.
  const shards = program.chronological ? 1 : means.scale === true ? means.pool.size : undefined;
  const results = await means.pool.run({
    program,
    seed,
    parts: partition(request.contacts, schema.rows, shards),
    ...(means.onProgress === undefined ? {} : { onProgress: means.onProgress }),
    ...(means.onDeath === undefined ? {} : { onDeath: means.onDeath }),
  });
  const report = buildReport({
    program,
    results,
    seed,
    seconds: (performance.now() - begun) / 1000,
    ...wordsOf(journey),
    economics: request.policies.economics,
    audienceRows: schema.rows,
    ...(scaleTo === undefined ? {} : { scaleTo }),
  });
  return { ok: true, report, ...(await closeUp(request, { program, results, scaleTo })) };
}

interface Ran {
  readonly program: Program;
  readonly results: Results;
  readonly scaleTo: number | undefined;
}

/** What was asked for beside the report. */
async function closeUp(
  { detailed, segments, policies }: SimulationRequest,
  { program, results, scaleTo }: Ran,
): Promise<{ detail?: RunDetail; segments?: readonly SegmentFigures[] }> {
  const run = { program, results, ...(scaleTo !== undefined && { scaleTo }) };
  const [detail, figures] = await Promise.all([
    detailed === true && import('../analytics/buildDetail.ts').then(({ buildDetail }) => buildDetail(run)),
    segments &&
      import('../analytics/segmentFigures.ts').then(({ segmentFigures }) =>
        segmentFigures({ ...run, grossMargin: policies.economics?.grossMargin }),
      ),
  ]);
  return { ...(detail && { detail }), ...(figures && { segments: figures }) };
}

function compileFor(
  { journey, policies, calibration, contacts, muted = [] }: SimulationRequest,
  schema: AudienceSchema,
  outputs: OutputRequest = {},
) {
  const rows = Math.max(schema.rows, contacts);
  return compile({ journeys: [journey], schema: { ...schema, rows }, policies, calibration, outputs, muted });
}

function progressOf(share: number, elapsedMs: number): Progress {
  const seconds = elapsedMs / 1000;
  if (share === 0 || seconds < SECONDS_BEFORE_GUESS) return { share };
  return { share, secondsLeft: (seconds * (1 - share)) / share };
}
