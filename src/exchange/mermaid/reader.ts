import type { Fault } from './flowchart.ts';

/** A place in a text. What is read moves it on; `fail` ends the reading. */
export class Reader {
  at = 0;
  #line = 1;
  #counted = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  /** The match of a sticky expression here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  /** Spaces, line ends, semicolons and comments: all that may stand between statements. */
  skipGaps(): void {
    while (this.match(/[\s;]+/y) ?? this.match(/%%[^\n]*/y));
  }

  /** The text up to `close` on the same line, which is passed too. */
  until(close: string): string | undefined {
    const end = this.text.indexOf(close, this.at);
    const inner = end < 0 ? undefined : this.text.slice(this.at, end);
    if (inner === undefined || inner.includes('\n')) return undefined;
    this.at = end + close.length;
    return inner;
  }

  /** Counted on from where it was last asked for: asking on every line must not cost the square of them. */
  get line(): number {
    for (
      let next = this.text.indexOf('\n', this.#counted);
      next >= 0 && next < this.at;
      next = this.text.indexOf('\n', next + 1)
    ) {
      this.#line += 1;
      this.#counted = next + 1;
    }
    return this.#line;
  }

  fail(what: string): never {
    const lineStart = this.text.lastIndexOf('\n', this.at - 1) + 1;
    throw new FlowchartFault({ line: this.line, column: this.at - lineStart + 1, what });
  }
}

/** Carries a fault from deep in the reading to `parseFlowchart`, which answers with it. */
export class FlowchartFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.what);
    this.fault = fault;
  }
}
