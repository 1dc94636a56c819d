import type { Journey, JourneyId } from '../journey/journey.ts';
import type { RehearsalDatabase, VersionRow } from './database.ts';
import { inWords, StorageError } from './storageError.ts';

interface VersionSummary extends VersionRow {
  readonly journeyId: JourneyId;
}

/**
 * Versions of journeys: a small row that is listed and renamed, and the whole document beside it, written once. Both are
 * written in one strict transaction, so a version is there as a whole or not at all.
 */
export class VersionStore {
  private readonly database: RehearsalDatabase;
  private readonly parse: (value: unknown) => Journey | undefined;

  constructor(database: RehearsalDatabase, parse: (value: unknown) => Journey | undefined) {
    this.database = database;
    this.parse = parse;
  }

  /** Newest first. */
  list(journey: JourneyId): Promise<readonly VersionSummary[]> {
    return inWords(async () => {
      const rows = await this.database.versions.where('journeyId').equals(journey).toArray();
      rows.sort((a, b) => b.savedAt - a.savedAt);
      return rows.map((row) => ({ ...row, journeyId: journey }));
    });
  }

  /** A document that no longer is a journey stays where it is, and this rejects. */
  load(id: string): Promise<Journey | undefined> {
    return inWords(async () => {
      const { versions, versionDocs } = this.database;
      const [row, stored] = await this.database.transaction('r', versions, versionDocs, () =>
        Promise.all([versions.get(id), versionDocs.get(id)]),
      );
      if (!row) return undefined;
      const journey = stored && this.parse(stored.document);
      if (!journey) throw new StorageError(damaged(row.name));
      return journey;
    });
  }

  save(version: VersionSummary, document: Journey): Promise<void> {
    return inWords(async () => {
      const { docs, versions, versionDocs } = this.database;
      await this.database.transaction('rw', docs, versions, versionDocs, async () => {
        if (!(await docs.get(version.journeyId))) throw new StorageError(orphan(document.name));
        await versions.add(version);
        await versionDocs.add({ id: version.id, document });
      });
    });
  }

  rename(id: string, name: string): Promise<void> {
    return inWords(async () => {
      const { versions } = this.database;
      await this.database.transaction('rw', versions, async () => {
        const row = await versions.get(id);
        if (!row) throw new StorageError(GONE);
        await versions.put({ ...row, name });
      });
    });
  }

  /** Resolves to what puts the version back exactly as it was stored; a version that is not there any more is as good as removed. */
  remove(id: string): Promise<() => Promise<void>> {
    return inWords(async () => {
      const { docs, versions, versionDocs } = this.database;
      const rows = await this.database.transaction('rw', versions, versionDocs, async () => {
        const found = await Promise.all([versions.get(id), versionDocs.get(id)]);
        await Promise.all([versions.delete(id), versionDocs.delete(id)]);
        return found;
      });
      const putBack = async () => {
        const [row, document] = rows;
        if (!row || !document) throw new StorageError(GONE);
        await this.database.transaction('rw', docs, versions, versionDocs, async () => {
          if (!(await docs.get(row.journeyId))) throw new StorageError(GONE_WITH_JOURNEY);
          await Promise.all([versions.put(row), versionDocs.put(document)]);
        });
      };
      return () => inWords(putBack);
    });
  }
}

/** Part of removing a journey, inside the caller's transaction. */
export async function removeVersionsOf(database: RehearsalDatabase, journeyId: string): Promise<void> {
  const { versions, versionDocs } = database;
  const ids = await versions.where('journeyId').equals(journeyId).primaryKeys();
  await versionDocs.bulkDelete(ids);
  await versions.bulkDelete(ids);
}

/** Part of making a copy of a journey, inside the caller's transaction: its versions have the copy's, with ids of their own. */
export async function copyVersions(
  { versions, versionDocs }: RehearsalDatabase,
  from: string,
  { to, change }: { readonly to: string; readonly change: (document: unknown) => unknown },
): Promise<void> {
  const rows = await versions.where('journeyId').equals(from).toArray();
  const documents = await versionDocs.bulkGet(rows.map(({ id }) => id));
  const copies = rows.map((row) => ({ ...row, id: `v-${crypto.randomUUID()}`, journeyId: to }));
  await versions.bulkAdd(copies);
  await versionDocs.bulkAdd(
    copies.flatMap(({ id }, at) => {
      const found = documents[at];
      return found ? [{ id, document: change(found.document) }] : [];
    }),
  );
}

const damaged = (name: string): string =>
  `The stored version “${name}” is damaged and cannot be read. It was left as it is; nothing was deleted.`;
const orphan = (name: string): string =>
  `“${name}” itself is not stored in this browser, perhaps because another tab deleted it. Its version was not saved.`;
const GONE = 'This version is no longer stored, perhaps because another tab deleted it.';
const GONE_WITH_JOURNEY = 'The journey of this version is no longer stored, so the version was not put back.';
