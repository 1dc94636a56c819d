import { useCallback, useEffect, useRef, useState } from 'react';
import { behavesAlike } from '../../../journey/behavesAlike.ts';
import type { Problem } from '../../../journey/problem.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { Progress, Simulator } from '../../../state/ports.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import {
  askWhatFirst,
  type WhatFirst,
  type WhatFirstHandle,
  type WhatFirstQuestion,
} from './askWhatFirst.ts';

export type WhatFirstState =
  | { readonly kind: 'asking'; readonly progress: Progress }
  | { readonly kind: 'answered'; readonly answer: WhatFirst; readonly asked: WhatFirstQuestion }
  | { readonly kind: 'blocked'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

const BEGINNING: WhatFirstState = { kind: 'asking', progress: { share: 0 } };

/** Asks as soon as it is there, and again when told to; what is being worked out ends with whoever asked. */
export function useWhatFirst() {
  const store = useWorkspaceStore();
  const [state, setState] = useState<WhatFirstState>(BEGINNING);
  const [turn, setTurn] = useState(0);
  const running = useRef<WhatFirstHandle>(undefined);
  useEffect(() => {
    const question = questionOf(store.getState());
    if (!question) return undefined;
    let isOver = false;
    // Nothing is told any more to who went away or stopped it.
    const tell = (next: WhatFirstState) =>
      !isOver && setState((before) => (before.kind === 'asking' ? next : before));
    const handle = startAsking(store.getState().ports.simulator, question, tell);
    running.current = handle;
    return () => {
      isOver = true;
      handle.cancel();
    };
  }, [store, turn]);
  const ask = useCallback(() => {
    setState(BEGINNING);
    setTurn((before) => before + 1);
  }, []);
  const cancel = useCallback(() => {
    running.current?.cancel();
    setState({ kind: 'cancelled' });
  }, []);
  return { state, ask, cancel };
}

function startAsking(
  simulator: Pick<Simulator, 'compare'>,
  question: WhatFirstQuestion,
  tell: (state: WhatFirstState) => void,
): WhatFirstHandle {
  const handle = askWhatFirst(simulator, question, (progress) => tell({ kind: 'asking', progress }));
  handle.done.then(
    (outcome) =>
      tell(
        outcome.ok
          ? { kind: 'answered', answer: outcome.answer, asked: question }
          : { kind: 'blocked', problems: outcome.problems },
      ),
    (error: unknown) => tell({ kind: 'failed', words: wordsOf(error) }),
  );
  return handle;
}

/** Whether anything has changed since that an answer rests on; a change that was taken back has not. */
export function useIsStale(asked: WhatFirstQuestion): boolean {
  return useWorkspace((workspace) => {
    const now = questionOf(workspace);
    return !now || !sameQuestion(asked, now);
  });
}

function sameQuestion(a: WhatFirstQuestion, b: WhatFirstQuestion): boolean {
  return (
    a.audience === b.audience &&
    sameJson(a.policies, b.policies) &&
    sameJson(a.calibration, b.calibration) &&
    behavesAlike(a.journey, b.journey)
  );
}

function questionOf(
  workspace: ReturnType<ReturnType<typeof useWorkspaceStore>['getState']>,
): WhatFirstQuestion | undefined {
  const { journey, policies, calibration, audience, schema } = workspace;
  return journey && { journey, policies, calibration, audience, schema };
}
