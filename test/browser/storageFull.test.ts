import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import type { Audience } from '../../src/audience/audience.ts';
import { AudienceStore } from '../../src/storage/audienceStore.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { JourneyStore } from '../../src/storage/journeyStore.ts';
import { newJourney, parse, renamed } from '../storage/journeys.ts';

const NAME = 'full-test';

/** Numbers that no store can compress, 8 bytes a row. */
function noise(id: string, rows: number): Audience {
  const values = new Float64Array(rows);
  const bytes = new Uint8Array(values.buffer);
  for (let from = 0; from < bytes.length; from += 65_536) {
    crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  }
  return { id, name: id, rows, columns: [{ name: 'n', data: { type: 'number', values } }], roles: {} };
}

/** Chromium asks for the limit when it first opens an origin's storage, so what earlier tests opened is cleared. */
async function limitStorage(megabytes: number | undefined): Promise<void> {
  const { origin } = location;
  await cdp().send(
    'Storage.overrideQuotaForOrigin',
    megabytes === undefined ? { origin } : { origin, quotaSize: megabytes * 2 ** 20 },
  );
  await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

test('a full disk is told in a sentence, loses nothing, and takes edits again once something is deleted', async () => {
  await limitStorage(24);
  try {
    const database = await openDatabase(NAME);
    const audiences = new AudienceStore(database);
    const journeys = new JourneyStore(database, { parse });
    await journeys.create(newJourney());
    await audiences.save(noise('kept', 100_000));
    await expect(audiences.save(noise('too large', 4_000_000))).rejects.toThrow('no room left');
    expect((await audiences.list()).map(({ id }) => id)).toEqual(['kept']);
    expect((await database.chunks.toArray()).some(({ audienceId }) => audienceId === 'too large')).toBe(
      false,
    );
    const change = renamed(newJourney(), 'Saved after making room');
    await audiences.remove('kept');
    await journeys.append(newJourney().id, [change], change.journey);
    expect((await journeys.load(newJourney().id))?.name).toBe('Saved after making room');
    await database.delete();
  } finally {
    await limitStorage(undefined);
  }
});
