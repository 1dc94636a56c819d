import { Dexie } from 'dexie';
import { applyPatches, enablePatches, type Patch } from 'immer';
import type { Journey, JourneyId } from '../journey/journey.ts';
import type { DocumentRow, OperationRow, RehearsalDatabase } from './database.ts';
import { sameJson } from '../journey/sameJson.ts';
import { Conflict, inWords, StorageError } from './storageError.ts';
import { copyVersions, removeVersionsOf } from './versionStore.ts';

enablePatches();

/** Operations after which the next append writes a snapshot and drops them. */
export const OPERATIONS_PER_SNAPSHOT = 50;

/** One small change, as Immer patches forward and back. */
interface Operation {
  readonly patches: readonly unknown[];
  readonly inverse: readonly unknown[];
}

interface Origin {
  readonly id: JourneyId;
  readonly nameOf: (name: string) => string;
}

interface JourneySummary {
  readonly id: JourneyId;
  readonly name: string;
  readonly steps: number;
  readonly editedAt: number;
}

export interface JourneyStoreOptions {
  /** What is no journey gives undefined. */
  readonly parse: (value: unknown) => Journey | undefined;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Where this tab believes a journey stands. */
interface Position {
  readonly rev: number;
  /** The parser mended the document: patches of it do not fit what is stored. */
  readonly mended: boolean;
}

/**
 * Journeys as a snapshot and the operations since. An append writes one small row and compares revisions within its
 * transaction: a tab that did not see another tab's edits is refused instead of overwriting them. Every write resolves when
 * the browser says that it is on the disk, and rejects with a `StorageError` otherwise.
 */
export class JourneyStore {
  private readonly database: RehearsalDatabase;
  private readonly parse: JourneyStoreOptions['parse'];
  private readonly now: () => number;
  private readonly positions = new Map<JourneyId, Position>();
  private readonly queues = new Map<JourneyId, Promise<void>>();

  constructor(database: RehearsalDatabase, { parse, now = Date.now }: JourneyStoreOptions) {
    this.database = database;
    this.parse = parse;
    this.now = now;
  }

  /** Latest edited first. */
  list(): Promise<readonly JourneySummary[]> {
    return inWords(async () => {
      const rows = await this.database.docs.toArray();
      rows.sort((a, b) => b.editedAt - a.editedAt);
      return rows.map(({ id, title, steps, editedAt }) => ({
        id: id as JourneyId,
        name: title,
        steps,
        editedAt,
      }));
    });
  }

  /** A document that no longer is a journey stays where it is, and this rejects. */
  load(id: JourneyId): Promise<Journey | undefined> {
    return inWords(async () => {
      const stored = await this.read(id);
      if (stored === undefined) return undefined;
      const { row, operations } = stored;
      const raw = replay(row, operations);
      const journey = raw === undefined ? undefined : this.parse(raw);
      if (journey === undefined) throw new StorageError(damaged(row.title));
      this.positions.set(id, { rev: row.rev, mended: !sameJson(raw, journey) });
      return journey;
    });
  }

  /** Like `load`, but leaves this tab's place in the document alone: its next append is still compared with what it edits. */
  peek(id: JourneyId): Promise<Journey | undefined> {
    return inWords(async () => {
      const stored = await this.read(id);
      const raw = stored && replay(stored.row, stored.operations);
      return raw === undefined ? undefined : this.parse(raw);
    });
  }

  /** With `from`, the versions of that journey are copied in the same transaction: a copy is never there without them. */
  create(journey: Journey, from?: Origin): Promise<void> {
    return inWords(async () => {
      const { docs, versions, versionDocs } = this.database;
      const row: DocumentRow = {
        id: journey.id,
        rev: 0,
        snapRev: 0,
        snapshot: journey,
        ...this.describe(journey),
      };
      await this.database.transaction('rw', [docs, versions, versionDocs], async () => {
        if ((await docs.get(journey.id)) !== undefined) {
          throw new StorageError(`“${journey.name}” is stored already.`);
        }
        await docs.add(row);
        if (!from) return;
        await copyVersions(this.database, from.id, {
          to: journey.id,
          change: (document) => this.renamed(document, journey.id, from.nameOf),
        });
      });
      this.positions.set(journey.id, { rev: 0, mended: false });
    });
  }

