import { stepEntries } from '../journey/graph.ts';
import type { Journey, StepId } from '../journey/journey.ts';
import type { Problem } from '../journey/problem.ts';
import type { Blank, BlankForm, Fit, Fitting } from '../journey/portability.ts';

export interface Told {
  readonly code: string;
  readonly words: string;
  readonly values?: Fit['values'];
  /** Absent: native things come back, others do not. */
  readonly returns?: boolean;
}

export interface Asked extends Pick<Blank, 'id' | 'kind' | 'what' | 'form' | 'options' | 'scope'> {
  readonly step?: StepId;
  /** What is written without an answer works as it is. */
  readonly optional?: boolean;
  /** What stood there in the file that the journey came from. */
  readonly kept?: string | undefined;
  /** What stands in the file when nobody answers; of the blank's form, and seen to be no real id. */
  readonly placeholder: string;
}

/** Collects, while a file is made, what becomes of each thing, what is to be filled in, and what is to be warned of. */
export class Portability {
  readonly #journey: Journey;
  readonly #answers: Readonly<Record<string, string>>;
  readonly #fits: Fit[] = [];
  readonly #blanks = new Map<string, Blank>();
  /** Blanks whose answers were warned of. */
  readonly #misfits = new Set<string>();
  readonly warnings: Problem[] = [];

  /** `journey` is the one that the person sees, before anything was lowered. */
  constructor(journey: Journey, answers: Readonly<Record<string, string>> = {}) {
    this.#journey = journey;
    this.#answers = answers;
  }

  /** `step` undefined: the whole journey. Saying the same twice says it once. */
  say(fit: Fitting, step: StepId | undefined, told: Told): void {
    const { code, words, values = {}, returns = fit === 'native' } = told;
    const known = this.#fits.some(
      (other) => other.step === step && other.code === code && other.words === words && other.fit === fit,
    );
    if (!known) this.#fits.push({ fit, code, words, values, returns, ...(step !== undefined && { step }) });
  }

  /** The value for a blank: what was answered, else kept, else the placeholder. */
  fill(asked: Asked): string {
    const { id, kind, what, form, options, scope, step, kept, placeholder, optional = false } = asked;
    const answer = Object.hasOwn(this.#answers, id) ? this.#answers[id]?.trim() : undefined;
    const usable = answer !== undefined && hasForm(answer, form, options) ? answer : undefined;
    if (answer !== undefined && answer !== '' && usable === undefined) this.#warnOfAnswer(asked, answer);
    const value = usable ?? (kept !== undefined && kept !== '' ? kept : undefined);
    this.#blanks.set(id, {
      id,
      kind,
      what,
      form,
      scope,
      value: value ?? placeholder,
      filled: optional || (value !== undefined && !(form === 'wholeNumber' && Number(value) === 0)),
      optional,
      ...(options && { options }),
      ...(step !== undefined && { step }),
    });
    return value ?? placeholder;
  }

  warn(problem: Problem): void {
    this.warnings.push(problem);
  }

  /** Once, however often the blank is asked for. */
  #warnOfAnswer({ id, what, form, options = [], step, kept }: Asked, answer: string): void {
    if (this.#misfits.has(id)) return;
    this.#misfits.add(id);
    const wanted = form === 'choice' ? `one of ${options.join(', ')}` : FORM_WORDS[form];
    const instead =
      kept === undefined || kept === '' ? 'The placeholder stands' : 'What the imported file says stands';
    const words = `“${answer.slice(0, 60)}” cannot stand for ${what}: it must be ${wanted}. ${instead} in the file instead.`;
    this.warn({
      code: 'answer-misfit',
      severity: 'warning',
      words,
      values: { blank: id, answer, what },
      ...(step && { step }),
    });
  }

  /** In the order they were asked for. Copies of one step ask alike: they are numbered. */
  get blanks(): readonly Blank[] {
    const asked = new Map<string, number>();
    return [...this.#blanks.values()].map((blank) => {
      const times = (asked.get(blank.what) ?? 0) + 1;
      asked.set(blank.what, times);
      return times === 1 ? blank : { ...blank, what: `${blank.what} (copy ${times})` };
    });
  }

  /** Every step at least once: what nothing was said of is native. */
  get fits(): readonly Fit[] {
    const ofSteps = stepEntries(this.#journey).flatMap(([step]) => {
      const said = this.#fits.filter((fit) => fit.step === step);
      return said.length > 0 ? said : [nativeFit(step)];
    });
    return [...ofSteps, ...this.#fits.filter(({ step }) => step === undefined)];
  }
}

function nativeFit(step: StepId): Fit {
  return { fit: 'native', step, code: 'native', words: '', values: {}, returns: true };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const FORMS: Readonly<Record<Exclude<BlankForm, 'choice'>, RegExp>> = {
  text: /^[^\p{Cc}]{1,500}$/u,
  uuid: UUID,
  // 0 is what stands there until somebody answers.
  wholeNumber: /^(?=\d{1,15}$)0*[1-9]/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  url: /^https?:\/\/[^\s\p{Cc}<>"/?#][^\s\p{Cc}<>"]{0,499}$/iu,
  code: /^[\w-]{1,100}$/,
};
const FORM_WORDS: Readonly<Record<Exclude<BlankForm, 'choice'>, string>> = {
  text: 'a text on one line',
  uuid: 'a UUID such as 3f2b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c',
  wholeNumber: 'a whole number above 0',
  email: 'an e-mail address',
  url: 'an address that begins with https://',
  code: 'letters and digits, with “-” or “_”',
};

export function hasForm(answer: string, form: BlankForm, options: readonly string[] = []): boolean {
  return form === 'choice' ? options.includes(answer) : FORMS[form].test(answer);
}
