import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyId } from '../../../journey/journey.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { useNotices } from '../../../ui/notices.ts';
import { keyOf, readScenarios, type Scenario } from './scenario.ts';

export interface Scenarios {
  /** Undefined: not read yet. */
  readonly list: readonly Scenario[] | undefined;
  readonly add: (scenario: Scenario) => void;
  readonly change: (scenario: Scenario) => void;
  /** Offers to take it back. */
  readonly remove: (id: string) => void;
}

/** The what-ifs of a journey, kept in this browser. */
export function useScenarios(journey: JourneyId): Scenarios {
  const { t } = useTranslation();
  const notices = useNotices();
  const [list, keep] = useKept(journey);
  return useMemo(
    () => ({
      list,
      add: (scenario) => keep((before) => [...before, scenario]),
      change: (scenario) => keep((before) => before.map((one) => (one.id === scenario.id ? scenario : one))),
      remove(id) {
        const at = list?.findIndex((one) => one.id === id) ?? -1;
        const gone = list?.[at];
        if (!gone) return;
        keep((before) => before.filter((one) => one.id !== id));
        const run = () => keep((before) => [...before.slice(0, at), gone, ...before.slice(at)]);
        notices.say(t('compareRuns.scenarios.removed', { name: gone.name }), {
          action: { label: t('compareRuns.scenarios.undo'), run },
        });
      },
    }),
    [list, keep, notices, t],
  );
}

type Change = (before: readonly Scenario[]) => readonly Scenario[];

function useKept(journey: JourneyId): [readonly Scenario[] | undefined, (change: Change) => void] {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [read, setRead] = useState<{ readonly of: JourneyId; readonly list: readonly Scenario[] }>();
  const now = useRef<typeof read>(undefined);
  const show = useCallback((next: NonNullable<typeof read>) => {
    now.current = next;
    setRead(next);
  }, []);
  useEffect(() => {
    let wanted = true;
    const { settings } = store.getState().ports;
    settings.get(keyOf(journey)).then(
      (kept) => wanted && show({ of: journey, list: readScenarios(kept) }),
      () => wanted && show({ of: journey, list: [] }),
    );
    return () => {
      wanted = false;
    };
  }, [store, journey, show]);
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const keep = useCallback(
    (change: Change) => {
      if (now.current?.of !== journey) return;
      show({ of: journey, list: change(now.current.list) });
      const { settings } = store.getState().ports;
      // On top of what storage holds then: another tab may have changed it, or this one since an undo was offered.
      const write = async () =>
        settings.set(keyOf(journey), change(readScenarios(await settings.get(keyOf(journey)))));
      writing.current = writing.current
        .then(write)
        .catch((error: unknown) =>
          notices.say(t('compareRuns.scenarios.unkept', { words: wordsOf(error) }), { tone: 'bad' }),
        );
    },
    [store, journey, notices, show, t],
  );
  return [read?.of === journey ? read.list : undefined, keep];
}
