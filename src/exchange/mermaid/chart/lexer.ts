import { faultAt, type FlowchartFault } from './flowchart.ts';
import { rulesAt, type Scanned } from './lexRules.ts';
import { Lines } from './lines.ts';
import type { State, Token, TokenKind } from './tokens.ts';

/** A cleaned text as words of the grammar, one after the other, with one word to look ahead. */
export class Lexer implements Scanned {
  readonly text: string;
  readonly #lines: Lines;
  readonly #states: State[] = ['statements'];
  #at = 0;
  #ahead: Token | undefined;
  #isFirstGraph = true;
  #blanks = { from: 0, to: 0 };
  #direction = { lineEnd: -1, begin: -1, end: -1 };
  #linkId = { runEnd: -1, sign: -1 };

  constructor(text: string) {
    this.text = text;
    this.#lines = new Lines(text);
  }

  get ahead(): Token {
    this.#ahead ??= this.#read();
    return this.#ahead;
  }

  take(): Token {
    const token = this.ahead;
    this.#ahead = undefined;
    return token;
  }

  /** The next word if it is one of these. */
  accept(...kinds: readonly TokenKind[]): Token | undefined {
    return kinds.includes(this.ahead.kind) ? this.take() : undefined;
  }

  expect(kind: TokenKind, what: string): Token {
    return this.accept(kind) ?? this.fail(what);
  }

  /** How many spaces there are. */
  spaces(): number {
    let count = 0;
    while (this.accept('space')) count += 1;
    return count;
  }

  fail(what: string, at = this.ahead.at): never {
    throw this.#fault(at, what);
  }

  /** Of the word ahead. To be asked in order. */
  get line(): number {
    return this.#lines.lineAt(this.ahead.at);
  }

  afterBlanks(at: number): number {
    if (at < this.#blanks.from || at >= this.#blanks.to) {
      let to = at;
      while (to < this.text.length && isBlank(this.text, to)) to += 1;
      this.#blanks = { from: at, to };
    }
    return Math.max(at, this.#blanks.to);
  }

  directionEnd(at: number): number {
    if (at >= this.#direction.lineEnd) this.#direction = this.#findDirection(at);
    const { begin, end } = this.#direction;
    return at <= begin ? end : -1;
  }

  /** The last `direction TB` of the line; it may go on on the next one. */
  #findDirection(at: number) {
    const lineEnd = endOr(this.text.indexOf('\n', at), this.text);
    const line = this.text.slice(at, lineEnd);
    for (let within = line.lastIndexOf(DIRECTION); within >= 0; within = before(line, within)) {
      WAY.lastIndex = at + within;
      if (!WAY.test(this.text)) continue;
      const end = endOr(this.text.indexOf('\n', WAY.lastIndex), this.text);
      return { lineEnd, begin: at + within, end };
    }
    return { lineEnd: lineEnd + 1, begin: -1, end: -1 };
  }

  linkIdEnd(at: number): number {
    if (at >= this.#linkId.runEnd) this.#linkId = this.#findLinkId(at);
    return at < this.#linkId.sign ? this.#linkId.sign + 1 : -1;
  }

  /** The last `@` of what stands here without a space or a quote, unless properties follow it. */
  #findLinkId(at: number) {
    RUN.lastIndex = at;
    const run = RUN.exec(this.text)?.[0] ?? '';
    const next = this.text[at + run.length];
    let sign = run.lastIndexOf('@');
    while (sign > 0 && '{"'.includes(run[sign + 1] ?? next ?? '{')) sign = run.lastIndexOf('@', sign - 1);
    return { runEnd: at + Math.max(1, run.length), sign: sign > 0 ? at + sign : -1 };
  }

  #read(): Token {
    for (let state = this.#state; this.#at < this.text.length; state = this.#state) {
      const token = this.#readIn(state);
      if (token) return token;
    }
    if (UNFINISHED.includes(this.#state)) throw this.#fault(this.#at, 'this “click” is not finished');
    return { kind: 'fileEnd', text: '', at: this.text.length };
  }

  get #state(): State {
    return this.#states.at(-1) ?? 'statements';
  }

  /** One word; undefined: what was read is nothing to the grammar. */
  #readIn(state: State): Token | undefined {
    const at = this.#at;
    for (const { end, kind, enter, leave } of rulesAt(state, this.text.charAt(at))) {
      const to = end(this, at);
      if (to < 0) continue;
      this.#at = to;
      if (leave && this.#states.length > 1) this.#states.pop();
      if (enter) this.#states.push(enter);
      if (kind === 'graph') this.#begin();
      return kind && { kind, text: this.text.slice(at, to), at };
    }
    throw this.#fault(at, unreadable(state));
  }

  /** Only the first `graph` says in which direction. */
  #begin(): void {
    if (this.#isFirstGraph) this.#states.push('direction');
    this.#isFirstGraph = false;
  }

  #fault(at: number, what: string): FlowchartFault {
    return faultAt(this.text, Math.min(at, this.text.length - 1), what);
  }
}

export const NEEDS_QUOTES = 'a label with brackets in it needs quotes, as in A["b (c)"]';
/** A file cannot end in these, not even between two of their words. */
const UNFINISHED: readonly State[] = ['click', 'callName', 'callArguments'];
const DIRECTION = 'direction';
const WAY = /direction\s+(?:TB|BT|RL|LR|TD)/y;
const RUN = /[^\s"]+/y;

function endOr(index: number, text: string): number {
  return index < 0 ? text.length : index;
}

function before(line: string, at: number): number {
  return at === 0 ? -1 : line.lastIndexOf(DIRECTION, at - 1);
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

function unreadable(state: State): string {
  if (state === 'label' || state === 'slantedLabel' || state === 'ellipseLabel') return NEEDS_QUOTES;
  if (state === 'direction') return 'a direction (TB, LR …) or the end of the line should be here';
  return 'this is not understood';
}
