import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Audience } from '../../src/audience/audience.ts';
import { AudienceStore } from '../../src/storage/audienceStore.ts';
import { openDatabase, type RehearsalDatabase } from '../../src/storage/database.ts';
import { JourneyStore } from '../../src/storage/journeyStore.ts';
import { newJourney, parse, renamed } from '../storage/journeys.ts';

const NAME = 'storage-test';
let database: RehearsalDatabase;

/** As after a reload: nothing in memory. */
async function reopen(): Promise<RehearsalDatabase> {
  database.close();
  database = await openDatabase(NAME);
  return database;
}

beforeEach(async () => {
  database = await openDatabase(NAME);
});

afterEach(async () => {
  vi.restoreAllMocks();
  database.close();
  await new Promise((resolve) => (indexedDB.deleteDatabase(NAME).onsuccess = resolve));
});

test('writes reach the browser with strict durability', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await reopen();
  const store = new JourneyStore(database, { parse });
  await store.create(newJourney());
  const change = renamed(newJourney(), 'Changed');
  await store.append(newJourney().id, [change], change.journey);
  const opened = asked.mock.results
    .map(({ value }) => value as IDBTransaction)
    .filter(({ mode }) => mode === 'readwrite');
  expect(opened.map(({ durability }) => durability)).toEqual(['strict', 'strict']);
});

test('an edit that was acknowledged is there after a reload', async () => {
  const store = new JourneyStore(database, { parse });
  await store.create(newJourney());
  const change = renamed(newJourney(), 'Changed');
  await store.append(newJourney().id, [change], change.journey);
  const again = new JourneyStore(await reopen(), { parse });
  expect(await again.load(newJourney().id)).toEqual(change.journey);
});

test('eight tabs lose none of their edits when each looks again after a refusal', async () => {
  const first = new JourneyStore(database, { parse });
  await first.create(newJourney());
  const tabs = await Promise.all(Array.from({ length: 8 }, () => openDatabase(NAME)));
  const work = tabs.map(async (own, index) => {
    const tab = new JourneyStore(own, { parse });
    for (let done = 0; done < 10;) {
      const current = (await tab.load(newJourney().id))!;
      const change = renamed(current, `${current.name}.${index}`);
      await tab.append(current.id, [change], change.journey).then(
        () => done++,
        () => undefined,
      );
    }
    own.close();
  });
  await Promise.all(work);
  expect((await first.load(newJourney().id))!.name.split('.')).toHaveLength(81);
});

test('100 000 contacts come back byte for byte', async () => {
  const audience = synthesise(100_000, 1);
  await new AudienceStore(database).save(audience);
  const loaded = (await new AudienceStore(await reopen()).load(audience.id))!;
  expect(bytesOf(loaded)).toEqual(bytesOf(audience));
  expect(loaded.columns.map(({ name }) => name)).toEqual(audience.columns.map(({ name }) => name));
});

test('cleaning up leaves alone what another tab still writes', async () => {
  const store = new AudienceStore(database);
  for (const id of ['dead', 'alive']) {
    await store.save({ ...synthesise(10, 1), id });
    await database.audiences.update(id, { state: 'staging' });
  }
  await navigator.locks.request('rehearsal-import-alive', () => store.cleanUp());
  expect((await database.audiences.toArray()).map(({ id }) => id)).toEqual(['alive']);
});

function bytesOf(audience: Audience): string[] {
  return audience.columns.map(({ data }) => {
    const { buffer } = data.type === 'category' ? data.codes : data.values;
    let hash = 0x811c9dc5;
    for (const byte of new Uint8Array(buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
    return `${data.type} ${buffer.byteLength} ${hash}`;
  });
}
