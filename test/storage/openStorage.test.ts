import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import type { JourneyId } from '../../src/journey/journey.ts';
import type {
  AudienceStore,
  FinishedRun,
  JourneyStore,
  RunStore,
  SettingsStore,
  VersionStore,
} from '../../src/state/ports.ts';
import { NATIVE_VERSION, openDatabase } from '../../src/storage/database.ts';
import { openStorage } from '../../src/storage/openStorage.ts';
import { audienceWith, numberColumn } from '../audience/audiences.ts';
import { freshName, parse } from './journeys.ts';

test('what it opens fits the ports', async () => {
  const { database, ...stores } = await openStorage<FinishedRun>({ parse, name: freshName() });
  stores satisfies {
    journeys: JourneyStore;
    audiences: AudienceStore;
    settings: SettingsStore;
    runs: RunStore;
    versions: VersionStore;
  };
  expect(Object.keys(stores)).toEqual(['journeys', 'audiences', 'settings', 'runs', 'versions']);
  await database.delete();
});

test('keeps settings and the last run of each journey', async () => {
  const { database, settings, runs } = await openStorage<{ finishedAt: number; sent: Float64Array }>({
    parse,
    name: freshName(),
  });
  const journey = 'a' as JourneyId;
  await settings.set('theme', { dark: true });
  await settings.set('theme', { dark: false });
  expect(await settings.get('theme')).toEqual({ dark: false });
  expect(await settings.get('nothing')).toBeUndefined();
  await runs.save(journey, { finishedAt: 1, sent: Float64Array.of(1) });
  await runs.save(journey, { finishedAt: 2, sent: Float64Array.of(2) });
  expect(await runs.load(journey)).toEqual({ finishedAt: 2, sent: Float64Array.of(2) });
  expect(await runs.load('b' as JourneyId)).toBeUndefined();
  await database.delete();
});

test('forgets runs that another version stored', async () => {
  const { database, runs } = await openStorage({ parse, name: freshName() });
  await database.runs.put({ journeyId: 'a', version: 0, run: {} });
  expect(await runs.load('a' as JourneyId)).toBeUndefined();
  await database.delete();
});

test('cleans up what an import left behind', async () => {
  const name = freshName();
  const first = await openStorage({ parse, name });
  await first.audiences.save({ ...audienceWith({ n: numberColumn(1) }), id: 'half' });
  await first.database.audiences.update('half', { state: 'staging' });
  first.database.close();
  const { database } = await openStorage({ parse, name });
  expect([await database.audiences.count(), await database.chunks.count()]).toEqual([0, 0]);
  await database.delete();
});

test('a database of a newer version says to reload', async () => {
  const name = freshName();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 990);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(new Error('no database'));
  });
  await expect(openDatabase(name)).rejects.toThrow('newer version of Rehearsal');
});

test('a database that another tab upgrades stops taking writes, with a sentence', async () => {
  const name = freshName();
  const { settings } = await openStorage({ parse, name });
  await settings.set('theme', 'dark');
  const upgraded = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, NATIVE_VERSION + 10);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('not upgraded'));
  });
  await expect(settings.set('theme', 'light')).rejects.toThrow('was closed');
  upgraded.close();
});

test('keeps the last twenty runs of a journey, newest first, without what is large', async () => {
  const { database, runs } = await openStorage<{ finishedAt: number; detail?: number[]; seed: number }>({
    parse,
    name: freshName(),
  });
  const journey = 'a' as JourneyId;
  for (let seed = 1; seed <= 25; seed++) await runs.save(journey, { finishedAt: seed, seed, detail: [seed] });
  await runs.save('b' as JourneyId, { finishedAt: 99, seed: 99 });
  const past = await runs.past(journey);
  expect(past.map(({ seed }) => seed)).toEqual(Array.from({ length: 20 }, (_, at) => 25 - at));
  expect(past[0]).toEqual({ finishedAt: 25, seed: 25 });
  expect(await runs.load(journey)).toEqual({ finishedAt: 25, seed: 25, detail: [25] });
  await runs.save(journey, { finishedAt: 25, seed: 25 });
  expect(await runs.past(journey)).toHaveLength(20);
  await database.delete();
});

test('a database of the version before keeps everything and gains the list of runs', async () => {
  const name = freshName();
  const old = new Dexie(name);
  old.version(1).stores({
    docs: 'id',
    ops: '[docId+seq]',
    audiences: 'id',
    chunks: '[audienceId+column+kind+part]',
    settings: 'key',
    runs: 'journeyId',
  });
  old.version(2).stores({ versions: 'id, journeyId', versionDocs: 'id' });
  await old.open();
  await old.table('settings').put({ key: 'theme', value: 'dark' });
  await old.table('runs').put({ journeyId: 'a', version: 2, run: { finishedAt: 3 } });
  old.close();
  const { database, settings, runs } = await openStorage<{ finishedAt: number }>({ parse, name });
  expect(await settings.get('theme')).toBe('dark');
  expect(await runs.load('a' as JourneyId)).toEqual({ finishedAt: 3 });
  expect(await runs.past('a' as JourneyId)).toEqual([]);
  await database.delete();
});
