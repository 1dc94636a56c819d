import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress, Simulator } from '../../../state/ports.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { inTurn, type Comparer, type Job } from './inTurn.ts';

export interface JobState<T> {
  /** Undefined: nothing is under way. */
  readonly progress: Progress | undefined;
  /** The last there is; while something is under way, of what was asked before or a first look. */
  readonly result: T | undefined;
  /** Why it ended without a result. */
  readonly ended:
    { readonly kind: 'failed'; readonly words: string } | { readonly kind: 'cancelled' } | undefined;
}

export interface JobOf<T> extends JobState<T> {
  /** Asks for another result in place of what is under way; `tell` shows what is known so far. */
  readonly start: (work: (comparer: Comparer, tell: (soFar: T) => void) => Promise<T>) => void;
  readonly cancel: () => void;
}

const IDLE = { progress: undefined, result: undefined, ended: undefined } as const;

/** One piece of work over the workspace’s simulator at a time; it ends with whoever asked. */
export function useJob<T>(): JobOf<T> {
  const store = useWorkspaceStore();
  const [state, setState] = useState<JobState<T>>(IDLE);
  const running = useRef<Job<T>>(undefined);
  const drop = useCallback(() => {
    running.current?.cancel();
    running.current = undefined;
  }, []);
  useEffect(() => drop, [drop]);
  const start = useCallback<JobOf<T>['start']>(
    (work) => {
      drop();
      const simulator: Pick<Simulator, 'compare'> = store.getState().ports.simulator;
      setState(({ result }) => ({ progress: { share: 0 }, result, ended: undefined }));
      const tell = (change: Partial<JobState<T>>) => {
        // What was dropped has nothing more to say.
        if (running.current === job) setState((before) => ({ ...before, ...change }));
      };
      const job = inTurn(
        simulator,
        (comparer) => work(comparer, (result) => tell({ result })),
        (progress) => tell({ progress }),
      );
      running.current = job;
      job.done.then(
        (result) => tell({ result, progress: undefined }),
        (error: unknown) => tell({ progress: undefined, ended: { kind: 'failed', words: wordsOf(error) } }),
      );
    },
    [store, drop],
  );
  const cancel = useCallback(() => {
    drop();
    setState(({ result }) => ({ progress: undefined, result, ended: { kind: 'cancelled' } }));
  }, [drop]);
  return { ...state, start, cancel };
}
