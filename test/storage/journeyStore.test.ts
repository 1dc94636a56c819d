import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Journey } from '../../src/journey/journey.ts';
import { openDatabase, type RehearsalDatabase } from '../../src/storage/database.ts';
import { JourneyStore, OPERATIONS_PER_SNAPSHOT } from '../../src/storage/journeyStore.ts';
import { StorageError } from '../../src/storage/storageError.ts';
import { edited, freshName, newJourney, parse, renamed } from './journeys.ts';

let database: RehearsalDatabase;
let clock: number;
let store: JourneyStore;

/** Another tab: its own memory, the same database. */
const openTab = (): JourneyStore => new JourneyStore(database, { parse, now: () => ++clock });

beforeEach(async () => {
  database = await openDatabase(freshName());
  clock = 0;
  store = openTab();
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

async function append(tab: JourneyStore, journey: Journey, name: string): Promise<Journey> {
  const change = renamed(journey, name);
  await tab.append(journey.id, [change], change.journey);
  return change.journey;
}

/** Many edits, one append each. */
async function appendMany(journey: Journey, count: number): Promise<Journey> {
  let current = journey;
  for (let index = 0; index < count; index++) current = await append(store, current, `Name ${index}`);
  return current;
}

describe('a journey', () => {
  test('comes back as it was created', async () => {
    const journey = newJourney();
    await store.create(journey);
    expect(await openTab().load(journey.id)).toEqual(journey);
  });

  test('comes back with the operations appended since', async () => {
    const journey = newJourney();
    await store.create(journey);
    const moved = edited(journey, {
      type: 'moveSteps',
      to: { [Object.keys(journey.steps)[0]!]: { x: 7, y: 8 } },
    });
    const named = renamed(moved.journey, 'Moved');
    await store.append(journey.id, [moved, named], named.journey);
    expect(await openTab().load(journey.id)).toEqual(named.journey);
    expect(await database.ops.count()).toBe(2);
  });

  test('that does not exist is undefined', async () => {
    expect(await store.load(newJourney().id)).toBeUndefined();
  });

  test('is listed with its name, latest edited first', async () => {
    const [first, second] = [newJourney('a', 'First'), newJourney('b', 'Second')];
    await store.create(first);
    await store.create(second);
    await append(store, first, 'First again');
    expect(await openTab().list()).toEqual([
      { id: 'a', name: 'First again', steps: 1, editedAt: 3 },
      { id: 'b', name: 'Second', steps: 1, editedAt: 2 },
    ]);
  });

  test('is not created over another', async () => {
    await store.create(newJourney());
    await expect(openTab().create(newJourney('journey-1', 'Other'))).rejects.toThrow(
      '“Other” is stored already',
    );
  });

  test('leaves nothing behind when it is removed', async () => {
    const journey = newJourney();
    await store.create(journey);
    await append(store, journey, 'Changed');
    await store.remove(journey.id);
    expect(await store.list()).toEqual([]);
    expect(await database.ops.count()).toBe(0);
    await store.create(journey);
    expect(await store.load(journey.id)).toEqual(journey);
  });

  test('costs one small row per operation, and one snapshot every fifty', async () => {
    const journey = newJourney();
    await store.create(journey);
    const before = await appendMany(journey, OPERATIONS_PER_SNAPSHOT - 1);
    expect(await database.ops.count()).toBe(OPERATIONS_PER_SNAPSHOT - 1);
    expect(await database.docs.get(journey.id)).toMatchObject({ rev: 49, snapRev: 0, snapshot: journey });
    const after = await append(store, before, 'Fiftieth');
    expect(await database.ops.count()).toBe(0);
    expect(await database.docs.get(journey.id)).toMatchObject({ rev: 50, snapRev: 50, snapshot: after });
    const last = await append(store, after, 'Fifty-first');
    expect(await openTab().load(journey.id)).toEqual(last);
  });
});

describe('two tabs', () => {
  test('the one that did not see the other’s edit is refused, and nothing is lost', async () => {
    const journey = newJourney();
    await store.create(journey);
    const other = openTab();
    await other.load(journey.id);
    await append(store, journey, 'From the first tab');
    await expect(append(other, journey, 'From the second')).rejects.toThrow('was changed in another tab');
    await expect(append(other, journey, 'From the second')).rejects.toThrow(StorageError);
    const seen = (await other.load(journey.id))!;
    expect(seen.name).toBe('From the first tab');
    await append(other, seen, 'From the second');
    expect((await store.load(journey.id))!.name).toBe('From the second');
  });

  test('an edit to a journey that the other deleted is refused', async () => {
    const journey = newJourney();
    await store.create(journey);
    await openTab().remove(journey.id);
    await expect(append(store, journey, 'Too late')).rejects.toThrow('was deleted in another tab');
    expect(await store.list()).toEqual([]);
  });

  test('lose none of eight times twenty edits when each retries after looking', async () => {
    await store.create(newJourney());
    const tabs = Array.from({ length: 8 }, openTab);
    const work = tabs.map(async (tab, index) => {
      for (let done = 0; done < 20;) {
        const current = (await tab.load(newJourney().id))!;
        try {
          await append(tab, current, `${current.name}.${index}`);
          done++;
        } catch (error) {
          if (!(error instanceof StorageError)) throw error;
        }
      }
    });
    await Promise.all(work);
    expect((await store.load(newJourney().id))!.name.split('.')).toHaveLength(161);
  });
});

describe('a write', () => {
  test('asks for strict durability, every one of them', async () => {
    // Dexie takes the function from its prototype when it opens.
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const spied = await openDatabase(freshName());
    const tab = new JourneyStore(spied, { parse });
    const journey = newJourney();
    await tab.create(journey);
    await append(tab, journey, 'Changed');
    await tab.remove(journey.id);
    await spied.delete();
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(3);
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  });

  test('is not done while its request succeeded but its transaction did not', async () => {
    const journey = newJourney();
    await store.create(journey);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementation(function (this: IDBObjectStore, ...args) {
      put.mockRestore();
      const request = this.put(...args);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(append(store, journey, 'Aborted')).rejects.toThrow(StorageError);
    expect((await openTab().load(journey.id))!.name).toBe('Welcome');
    expect((await append(store, journey, 'Again')).name).toBe('Again');
    expect((await openTab().load(journey.id))!.name).toBe('Again');
  });

  test('that finds the disk full says so in a sentence', async () => {
    const journey = newJourney();
    await store.create(journey);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError');
    });
    await expect(append(store, journey, 'Big')).rejects.toThrow('no room left');
  });

  test('waits for those before it, and falls with them', async () => {
    const journey = newJourney();
    await store.create(journey);
    const first = renamed(journey, 'First');
    const second = renamed(first.journey, 'Second');
    await Promise.all([
      store.append(journey.id, [first], first.journey),
      store.append(journey.id, [second], second.journey),
    ]);
    expect(await openTab().load(journey.id)).toEqual(second.journey);

    const other = openTab();
    await append(other, (await other.load(journey.id))!, 'Elsewhere');
    const results = await Promise.allSettled([
      store.append(journey.id, [first], first.journey),
      store.append(journey.id, [second], second.journey),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await openTab().load(journey.id))!.name).toBe('Elsewhere');
  });

  test('to a journey that was never loaded is a mistake of the program', async () => {
    const change = renamed(newJourney(), 'x');
    await expect(store.append(newJourney().id, [change], change.journey)).rejects.toThrow('not loaded');
  });
});

describe('a damaged document', () => {
  test.each<[string, (journey: Journey) => Promise<unknown>]>([
    [
      'whose snapshot is none',
      ({ id }) => database.docs.update(id, { snapshot: { format: 'rehearsal-journey', version: 1 } }),
    ],
    ['with an operation missing', ({ id }) => database.ops.delete([id, 2])],
    [
      'with an operation that does not fit',
      ({ id }) =>
        database.ops.put({
          docId: id,
          seq: 2,
          patches: [{ op: 'replace', path: ['a', 'b', 'c'], value: 1 }],
          inverse: [],
        }),
    ],
    [
      'with an operation that reaches for prototypes',
      ({ id }) =>
        database.ops.put({
          docId: id,
          seq: 2,
          patches: [{ op: 'replace', path: ['__proto__', 'x'], value: 1 }],
          inverse: [],
        }),
    ],
  ])('%s is reported and kept', async (_, damage) => {
    const journey = newJourney();
    await store.create(journey);
    await appendMany(journey, 3);
    await damage(journey);
    const before = [await database.docs.toArray(), await database.ops.toArray()];
    await expect(openTab().load(journey.id)).rejects.toThrow(
      '“Name 2” is damaged and cannot be opened. It was left as it is',
    );
    expect([await database.docs.toArray(), await database.ops.toArray()]).toEqual(before);
    expect(await openTab().list()).toHaveLength(1);
  });

  test('that the parser mends is written whole at the next edit', async () => {
    const journey = newJourney();
    await store.create(journey);
    const mending = new JourneyStore(database, { parse: (value) => ({ ...parse(value)!, brief: 'mended' }) });
    const mended = (await mending.load(journey.id))!;
    const after = await append(mending, mended, 'Changed');
    expect(await database.docs.get(journey.id)).toMatchObject({ rev: 1, snapRev: 1, snapshot: after });
    expect(await openTab().load(journey.id)).toEqual(after);
  });
});
