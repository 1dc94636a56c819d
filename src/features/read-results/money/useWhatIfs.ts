import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Report } from '../../../analytics/report.ts';
import type { Progress, SimulationOutcome, SimulationRequest } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

/** What became of a comparison of several designs over the same contacts. */
export type WhatIfs =
  | { readonly kind: 'asking'; readonly progress: Progress }
  | { readonly kind: 'known'; readonly reports: readonly Report[] }
  | { readonly kind: 'blocked'; readonly problem: string }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'cancelled' };

interface Asked {
  readonly requests: readonly SimulationRequest[];
}

export interface Known extends Asked {
  readonly reports: readonly Report[];
}

export interface WhatIfsAsked {
  /** Undefined: nothing was asked. */
  readonly answer: WhatIfs | undefined;
  /** The last reports that came, of what was asked for them. */
  readonly latest: Known | undefined;
  readonly ask: () => void;
  readonly cancel: () => void;
}

interface Told {
  readonly about: Asked;
  readonly answer: WhatIfs;
}

const BEGUN: WhatIfs = { kind: 'asking', progress: { share: 0 } };

/**
 * Simulates the requests, which must stay the same object as long as they are the same. With `atOnce` without being asked, and again
 * whenever they change; what is overtaken, stopped or no longer looked at is cancelled.
 */
export function useWhatIfs(
  requests: readonly SimulationRequest[] | undefined,
  { atOnce }: { readonly atOnce: boolean },
): WhatIfsAsked {
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [wanted, setWanted] = useState<Asked>();
  const [stopped, setStopped] = useState<Asked>();
  const [told, setTold] = useState<Told>();
  const [latest, setLatest] = useState<Known>();
  const automatic = useMemo(() => (atOnce && requests ? { requests } : undefined), [atOnce, requests]);
  const asked = wanted && wanted.requests === requests ? wanted : automatic;
  const active = asked === stopped ? undefined : asked;
  useEffect(() => {
    if (!active) return undefined;
    let isOver = false;
    const tell = (answer: WhatIfs) => {
      if (isOver) return;
      setTold({ about: active, answer });
      if (answer.kind === 'known') setLatest({ ...active, reports: answer.reports });
    };
    const handle = simulator.compare(active.requests, (progress) => tell({ kind: 'asking', progress }));
    handle.done.then(
      (outcomes) => tell(readOutcomes(outcomes)),
      (error: unknown) => tell({ kind: 'failed', words: wordsOf(error) }),
    );
    return () => {
      isOver = true;
      handle.cancel();
    };
  }, [active, simulator]);
  const ask = useCallback(() => setWanted(requests && { requests }), [requests]);
  const cancel = useCallback(() => setStopped(asked), [asked]);
  return { answer: asked && answerTo(asked, { active, told }), latest, ask, cancel };
}

function answerTo(
  asked: Asked,
  { active, told }: { readonly active: Asked | undefined; readonly told: Told | undefined },
): WhatIfs {
  const known = told?.about === asked ? told.answer : undefined;
  if (known && known.kind !== 'asking') return known;
  return active ? (known ?? BEGUN) : { kind: 'cancelled' };
}

function readOutcomes(outcomes: readonly SimulationOutcome[]): WhatIfs {
  const reports: Report[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) return { kind: 'blocked', problem: outcome.problems[0]?.words ?? '' };
    reports.push(outcome.report);
  }
  return { kind: 'known', reports };
}
