import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';

const tickedIds = z.array(z.string());

export interface Ticks {
  readonly done: ReadonlySet<string>;
  readonly toggle: (task: string) => void;
  readonly clear: () => void;
}

/** Which tasks of a build sheet are done, as this browser remembers it for a journey and a platform. */
export function useTicks(platform: string, journey: string): Ticks {
  const store = useWorkspaceStore();
  const key = `exchange.ticks.${platform}.${journey}`;
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let isGone = false;
    store
      .getState()
      .ports.settings.get(key)
      .then(
        (found) => {
          const read = tickedIds.safeParse(found);
          if (!isGone && read.success) setDone(new Set(read.data));
        },
        // Ticks that cannot be read are ticks to be made again.
        () => undefined,
      );
    return () => {
      isGone = true;
    };
  }, [store, key]);
  const become = useCallback(
    (next: ReadonlySet<string>) => {
      setDone(next);
      store
        .getState()
        .ports.settings.set(key, [...next])
        .catch(() => undefined);
    },
    [store, key],
  );
  const toggle = (task: string) => {
    const next = new Set(done);
    if (!next.delete(task)) next.add(task);
    become(next);
  };
  return { done, toggle, clear: () => become(new Set()) };
}
