import type { Audience, Column } from '../../audience/audience.ts';
import { draw, second } from '../../engine/random.ts';

/**
 * 128 bits of a list of contacts: its columns, their roles and every value, in order. Two equal lists have equal ones, and another list has
 * another but for a chance of no account. It is a label and no seal: whoever wants to forge one can.
 */
export function fingerprintOf({ rows, columns, roles }: Audience): string {
  const mixer = new Mixer();
  mixer.add(rows);
  for (const { name, data } of columns) {
    mixer.text(name);
    mixer.text(roles[name] ?? '');
    mixer.text(data.type);
    for (const word of wordsOf(data)) mixer.add(word);
    if (data.type === 'category') for (const entry of data.dictionary) mixer.text(entry);
    if (data.type === 'date') mixer.text(data.precision);
  }
  return mixer.digest;
}

function wordsOf(data: Column): Uint32Array | Uint8Array {
  if (data.type === 'category') return data.codes;
  if (data.type === 'boolean') return data.values;
  // A missing value is one NaN of many.
  const values = data.values.map((value) => (Number.isNaN(value) ? NaN : value === 0 ? 0 : value));
  return new Uint32Array(values.buffer);
}

/** Each word goes through the generator twice, with what came before as its key. */
class Mixer {
  #a = 0;
  #b = 0;
  #c = 0x243f_6a88;
  #d = 0x85a3_08d3 | 0;
  #count = 0;

  add(word: number): void {
    const at = this.#count++ | 0;
    this.#a = draw(this.#a, this.#b, word, at) | 0;
    this.#b = second() | 0;
    this.#c = draw(this.#c, this.#d, word, ~at) | 0;
    this.#d = second() | 0;
  }

  text(words: string): void {
    this.add(words.length);
    for (let at = 0; at < words.length; at++) this.add(words.charCodeAt(at));
  }

  get digest(): string {
    return [this.#a, this.#b, this.#c, this.#d]
      .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }
}