  /**
   * Appends operations; `after` is the document once they are applied. Calls are written in order. When one fails, those
   * that already wait behind it fail as well, since they build on it: append all of their operations again.
   */
  append(id: JourneyId, operations: readonly Operation[], after: Journey): Promise<void> {
    const before = this.queues.get(id) ?? Promise.resolve();
    const mine = before.then(() => inWords(() => this.write(id, operations, after)));
    this.queues.set(id, mine);
    const forget = (): void => {
      if (this.queues.get(id) === mine) this.queues.delete(id);
    };
    mine.then(forget, forget);
    return mine;
  }

  remove(id: JourneyId): Promise<void> {
    return inWords(async () => {
      const { database } = this;
      const { docs, ops, runs, pastRuns, versions, versionDocs } = database;
      await database.transaction('rw', [docs, ops, runs, pastRuns, versions, versionDocs], async () => {
        await docs.delete(id);
        await this.operationsOf(id).delete();
        await runs.delete(id);
        await pastRuns.where('journeyId').equals(id).delete();
        await removeVersionsOf(database, id);
      });
      this.positions.delete(id);
    });
  }

  private async write(id: JourneyId, operations: readonly Operation[], after: Journey): Promise<void> {
    const { database } = this;
    const position = this.positions.get(id);
    if (position === undefined) throw new Error(`append to a journey that was not loaded: ${id}`);
    const rev = position.rev + operations.length;
    await database.transaction('rw', database.docs, database.ops, async () => {
      const row = await database.docs.get(id);
      if (row === undefined) throw new Conflict(deleted(after.name));
      if (row.rev !== position.rev) throw new Conflict(overtaken(after.name));
      const next = { ...row, rev, ...this.describe(after) };
      if (position.mended || rev - row.snapRev >= OPERATIONS_PER_SNAPSHOT) {
        await database.docs.put({ ...next, snapRev: rev, snapshot: after });
        await this.operationsOf(id).delete();
      } else {
        await database.ops.bulkAdd(
          operations.map((operation, index) => rowOf(id, position.rev + index + 1, operation)),
        );
        await database.docs.put(next);
      }
    });
    // Dexie's transaction promise resolves on `oncomplete`: only now is it on the disk.
    this.positions.set(id, { rev, mended: false });
  }

  /** What cannot be read is copied as it is: it is damaged there as it was here. */
  private renamed(document: unknown, id: JourneyId, nameOf: Origin['nameOf']): unknown {
    const journey = this.parse(document);
    return journey ? { ...journey, id, name: nameOf(journey.name) } : document;
  }

  private read(id: JourneyId): Promise<{ row: DocumentRow; operations: OperationRow[] } | undefined> {
    const { database } = this;
    return database.transaction('r', database.docs, database.ops, async () => {
      const row = await database.docs.get(id);
      return row && { row, operations: await this.operationsOf(id).toArray() };
    });
  }

  private operationsOf(id: JourneyId) {
    return this.database.ops.where('[docId+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  }

  private describe(journey: Journey): Pick<DocumentRow, 'title' | 'steps' | 'editedAt'> {
    return { title: journey.name, steps: Object.keys(journey.steps).length, editedAt: this.now() };
  }
}

function rowOf(docId: string, seq: number, { patches, inverse }: Operation): OperationRow {
  return { docId, seq, patches, inverse };
}

/** The document at its revision; undefined when operations are missing or do not fit. */
function replay(row: DocumentRow, operations: readonly OperationRow[]): unknown {
  const gapless = operations.every(({ seq }, index) => seq === row.snapRev + index + 1);
  if (!gapless || row.snapRev + operations.length !== row.rev) return undefined;
  try {
    return operations.reduce(
      (document, { patches }) => applyPatches(document, patches as Patch[]),
      row.snapshot as object,
    );
  } catch {
    return undefined;
  }
}

const damaged = (name: string): string =>
  `The stored journey “${name}” is damaged and cannot be opened. It was left as it is; nothing was deleted.`;
const deleted = (name: string): string =>
  `“${name}” was deleted in another tab, so this change was not saved to it.`;
const overtaken = (name: string): string =>
  `“${name}” was changed in another tab, so this change was not saved to it.`;
