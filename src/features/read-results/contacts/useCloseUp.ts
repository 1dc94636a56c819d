import { useEffect, useState } from 'react';
import type { CloseUp, Who } from '../../../analytics/stories/closeUp.ts';
import type { ForcedAnswer } from '../../../compile/program.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

export interface Asked {
  readonly request: SimulationRequest;
  readonly who: Who;
  readonly forced?: readonly ForcedAnswer[];
}

export interface CloseUpAnswer {
  /** The newest there is; older than what is asked while `pending`. */
  readonly closeUp: CloseUp | undefined;
  readonly pending: boolean;
  /** Why there is none. */
  readonly words: string | undefined;
}

type Known = Omit<CloseUpAnswer, 'pending'> & { readonly of: Asked };

/** Looks closely at somebody; `asked` stays the same object as long as the question is the same. */
export function useCloseUp(asked: Asked | undefined): CloseUpAnswer {
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    if (!asked) return undefined;
    let isOver = false;
    const tell = (answer: Omit<Known, 'of'>) => isOver || setKnown({ of: asked, ...answer });
    simulator.closeUp(asked.request, asked.who, asked.forced).then(
      (outcome) =>
        tell(
          outcome.ok
            ? { closeUp: outcome.closeUp, words: undefined }
            : { closeUp: undefined, words: outcome.problems[0]?.words ?? '' },
        ),
      (error: unknown) => tell({ closeUp: undefined, words: wordsOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [simulator, asked]);
  const pending = asked !== undefined && known?.of !== asked;
  return { closeUp: known?.closeUp, pending, words: pending ? undefined : known?.words };
}
