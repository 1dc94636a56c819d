import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JourneyId } from '../../src/journey/journey.ts';
import type { VersionSummary } from '../../src/state/ports.ts';
import { openDatabase, type RehearsalDatabase } from '../../src/storage/database.ts';
import { JourneyStore } from '../../src/storage/journeyStore.ts';
import { StorageError } from '../../src/storage/storageError.ts';
import { VersionStore } from '../../src/storage/versionStore.ts';
import { freshName, newJourney, parse, renamed } from './journeys.ts';

const journey = newJourney();
let database: RehearsalDatabase;
let journeys: JourneyStore;
let store: VersionStore;

beforeEach(async () => {
  database = await openDatabase(freshName());
  journeys = new JourneyStore(database, { parse });
  store = new VersionStore(database, parse);
  await journeys.create(journey);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.delete();
});

function version(id: string, savedAt: number, journeyId = journey.id): VersionSummary {
  return { id, journeyId, name: `Version ${id}`, savedAt };
}

const rows = async () => [await database.versions.toArray(), await database.versionDocs.toArray()];

describe('a version', () => {
  test('comes back as it was saved, whatever became of the journey', async () => {
    await store.save(version('1', 5), journey);
    const change = renamed(journey, 'Changed');
    await journeys.append(journey.id, [change], change.journey);
    const again = new VersionStore(database, parse);
    expect(await again.load('1')).toEqual(journey);
    expect(await again.list(journey.id)).toEqual([version('1', 5)]);
  });

  test('is listed with those of its journey, newest first, with its note', async () => {
    const other = newJourney('other', 'Other');
    await journeys.create(other);
    await store.save(version('1', 5), journey);
    await store.save({ ...version('2', 9), note: 'For the board' }, journey);
    await store.save(version('3', 7, other.id), other);
    expect(await store.list(journey.id)).toEqual([
      { ...version('2', 9), note: 'For the board' },
      version('1', 5),
    ]);
    expect(await store.list('none' as JourneyId)).toEqual([]);
  });

  test('that is not there is undefined', async () => {
    expect(await store.load('1')).toBeUndefined();
  });

  test('is renamed without being written again', async () => {
    await store.save(version('1', 5), journey);
    const [, documents] = await rows();
    await store.rename('1', 'Before the sale');
    await store.rename('1', 'Before the sale');
    expect(await store.list(journey.id)).toEqual([{ ...version('1', 5), name: 'Before the sale' }]);
    expect(await database.versionDocs.toArray()).toEqual(documents);
    await expect(store.rename('2', 'x')).rejects.toThrow('no longer stored');
  });

  test('is put back after it was removed exactly as it was', async () => {
    await store.save({ ...version('1', 5), note: 'n' }, journey);
    const before = await rows();
    const putBack = await store.remove('1');
    expect(await rows()).toEqual([[], []]);
    await putBack();
    expect(await rows()).toEqual(before);
  });

  test('is not put back to a journey that is gone', async () => {
    await store.save(version('1', 5), journey);
    const putBack = await store.remove('1');
    await journeys.remove(journey.id);
    await expect(putBack()).rejects.toThrow('was not put back');
    expect(await rows()).toEqual([[], []]);
  });

  test('is copied with its journey under the names of the copy, and goes with neither but its own', async () => {
    await store.save({ ...version('1', 5), note: 'n' }, journey);
    await store.save(version('2', 9), { ...journey, name: 'Hello' });
    const copy = newJourney('copy', 'Welcome (second tab)');
    const nameOf = (name: string) => `${name} (second tab)`;
    await journeys.create(copy, { id: journey.id, nameOf });
    const copied = await store.list(copy.id);
    expect(copied.map(({ name, savedAt, note }) => [name, savedAt, note])).toEqual([
      ['Version 2', 9, undefined],
      ['Version 1', 5, 'n'],
    ]);
    const documents = await Promise.all(copied.map(({ id }) => store.load(id)));
    expect(documents).toEqual([{ ...copy, name: 'Hello (second tab)' }, copy]);
    await journeys.remove(journey.id);
    expect(await store.list(copy.id)).toEqual(copied);
    expect(await store.load(copied[1]?.id ?? '')).toEqual(copy);
  });

  test('that is damaged is copied as it is, and keeps no copy from being made', async () => {
    await store.save(version('1', 5), journey);
    await database.versionDocs.put({ id: '1', document: 'damaged' });
    const copy = newJourney('copy', 'Copy');
    await journeys.create(copy, { id: journey.id, nameOf: (name) => name });
    expect(await journeys.load(copy.id)).toEqual(copy);
    const [copied] = await store.list(copy.id);
    await expect(store.load(copied?.id ?? '')).rejects.toThrow('is damaged');
  });

  test('goes with its journey, and those of others stay', async () => {
    const other = newJourney('other', 'Other');
    await journeys.create(other);
    await store.save(version('1', 5), journey);
    await store.save(version('2', 6, other.id), other);
    await journeys.remove(journey.id);
    const [left, documents] = await rows();
    expect(left).toEqual([version('2', 6, other.id)]);
    expect(documents).toEqual([{ id: '2', document: other }]);
  });
});

