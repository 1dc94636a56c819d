/** PostHog takes 5120 bytes of all variables together; signs beyond ASCII count as escapes there. */
const MOST_BYTES = 5_000;

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

  /** `taken`: keys that the workflow has already. */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** The key that the text got, the same for the same wish; undefined: there is no room for it. */
  add(wanted: string, label: string, text: string): string | undefined {
    const plain = wanted.replaceAll(/\W/g, '_');
    const known = this.#all.get(wanted);
    if (known) return known.key;
    let key = plain;
    for (let n = 2; this.#taken.has(key); n += 1) key = `${plain}_${n}`;
    const variable: Variable = { key, type: 'string', label, default: text };
    if (bytesOf([...this.all, variable]) > MOST_BYTES) return undefined;
    this.#taken.add(key);
    this.#all.set(wanted, variable);
    return key;
  }

  get all(): readonly Variable[] {
    return [...this.#all.values()];
  }
}

function bytesOf(variables: readonly Variable[]): number {
  return JSON.stringify(variables).replaceAll(/[^ -~]/g, '\\u0000').length;
}
