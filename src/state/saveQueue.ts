import type { Journey } from '../journey/journey.ts';
import type { JourneyStore, Operation, Origin } from './ports.ts';
import type { SaveState } from './workspace.ts';

/** Waits between attempts after a failure; the last repeats. */
const RETRY_MILLISECONDS = [1000, 3000, 10_000, 30_000];

interface SaveQueueOptions {
  readonly store: JourneyStore;
  readonly onState: (state: SaveState) => void;
  readonly now: () => number;
  /** Another tab has the document: answers under what name and id the one of this tab is kept, with copies of the document's versions. */
  readonly onConflict: (mine: Journey) => KeptApart;
}

export interface KeptApart {
  readonly journey: Journey;
  readonly from: Origin;
}

/** Writes are made one after the other in the order of the edits; nothing is dropped before it is durable. */
export interface SaveQueue {
  /** Nothing is written before this; `first` is a document to be written before what waits already. */
  release(first?: Journey): void;
  /** Writes the whole document before anything appended to it later. */
  create(journey: Journey): void;
  append(operation: Operation, after: Journey): void;
  /** Tries at once what failed. */
  retry(): void;
  /** Resolves when everything put in before is durable, or an attempt failed. */
  settled(): Promise<void>;
}

type Task =
  | { readonly kind: 'create'; readonly journey: Journey; readonly from?: Origin }
  | { readonly kind: 'append'; readonly operation: Operation; readonly after: Journey };

export function createSaveQueue({ store, onState, now, onConflict }: SaveQueueOptions): SaveQueue {
  let waiting: readonly Task[] = [];
  let writing: Promise<void> | undefined;
  let held = true;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const add = (task: Task) => {
    waiting = [...waiting, task];
    // After a failure the words stay until an attempt succeeds.
    if (failures === 0) onState({ kind: 'saving' });
    start();
  };
  const start = () => {
    clearTimeout(timer);
    if (held || waiting.length === 0) return;
    writing ??= drain().finally(() => (writing = undefined));
  };
  const drain = async () => {
    if (failures === 0) onState({ kind: 'saving' });
    while (waiting.length > 0) {
      const batch = nextBatch(waiting);
      try {
        await write(store, batch);
      } catch (error) {
        if (error instanceof Error && error.name === 'Conflict') {
          waiting = keptApart(waiting, batch, onConflict);
          continue;
        }
        failures += 1;
        onState({ kind: 'failed', words: error instanceof Error ? error.message : String(error) });
        timer = setTimeout(start, RETRY_MILLISECONDS[Math.min(failures, RETRY_MILLISECONDS.length) - 1]);
        return;
      }
      waiting = waiting.slice(batch.length);
      failures = 0;
    }
    onState({ kind: 'saved', at: now() });
  };
  return {
    release(first) {
      held = false;
      if (first) waiting = [{ kind: 'create', journey: first }, ...waiting];
      start();
    },
    create: (journey) => add({ kind: 'create', journey }),
    append: (operation, after) => add({ kind: 'append', operation, after }),
    retry: start,
    settled: () => writing ?? Promise.resolve(),
  };
}

/** What cannot be appended any more becomes a document of its own, as it stands after all that waits for it. */
function keptApart(
  waiting: readonly Task[],
  [refused]: readonly Task[],
  onConflict: (mine: Journey) => KeptApart,
): readonly Task[] {
  const idOf = (task: Task) => (task.kind === 'append' ? task.after.id : task.journey.id);
  const isRefused = (task: Task) => refused !== undefined && idOf(task) === idOf(refused);
  const last = waiting.findLast(isRefused);
  const others = waiting.filter((task) => !isRefused(task));
  if (!last) return others;
  const apart = onConflict(last.kind === 'append' ? last.after : last.journey);
  return [{ kind: 'create', ...apart }, ...others];
}

/** The tasks that can be one transaction: a create alone, or appends to one journey that follow each other. */
function nextBatch(tasks: readonly Task[]): readonly Task[] {
  const [first] = tasks;
  if (first?.kind !== 'append') return tasks.slice(0, 1);
  const end = tasks.findIndex((task) => task.kind !== 'append' || task.after.id !== first.after.id);
  return end < 0 ? tasks : tasks.slice(0, end);
}

async function write(store: JourneyStore, batch: readonly Task[]): Promise<void> {
  const last = batch.at(-1);
  if (last?.kind === 'create') return store.create(last.journey, last.from);
  if (last?.kind !== 'append') return;
  const operations = batch.flatMap((task) => (task.kind === 'append' ? [task.operation] : []));
  return store.append(last.after.id, operations, last.after);
}
