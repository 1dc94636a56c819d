import { Dexie } from 'dexie';
import type { Audience, AudienceColumn, Roles } from '../audience/audience.ts';
import { assemble, chunkBytes, chunksOf } from './audienceChunks.ts';
import type { AudienceRow, ChunkRow, RehearsalDatabase } from './database.ts';
import { inWords, StorageError } from './storageError.ts';
import { unlessHeld, whileHolding } from './tabLocks.ts';

/** Bytes written in one transaction: enough to make its price small, little enough to keep in memory. */
const BYTES_PER_WRITE = 8 * 2 ** 20;

interface AudienceSummary {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly importedAt: number;
  readonly revision?: number;
}

/** Audiences as chunks of columns behind a manifest that turns `ready` last: half an audience is never seen. */
export class AudienceStore {
  private readonly database: RehearsalDatabase;
  private readonly now: () => number;

  constructor(database: RehearsalDatabase, now: () => number = Date.now) {
    this.database = database;
    this.now = now;
  }

  /** Latest imported first. */
  list(): Promise<readonly AudienceSummary[]> {
    return inWords(async () => {
      const rows = (await this.database.audiences.toArray()).filter(({ state }) => state === 'ready');
      rows.sort((a, b) => b.importedAt - a.importedAt);
      return rows.map(({ id, name, rows: count, columns, importedAt, revision }) => ({
        id,
        name,
        rows: count,
        columns: columns.length,
        importedAt,
        ...(revision !== undefined && { revision }),
      }));
    });
  }

  /** Buffers are new and the caller's. Rejects when part of the audience is missing or damaged. */
  load(id: string): Promise<Audience | undefined> {
    return inWords(async () => {
      const { database } = this;
      const manifest = await database.audiences.get(id);
      if (manifest?.state !== 'ready') return undefined;
      const columns: AudienceColumn[] = [];
      for (const [index, described] of manifest.columns.entries()) {
        const chunks = await this.chunksAt(id, index).toArray();
        const data = assemble(described, manifest.rows, chunks);
        if (data === undefined) {
          throw new StorageError(
            `The stored audience “${manifest.name}” is damaged in column “${described.name}”. Import its file again.`,
          );
        }
        columns.push({ name: described.name, data });
      }
      return { id, name: manifest.name, rows: manifest.rows, columns, roles: manifest.roles };
    });
  }

  /** What was written of an audience that does not fit is deleted again. */
  save(audience: Audience): Promise<void> {
    return inWords(() =>
      whileHolding(lockName(audience.id), async () => {
        await this.database.audiences.add(this.manifestOf(audience));
        try {
          await this.writeChunks(audience);
          await this.makeReady(audience);
        } catch (error) {
          await this.erase(audience.id);
          throw error;
        }
      }),
    );
  }

  changeRoles(id: string, roles: Roles): Promise<void> {
    return inWords(async () => {
      const { audiences } = this.database;
      await this.database.transaction('rw', audiences, async () => {
        const row = await audiences.get(id);
        if (!row) throw new StorageError('This audience was deleted in another tab.');
        await audiences.put({ ...row, roles, revision: (row.revision ?? 0) + 1 });
      });
    });
  }

  remove(id: string): Promise<void> {
    return inWords(() => this.erase(id));
  }

  /** Deletes what imports left behind that never finished, in this tab or a closed one. */
  cleanUp(): Promise<void> {
    return inWords(async () => {
      const half = (await this.database.audiences.toArray()).filter(({ state }) => state === 'staging');
      for (const { id } of half) await unlessHeld(lockName(id), () => this.erase(id));
    });
  }

  private manifestOf(audience: Audience): AudienceRow {
    const columns = audience.columns.map(({ name, data }) =>
      data.type === 'date' ? { name, type: data.type, precision: data.precision } : { name, type: data.type },
    );
    const { id, name, rows, roles } = audience;
    return { id, state: 'staging', name, rows, columns, roles, importedAt: this.now() };
  }

  private async writeChunks(audience: Audience): Promise<void> {
    let batch: ChunkRow[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      const rows = batch;
      batch = [];
      bytes = 0;
      await this.database.transaction('rw', this.database.chunks, () => this.database.chunks.bulkAdd(rows));
    };
    for (const chunk of chunksOf(audience)) {
      batch.push(chunk);
      bytes += chunkBytes(chunk);
      if (bytes >= BYTES_PER_WRITE) await flush();
    }
    if (batch.length > 0) await flush();
  }

  private makeReady({ id, name }: Audience): Promise<void> {
    const { audiences } = this.database;
    return this.database.transaction('rw', audiences, async () => {
      const changed = await audiences.update(id, { state: 'ready' });
      if (changed === 0)
        throw new StorageError(`The import of “${name}” was interrupted. Import the file again.`);
    });
  }

  private erase(id: string): Promise<void> {
    const { database } = this;
    return database.transaction('rw', database.audiences, database.chunks, async () => {
      await database.audiences.delete(id);
      await database.chunks.where(KEY).between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
    });
  }

  private chunksAt(id: string, column: number) {
    return this.database.chunks.where(KEY).between([id, column, Dexie.minKey], [id, column, Dexie.maxKey]);
  }
}

const KEY = '[audienceId+column+kind+part]';

function lockName(id: string): string {
  return `rehearsal-import-${id}`;
}