describe('what cannot be', () => {
  test('a version of a journey that another tab deleted is refused in a sentence, and nothing is written', async () => {
    await new JourneyStore(database, { parse }).remove(journey.id);
    await expect(store.save(version('1', 5), journey)).rejects.toThrow(
      '“Welcome” itself is not stored in this browser',
    );
    expect(await rows()).toEqual([[], []]);
  });

  test('a full disk says so and leaves no half version', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    add.mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'versionDocs') throw new DOMException('no', 'QuotaExceededError');
      return IDBObjectStore.prototype.put.apply(this, args);
    });
    await expect(store.save(version('1', 5), journey)).rejects.toThrow('no room left');
    expect(await rows()).toEqual([[], []]);
  });

  test('a damaged document is reported and kept', async () => {
    await store.save(version('1', 5), journey);
    await database.versionDocs.put({ id: '1', document: { format: 'rehearsal-journey', version: 1 } });
    const before = await rows();
    await expect(store.load('1')).rejects.toThrow(StorageError);
    await expect(store.load('1')).rejects.toThrow('“Version 1” is damaged');
    expect(await rows()).toEqual(before);
    await database.versionDocs.clear();
    await expect(store.load('1')).rejects.toThrow('“Version 1” is damaged');
  });
});

test('a database from before there were versions keeps all it has and takes versions', async () => {
  const name = freshName();
  const old = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 10);
    request.onupgradeneeded = () => {
      const made = request.result;
      made.createObjectStore('docs', { keyPath: 'id' }).put({
        id: journey.id,
        rev: 0,
        snapRev: 0,
        snapshot: journey,
        title: journey.name,
        steps: 1,
        editedAt: 3,
      });
      made.createObjectStore('ops', { keyPath: ['docId', 'seq'] });
      made.createObjectStore('audiences', { keyPath: 'id' });
      made.createObjectStore('chunks', { keyPath: ['audienceId', 'column', 'kind', 'part'] });
      made.createObjectStore('settings', { keyPath: 'key' }).put({ key: 'theme', value: 'dark' });
      made.createObjectStore('runs', { keyPath: 'journeyId' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('no database'));
  });
  old.close();
  const upgraded = await openDatabase(name);
  expect(await new JourneyStore(upgraded, { parse }).load(journey.id)).toEqual(journey);
  expect(await upgraded.settings.get('theme')).toEqual({ key: 'theme', value: 'dark' });
  const versions = new VersionStore(upgraded, parse);
  await versions.save(version('1', 5), journey);
  expect(await versions.load('1')).toEqual(journey);
  await upgraded.delete();
});
