/** PostHog takes no more characters of all variables together. */
const MOST_CHARACTERS = 5_000;

export interface Variable {
  readonly key: string;
  readonly type: 'string';
  readonly label: string;
  readonly default: string;
}

/** The variables of a workflow that is being written: coupon codes, which somebody may want to change in one place. */
export class Variables {
  readonly #all = new Map<string, Variable>();
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The key that the text got. */
  add(wanted: string, label: string, text: string): string {
    const plain = wanted.replaceAll(/\W/g, '_');
    let key = plain;
    for (let n = 2; this.#taken.has(key); n += 1) key = `${plain}_${n}`;
    this.#taken.add(key);
    this.#all.set(key, { key, type: 'string', label, default: text });
    return key;
  }

  get all(): readonly Variable[] {
    return [...this.#all.values()];
  }

  get tooLong(): boolean {
    return JSON.stringify(this.all).length > MOST_CHARACTERS;
  }
}
