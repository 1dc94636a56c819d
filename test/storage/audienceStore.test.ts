import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Audience, AudienceColumn } from '../../src/audience/audience.ts';
import { ROWS_PER_CHUNK } from '../../src/storage/audienceChunks.ts';
import { AudienceStore } from '../../src/storage/audienceStore.ts';
import type { RehearsalDatabase } from '../../src/storage/database.ts';
import { openDatabase } from '../../src/storage/database.ts';
import {
  audienceWith,
  dayColumn,
  instantColumn,
  numberColumn,
  textColumn,
  yesNoColumn,
} from '../audience/audiences.ts';
import { freshName } from './journeys.ts';

let database: RehearsalDatabase;
let store: AudienceStore;

beforeEach(async () => {
  database = await openDatabase(freshName());
  store = new AudienceStore(database, () => 5);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

const small = {
  ...audienceWith(
    {
      age: numberColumn(17, undefined),
      plan: textColumn('pro', undefined),
      vip: yesNoColumn(true, undefined),
      renewal: dayColumn('2026-03-02', undefined),
      seen: instantColumn('2026-03-02T10:30Z', undefined),
    },
    { plan: 'tags' },
  ),
  id: 'small',
  name: 'Small',
};

function longAudience(rows: number): Audience {
  const values = Float64Array.from({ length: rows }, (_, row) => row / 7);
  const codes = Uint32Array.from({ length: rows }, (_, row) => row % 2);
  const columns: AudienceColumn[] = [
    { name: 'n', data: { type: 'number', values } },
    { name: 'word', data: { type: 'category', codes, dictionary: ['a', 'b'] } },
  ];
  return { id: 'large', name: 'Large', rows, columns, roles: {} };
}

/** Makes the database refuse chunks after the first `count`. */
function failAfter(count: number): void {
  let left = count;
  const add = Reflect.get(IDBObjectStore.prototype, 'add') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === 'chunks' && left-- <= 0) throw new DOMException('no', 'QuotaExceededError');
    return add.apply(this, args);
  });
}

test('an audience comes back as it was saved', async () => {
  await store.save(small);
  expect(await store.load('small')).toEqual(small);
  expect(await store.list()).toEqual([{ id: 'small', name: 'Small', rows: 2, columns: 5, importedAt: 5 }]);
});

test('one of several chunks comes back whole, from chunks of at most 4 MB', async () => {
  const large = longAudience(2 * ROWS_PER_CHUNK + 5);
  await store.save(large);
  expect(await store.load(large.id)).toEqual(large);
  const chunks = await database.chunks.toArray();
  expect(chunks.filter(({ column, kind }) => column === 0 && kind === 'values')).toHaveLength(3);
  for (const { data } of chunks)
    if (ArrayBuffer.isView(data)) expect(data.buffer.byteLength).toBeLessThanOrEqual(4 * 2 ** 20);
});

test('long dictionaries come back whole and in order', async () => {
  const texts = Array.from({ length: 40_000 }, (_, index) => `${index}`);
  const wordy = {
    ...audienceWith({
      word: textColumn(...texts.slice(0, 500), 'x'.repeat(3_000_000), 'y'),
      n: numberColumn(...texts.slice(0, 502).map(Number)),
    }),
    id: 'wordy',
  };
  const many = {
    id: 'many',
    name: 'many',
    rows: 40_000,
    roles: {},
    columns: [
      {
        name: 'w',
        data: { type: 'category', codes: Uint32Array.from(texts, Number), dictionary: texts } as const,
      },
    ],
  };
  for (const audience of [wordy, many]) {
    await store.save(audience);
    expect(await store.load(audience.id)).toEqual(audience);
  }
});

test('any texts come back, in any rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: undefined }), { maxLength: 30 }),
      async (texts) => {
        const audience = { ...audienceWith({ text: textColumn(...texts) }), id: freshName() };
        await store.save(audience);
        expect(await store.load(audience.id)).toEqual(audience);
      },
    ),
    { seed: 3, numRuns: 40 },
  );
});

test('roles can be changed', async () => {
  await store.save(small);
  await store.changeRoles('small', { age: 'score' });
  expect((await store.load('small'))?.roles).toEqual({ age: 'score' });
  expect((await store.list()).map(({ revision }) => revision)).toEqual([1]);
  await store.changeRoles('small', {});
  expect((await store.list()).map(({ revision }) => revision)).toEqual([2]);
  await expect(store.changeRoles('gone', {})).rejects.toThrow('deleted in another tab');
});

test('nothing is left of a removed audience, and nothing of others is touched', async () => {
  await store.save(small);
  await store.save({ ...small, id: 'small-2' });
  await store.remove('small');
  expect(await store.load('small')).toBeUndefined();
  expect(await store.load('small-2')).toEqual({ ...small, id: 'small-2' });
  expect((await database.chunks.toArray()).every(({ audienceId }) => audienceId === 'small-2')).toBe(true);
});

describe('half an audience', () => {
  test('is never seen while it is written', async () => {
    const large = longAudience(300_000);
    const progress = { writing: true };
    const saved = store.save(large).finally(() => (progress.writing = false));
    const seen: number[] = [];
    while (progress.writing) seen.push((await store.list()).length, (await store.load('large'))?.rows ?? 0);
    await saved;
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.every((count) => count === 0 || count === 1 || count === 300_000)).toBe(true);
    expect(seen.slice(0, 2)).toEqual([0, 0]);
    expect(await store.list()).toHaveLength(1);
  });

  test('is deleted when there is no room for the rest, with a sentence', async () => {
    failAfter(2);
    await expect(store.save(small)).rejects.toThrow('no room left');
    expect([await database.audiences.count(), await database.chunks.count()]).toEqual([0, 0]);
  });

  test('is cleaned up at the next start when its tab died', async () => {
    await store.save(small);
    await store.save({ ...small, id: 'half' });
    await database.audiences.update('half', { state: 'staging' });
    await store.cleanUp();
    expect((await store.list()).map(({ id }) => id)).toEqual(['small']);
    expect((await database.chunks.toArray()).some(({ audienceId }) => audienceId === 'half')).toBe(false);
  });

  test('does not turn ready when it was cleaned up meanwhile', async () => {
    const update = database.audiences.update.bind(database.audiences);
    vi.spyOn(database.audiences, 'update').mockImplementationOnce((...args) =>
      database.audiences.delete('small').then(() => update(...args)),
    );
    await expect(store.save(small)).rejects.toThrow('was interrupted');
    expect(await database.chunks.count()).toBe(0);
  });

  test.each(['values', 'texts'] as const)('with %s missing is refused, not filled up', async (kind) => {
    await store.save(small);
    const chunk = (await database.chunks.toArray()).find((row) => row.kind === kind)!;
    await database.chunks.delete([chunk.audienceId, chunk.column, chunk.kind, chunk.part]);
    await expect(store.load('small')).rejects.toThrow('damaged in column');
  });
});
