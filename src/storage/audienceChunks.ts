import { MISSING_CODE, type Audience, type Column } from '../audience/audience.ts';
import type { AudienceRow, ChunkRow } from './database.ts';

/** 512 KB of the widest values: far below what a browser clones in one go. */
export const ROWS_PER_CHUNK = 65_536;
const TEXTS_PER_CHUNK = 16_384;
const CHARACTERS_PER_CHUNK = 1 << 20;

/** Cuts an audience into rows for the database, values before dictionaries, copied one chunk at a time. */
export function* chunksOf(audience: Audience): Generator<ChunkRow> {
  for (const [column, { data }] of audience.columns.entries()) {
    const at = { audienceId: audience.id, column };
    const values = data.type === 'category' ? data.codes : data.values;
    for (let from = 0, part = 0; from < values.length; from += ROWS_PER_CHUNK, part++) {
      // `slice`, not `subarray`: a database clones the whole buffer under a view.
      yield { ...at, kind: 'values', part, data: values.slice(from, from + ROWS_PER_CHUNK) };
    }
    if (data.type === 'category') {
      for (const [part, texts] of textChunks(data.dictionary))
        yield { ...at, kind: 'texts', part, data: texts };
    }
  }
}

function* textChunks(dictionary: readonly string[]): Generator<[number, string[]]> {
  let part = 0;
  let texts: string[] = [];
  let characters = 0;
  for (const text of dictionary) {
    if (
      texts.length === TEXTS_PER_CHUNK ||
      (texts.length > 0 && characters + text.length > CHARACTERS_PER_CHUNK)
    ) {
      yield [part++, texts];
      texts = [];
      characters = 0;
    }
    texts.push(text);
    characters += text.length;
  }
  if (texts.length > 0) yield [part, texts];
}

/** About what a chunk takes, in bytes. */
export function chunkBytes({ data }: ChunkRow): number {
  return ArrayBuffer.isView(data)
    ? data.byteLength
    : data.reduce((sum, text) => sum + 2 * text.length + 8, 0);
}

/** Puts a column together again from its chunks in order. Undefined when one is missing, or is not what it should be. */
export function assemble(
  described: AudienceRow['columns'][number],
  rows: number,
  chunks: readonly ChunkRow[],
): Column | undefined {
  const values = chunks.filter(({ kind }) => kind === 'values').map(({ data }) => data);
  switch (described.type) {
    case 'number': {
      const joined = join(new Float64Array(rows), values);
      return joined && { type: 'number', values: joined };
    }
    case 'date': {
      const joined = join(new Float64Array(rows), values);
      return joined && { type: 'date', precision: described.precision ?? 'minute', values: joined };
    }
    case 'boolean': {
      const joined = join(new Uint8Array(rows), values);
      return joined && { type: 'boolean', values: joined };
    }
    case 'category': {
      const codes = join(new Uint32Array(rows), values);
      const dictionary = chunks
        .filter(({ kind }) => kind === 'texts')
        .flatMap(({ data }) => data as readonly string[]);
      const known = codes?.every((code) => code < dictionary.length || code === MISSING_CODE);
      return codes && known ? { type: 'category', codes, dictionary } : undefined;
    }
  }
}

/** Fills `target` with the parts one after another; undefined unless they are of its kind and fill it exactly. */
function join<T extends Float64Array | Uint32Array | Uint8Array>(
  target: T,
  parts: readonly ChunkRow['data'][],
): T | undefined {
  let at = 0;
  for (const part of parts) {
    if (
      !ArrayBuffer.isView(part) ||
      part.constructor !== target.constructor ||
      at + part.length > target.length
    )
      return undefined;
    target.set(part, at);
    at += part.length;
  }
  return at === target.length ? target : undefined;
}
