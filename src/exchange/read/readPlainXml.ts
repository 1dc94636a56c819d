export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text that is directly in it, CDATA included. */
  readonly text: string;
}

export type ReadXml =
  | { readonly ok: true; readonly root: XmlElement }
  /** `words` complete “at character n, …”. */
  | { readonly ok: false; readonly words: string; readonly at: number };

const MOST_CHARACTERS = 1024 * 1024;
const MOST_DEPTH = 150;
const MOST_ELEMENTS = 20_000;

/**
 * XML of the plainest kind: elements, attributes, text, CDATA and comments. There are no document types, entities or instructions in
 * it, so nothing can be fetched or blown up. Whatever the text is, this ends soon and throws nothing.
 */
export function readPlainXml(text: string): ReadXml {
  if (text.length > MOST_CHARACTERS) return { ok: false, words: 'it is too long', at: MOST_CHARACTERS };
  const reader = new Reader(text);
  try {
    return { ok: true, root: reader.document() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, words: error.message, at: error.at };
    throw error;
  }
}

class Fault extends Error {
  readonly at: number;
  constructor(words: string, at: number) {
    super(words);
    this.at = at;
  }
}

const SPACE = /[ \t\r\n]*/y;
const NAME = /[A-Za-z_][\w:.-]*/y;
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_][\w:.-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const TEXT = /[^<]+/y;
const DECLARATION = /<\?xml [^?<>]*\?>/y;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  document(): XmlElement {
    this.#take(SPACE);
    this.#take(DECLARATION);
    this.#misc();
    const root = this.#element();
    this.#misc();
    if (this.#at < this.#text.length) this.#fail('there is something after the end');
    return root;
  }

  /** On a stack of its own: how deep a text nests is nothing to trust. */
  #element(): XmlElement {
    const stack: Open[] = [];
    let count = 0;
    for (;;) {
      const opened = this.#opening();
      count += 1;
      if (count > MOST_ELEMENTS) this.#fail('it has too many elements');
      let done: XmlElement | undefined;
      if (opened.closed) done = opened.element;
      else stack.push(opened.element);
      if (stack.length > MOST_DEPTH) this.#fail('it nests too deep');
      done = this.#closeAll(stack, done);
      if (done) return done;
    }
  }

  /** Reads on to where the next element begins; the root when that has ended. */
  #closeAll(stack: Open[], finished: XmlElement | undefined): XmlElement | undefined {
    let done = finished;
    for (;;) {
      const top = stack.at(-1);
      if (!top) return done;
      if (done) top.children.push(done);
      done = undefined;
      if (!this.#content(top)) return undefined;
      this.#closing(top.name);
      done = stack.pop();
    }
  }

  /** Text until a tag; whether that is an end tag. */
  #content(top: Open): boolean {
    for (;;) {
      if (this.#text.startsWith('<![CDATA[', this.#at)) top.text += this.#until('<![CDATA[', ']]>');
      else if (this.#text.startsWith('<!--', this.#at)) this.#until('<!--', '-->');
      else if (this.#text.startsWith('</', this.#at)) return true;
      else if (this.#text.startsWith('<', this.#at)) return false;
      else {
        const at = this.#at;
        const raw = this.#take(TEXT);
        if (raw === undefined) this.#fail(`“${top.name}” has no end`);
        else top.text += this.#plain(raw, at);
      }
    }
  }

  #opening(): { readonly element: Open; readonly closed: boolean } {
    this.#expect('<');
    const name = this.#take(NAME);
    if (name === undefined) this.#fail('a name should be here (document types and instructions are refused)');
    const attributes = new Map<string, string>();
    for (;;) {
      const at = this.#at;
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(this.#text);
      if (!match) break;
      this.#at = ATTRIBUTE.lastIndex;
      const key = match[1] ?? '';
      if (attributes.has(key)) this.#fail(`“${key}” stands twice`);
      attributes.set(key, this.#plain(match[2] ?? match[3] ?? '', at));
    }
    this.#take(SPACE);
    const closed = this.#text.startsWith('/>', this.#at);
    this.#expect(closed ? '/>' : '>');
    return { element: { name, attributes, children: [], text: '' }, closed };
  }

  #closing(name: string): void {
    this.#expect('</');
    if (this.#take(NAME) !== name) this.#fail(`the end of “${name}” should be here`);
    this.#take(SPACE);
    this.#expect('>');
  }

  #misc(): void {
    this.#take(SPACE);
    while (this.#text.startsWith('<!--', this.#at)) {
      this.#until('<!--', '-->');
      this.#take(SPACE);
    }
  }

  #until(start: string, end: string): string {
    const from = this.#at + start.length;
    const to = this.#text.indexOf(end, from);
    if (to < 0) this.#fail(`“${start}” has no end`);
    this.#at = to + end.length;
    return this.#text.slice(from, to);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#at = pattern.lastIndex;
    return match[0];
  }

  #expect(literal: string): void {
    if (!this.#text.startsWith(literal, this.#at)) this.#fail(`“${literal}” should be here`);
    this.#at += literal.length;
  }

  #plain(raw: string, at: number): string {
    return raw.replaceAll(/&([^;&<]{0,12};?)/g, (whole, reference: string) => {
      const character = characterOf(reference);
      if (character === undefined) throw new Fault(`“${whole}” is no character that may stand here`, at);
      return character;
    });
  }

  #fail(words: string): never {
    throw new Fault(words, this.#at);
  }
}

const NAMED = new Map([
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
]);

function characterOf(reference: string): string | undefined {
  const named = NAMED.get(reference);
  if (named !== undefined) return named;
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));$/.exec(reference) ?? [];
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
  return isXmlCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** Whether XML 1.0 can hold it. */
function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** Text that XML can hold: what it cannot becomes �. */
export function xmlText(text: string): string {
  return Array.from(text, (character) =>
    isXmlCharacter(character.codePointAt(0) ?? 0) ? character : '\uFFFD',
  ).join('');
}

export function xmlAttribute(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

export function xmlCdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
