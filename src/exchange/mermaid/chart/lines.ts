/** Numbers of lines for places that are asked for in order: counted on from the last one, so that asking often stays cheap. */
export class Lines {
  readonly #text: string;
  #line = 1;
  #next: number;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.indexOf('\n');
  }

  lineAt(at: number): number {
    for (; this.#next >= 0 && this.#next < at; this.#next = this.#text.indexOf('\n', this.#next + 1))
      this.#line += 1;
    return this.#line;
  }
}
