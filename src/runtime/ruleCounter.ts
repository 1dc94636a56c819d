import * as Comlink from 'comlink';
import type { AudienceColumn, AudienceSource, Roles } from '../audience/audience.ts';
import type { Rule } from '../journey/rules.ts';
import type { Counts, CountingWorker } from '../simulation/countWork.ts';
import type { StartWorker } from './pool.ts';

/** A worker that holds what rules have asked of one audience so far. Of an imported one it gets the columns they name, when they do. */
export class RuleCounter {
  readonly #source: AudienceSource;
  readonly #worker: Worker;
  readonly #remote: Comlink.Remote<CountingWorker>;
  readonly #failure: Promise<never>;
  readonly #sent = new Set<string>();
  #fail: (reason: Error) => void = () => undefined;
  #isOver = false;

  constructor(source: AudienceSource, start: StartWorker = startWorker) {
    this.#source = source;
    this.#worker = start();
    this.#remote = Comlink.wrap<CountingWorker>(this.#worker);
    this.#failure = new Promise<never>((_, reject) => (this.#fail = reject));
    this.#failure.catch(() => undefined);
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end(new Error(`Counting stopped: ${event.message || 'its worker could not be started'}.`));
    });
    // Sent first, so answered first; if it fails, so does the question after it.
    this.#remote.open(withoutColumns(source)).catch((reason: unknown) => this.end(asError(reason)));
  }

  /** A counter that is over answers nothing more: ask another. */
  get isOver(): boolean {
    return this.#isOver;
  }

  async count(rules: readonly Rule[]): Promise<Counts> {
    const missing = this.#missing(rules);
    if (missing.length > 0) await Promise.race([this.#remote.learn(missing), this.#failure]);
    return Promise.race([this.#remote.count(rules), this.#failure]);
  }

  end(reason: Error): void {
    this.#isOver = true;
    this.#fail(reason);
    this.#worker.terminate();
  }

  #missing(rules: readonly Rule[]): readonly AudienceColumn[] {
    if (this.#source.kind === 'synthetic') return [];
    const { audience } = this.#source;
    const wanted = new Set(rules.flatMap((rule) => columnsOf(rule, audience.roles)));
    const missing = audience.columns.filter(({ name }) => wanted.has(name) && !this.#sent.has(name));
    for (const { name } of missing) this.#sent.add(name);
    return missing;
  }
}

function withoutColumns(source: AudienceSource): AudienceSource {
  return source.kind === 'columns' ? { ...source, audience: { ...source.audience, columns: [] } } : source;
}

/** Names of the columns that a rule reads, those that its tags and consents stand in included. */
function columnsOf(rule: Rule, roles: Roles): readonly string[] {
  const inRole = (role: string) => Object.keys(roles).filter((name) => roles[name] === role);
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.flatMap((part) => columnsOf(part, roles));
    case 'column':
      return [rule.column];
    case 'tag':
      return inRole('tags');
    case 'consent':
      return inRole(`consent:${rule.channel}`);
    case 'score':
    case 'behaviour':
      return [];
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/count.worker.ts', import.meta.url), { type: 'module' });
}
