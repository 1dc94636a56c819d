import type { Audience, AudienceColumn, AudienceSource } from '../audience/audience.ts';
import { evaluateRule, joinAnswers } from '../audience/rules.ts';
import { synthesise } from '../audience/synthesise.ts';
import type { Rule } from '../journey/rules.ts';

/** Answers are kept for the next question while they take no more than this together. */
const MOST_KEPT_BYTES = 64_000_000;

/** What a counting worker answers to. */
export interface CountingWorker {
  /** Of an imported audience only what `learn` brings is known: a question is about few of its columns. */
  open(source: AudienceSource): Promise<void> | void;
  /** Columns of the opened audience that it does not have yet. */
  learn(columns: readonly AudienceColumn[]): Promise<void> | void;
  /** How many contacts of the whole audience match each rule, as they are before a run; undefined: only a run can tell. */
  count(rules: readonly Rule[]): Promise<Counts> | Counts;
}

export type Counts = readonly (number | undefined)[];

/** Counts by the evaluation that binds a run's contacts. A part that was asked about before is not evaluated again. */
export class CountWork implements CountingWorker {
  #audience: Audience | undefined;
  #rows = new Uint32Array(0);
  readonly #kept = new Map<string, Uint8Array>();

  open(source: AudienceSource): void {
    const audience = source.kind === 'columns' ? source.audience : synthesise(source.rows, source.seed);
    this.#audience = audience;
    this.#rows = Uint32Array.from({ length: audience.rows }, (_, row) => row);
    this.#kept.clear();
  }

  learn(columns: readonly AudienceColumn[]): void {
    const audience = this.#opened();
    this.#audience = { ...audience, columns: [...audience.columns, ...columns] };
  }

  count(rules: readonly Rule[]): Counts {
    this.#opened();
    return rules.map((rule) => (isKnownBefore(rule) ? sumOf(this.#answers(rule)) : undefined));
  }

  #opened(): Audience {
    if (this.#audience === undefined)
      throw new RangeError('a count was asked for before its audience was opened');
    return this.#audience;
  }

  #answers(rule: Rule): Uint8Array {
    const key = JSON.stringify(rule);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      // What is asked again is the last to be forgotten.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const answers = this.#evaluate(rule);
    this.#keep(key, answers);
    return answers;
  }

  #evaluate(rule: Rule): Uint8Array {
    if (!('rules' in rule)) return evaluateRule(rule, this.#opened(), this.#rows);
    return joinAnswers(rule.kind, this.#rows.length, (index) => {
      const part = rule.rules[index];
      return part && this.#answers(part);
    });
  }

  #keep(key: string, answers: Uint8Array): void {
    this.#kept.set(key, answers);
    const most = Math.max(1, Math.floor(MOST_KEPT_BYTES / Math.max(1, this.#rows.length)));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) return;
      this.#kept.delete(oldest);
    }
  }
}

/** Whether the audience alone says who matches: nothing that happens in a journey is asked about. */
function isKnownBefore(rule: Rule): boolean {
  if ('rules' in rule) return rule.rules.every(isKnownBefore);
  return rule.kind !== 'score' && rule.kind !== 'behaviour';
}

function sumOf(answers: Uint8Array): number {
  let sum = 0;
  for (const answer of answers) sum += answer;
  return sum;
}
