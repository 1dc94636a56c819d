import type { Rule } from '../../../../journey/rules.ts';
import type { AudienceChoice, Simulator } from '../../../../state/ports.ts';

/** `undefined`: there is no number, because only a run can tell or because counting failed. */
type Answered = (count: number | undefined) => void;

interface Question {
  readonly choice: AudienceChoice;
  readonly rule: Rule;
  readonly key: string;
  readonly answered: Set<Answered>;
}

/** Answers to remember: a form's, and those of a few edits before, which undo comes back to. */
const MOST_REMEMBERED = 500;

/**
 * What the forms want counted. One question is under way at a time, with all that was wanted when it was asked; what is not wanted any
 * more when its turn comes is never asked. So typing never waits for counts, and counts never fall behind typing.
 */
export class Questions {
  readonly #simulator: Pick<Simulator, 'countRules'>;
  readonly #wanted = new Map<string, Question>();
  readonly #known = new Map<string, number | undefined>();
  #asking = false;

  constructor(simulator: Pick<Simulator, 'countRules'>) {
    this.#simulator = simulator;
  }

  /** The answer, when it is there already. */
  remembered(choice: AudienceChoice, rule: Rule): { readonly count: number | undefined } | undefined {
    const key = keyOf(choice, rule);
    return this.#known.has(key) ? { count: this.#known.get(key) } : undefined;
  }

  /** Calls back once, unless `withdraw`, which is returned, was called before. */
  want(choice: AudienceChoice, rule: Rule, answered: Answered): () => void {
    const key = keyOf(choice, rule);
    const question = this.#wanted.get(key) ?? { choice, rule, key, answered: new Set() };
    question.answered.add(answered);
    this.#wanted.set(key, question);
    // All that one picture of the form wants is asked together.
    queueMicrotask(() => void this.#askNext());
    return () => {
      question.answered.delete(answered);
      if (question.answered.size === 0 && this.#wanted.get(key) === question) this.#wanted.delete(key);
    };
  }

  async #askNext(): Promise<void> {
    const [first] = this.#wanted.values();
    if (this.#asking || first === undefined) return;
    this.#asking = true;
    const asked = [...this.#wanted.values()].filter(({ choice }) => choice === first.choice);
    const rules = asked.map(({ rule }) => rule);
    // A number that cannot be had is no reason to stop working: the place stays empty, and the next edit asks again.
    const counts = await this.#simulator.countRules(first.choice, rules).catch(() => undefined);
    asked.forEach((question, index) => this.#settle(question, counts?.[index], counts !== undefined));
    this.#asking = false;
    void this.#askNext();
  }

  #settle(question: Question, count: number | undefined, remember: boolean): void {
    if (this.#wanted.get(question.key) === question) this.#wanted.delete(question.key);
    if (remember) this.#remember(question.key, count);
    for (const answered of question.answered) answered(count);
  }

  #remember(key: string, count: number | undefined): void {
    this.#known.set(key, count);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
  }
}

function keyOf(choice: AudienceChoice, rule: Rule): string {
  return JSON.stringify([choice, rule]);
}
