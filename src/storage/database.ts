import { Dexie, type Table } from 'dexie';
import type { ColumnType, Roles } from '../audience/audience.ts';
import { inWords, NEWER, StorageError } from './storageError.ts';

/** A journey: its last snapshot and where it stands. `rev` counts operations since it was made; `snapshot` holds the first `snapRev`. */
export interface DocumentRow {
  readonly id: string;
  readonly rev: number;
  readonly snapRev: number;
  readonly snapshot: unknown;
  readonly title: string;
  readonly steps: number;
  readonly editedAt: number;
}

/** The operation that moved a journey to revision `seq`. */
export interface OperationRow {
  readonly docId: string;
  readonly seq: number;
  readonly patches: readonly unknown[];
  readonly inverse: readonly unknown[];
}

/** An audience without its values. Only `ready` ones exist for anyone but their writer. */
export interface AudienceRow {
  readonly id: string;
  readonly state: 'staging' | 'ready';
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly precision?: 'day' | 'minute';
  }[];
  readonly roles: Roles;
  readonly importedAt: number;
  /** How often its roles were changed; absent: never. */
  readonly revision?: number;
}

/** Part of a column: `values` of up to 65 536 rows, or `texts` of its dictionary. */
export interface ChunkRow {
  readonly audienceId: string;
  readonly column: number;
  readonly kind: 'values' | 'texts';
  readonly part: number;
  readonly data: Float64Array | Uint32Array | Uint8Array | readonly string[];
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

export interface RunRow {
  readonly journeyId: string;
  readonly version: number;
  readonly run: unknown;
}

/** A run that was made before, without what can be worked out again. */
export interface PastRunRow {
  readonly id: string;
  readonly journeyId: string;
  readonly version: number;
  readonly finishedAt: number;
  readonly run: unknown;
}

/** A version of a journey without its document, so that a list of them is cheap. */
export interface VersionRow {
  readonly id: string;
  readonly journeyId: string;
  readonly name: string;
  readonly note?: string;
  readonly savedAt: number;
}

/** The document of the version with this id. Never changed. */
export interface VersionDocumentRow {
  readonly id: string;
  readonly document: unknown;
}

const SCHEMA_VERSION = 3;
/** Dexie counts in tenths. */
export const NATIVE_VERSION = SCHEMA_VERSION * 10;

/** The open database. Its tables are for the stores of this folder only. */
export class RehearsalDatabase extends Dexie {
  declare readonly docs: Table<DocumentRow, string>;
  declare readonly ops: Table<OperationRow, [string, number]>;
  declare readonly audiences: Table<AudienceRow, string>;
  declare readonly chunks: Table<ChunkRow, [string, number, string, number]>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly runs: Table<RunRow, string>;
  declare readonly pastRuns: Table<PastRunRow, string>;
  declare readonly versions: Table<VersionRow, string>;
  declare readonly versionDocs: Table<VersionDocumentRow, string>;

  constructor(name: string) {
    // Relaxed durability loses acknowledged edits in a power cut, and now and then the whole origin in a crash.
    // Without `autoOpen: false` Dexie opens a closed database again and lets old code write to a newer schema.
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    this.on('versionchange', () => {
      this.close();
      return false;
    });
    this.version(1).stores({
      docs: 'id',
      ops: '[docId+seq]',
      audiences: 'id',
      chunks: '[audienceId+column+kind+part]',
      settings: 'key',
      runs: 'journeyId',
    });
    // New tables only: what earlier versions kept stays as it is.
    this.version(2).stores({ versions: 'id, journeyId', versionDocs: 'id' });
    this.version(SCHEMA_VERSION).stores({ pastRuns: 'id, journeyId' });
  }
}

const OPEN_LIMIT_MS = 10_000;

/**
 * Opens the database; rejects with a sentence when the browser refuses or does not answer, and when a newer version of the
 * app has been here. When another tab upgrades or deletes it later, it closes, and every use of it rejects.
 */
export function openDatabase(name = 'rehearsal'): Promise<RehearsalDatabase> {
  return inWords(async () => {
    const database = new RehearsalDatabase(name);
    const slow =
      'The storage of this browser does not answer. Close other tabs of Rehearsal and reload the page.';
    await orInTime(database.open(), slow);
    if (database.backendDB().version > NATIVE_VERSION) {
      database.close();
      throw new StorageError(NEWER);
    }
    return database;
  });
}

async function orInTime<T>(task: PromiseLike<T>, words: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageError(words)), OPEN_LIMIT_MS);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
