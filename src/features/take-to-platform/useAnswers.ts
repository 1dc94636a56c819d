import { useCallback, useEffect, useMemo, useState } from 'react';
import * as z from 'zod/mini';
import type { Blank } from '../../journey/portability.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';

const KEY = 'exchange.answers';
const LONGEST = 500;

const record = z.record(z.string(), z.string().check(z.maxLength(LONGEST)));
/** By platform: what holds for the account, and what for single journeys. */
const stored = z.record(z.string(), z.object({ workspace: record, journeys: z.record(z.string(), record) }));
type Stored = z.infer<typeof stored>;

const NOTHING: Stored[string] = { workspace: {}, journeys: {} };

export interface Answers {
  /** What was answered, by the ids of blanks: of the account, and of this journey before it. */
  readonly all: Readonly<Record<string, string>>;
  readonly answer: (blank: Pick<Blank, 'id' | 'scope'>, text: string) => void;
  /** Why the last answer is not kept, in words. */
  readonly failed: string | undefined;
}

/** What only an account knows, as this browser remembers it. Each change builds on what storage holds then: another tab may have changed it. */
export function useAnswers(platform: string, journey: string): Answers {
  const store = useWorkspaceStore();
  const [known, setKnown] = useState<Stored>({});
  const [failed, setFailed] = useState<string>();
  const read = useCallback(async (): Promise<Stored> => {
    const parsed = stored.safeParse(await store.getState().ports.settings.get(KEY));
    return parsed.success ? parsed.data : {};
  }, [store]);
  useEffect(() => {
    let isGone = false;
    read().then(
      (found) => {
        if (!isGone) setKnown(found);
      },
      (error: unknown) => {
        if (!isGone) setFailed(wordsOf(error));
      },
    );
    return () => {
      isGone = true;
    };
  }, [read]);
  const answer = useCallback(
    (blank: Pick<Blank, 'id' | 'scope'>, text: string) => {
      const change = (before: Stored) => answered(before, { platform, journey, blank, text });
      setKnown(change);
      const keep = async () => store.getState().ports.settings.set(KEY, change(await read()));
      keep().then(
        () => setFailed(undefined),
        (error: unknown) => setFailed(wordsOf(error)),
      );
    },
    [store, read, platform, journey],
  );
  const all = useMemo(() => {
    const { workspace, journeys } = known[platform] ?? NOTHING;
    return { ...workspace, ...journeys[journey] };
  }, [known, platform, journey]);
  return { all, answer, failed };
}

interface Answered {
  readonly platform: string;
  readonly journey: string;
  readonly blank: Pick<Blank, 'id' | 'scope'>;
  readonly text: string;
}

function answered(before: Stored, { platform, journey, blank, text }: Answered): Stored {
  const { workspace, journeys } = before[platform] ?? NOTHING;
  const put = (answers: Readonly<Record<string, string>>) => {
    const { [blank.id]: _, ...others } = answers;
    return text === '' ? others : { ...others, [blank.id]: text.slice(0, LONGEST) };
  };
  const after =
    blank.scope === 'workspace'
      ? { workspace: put(workspace), journeys }
      : { workspace, journeys: { ...journeys, [journey]: put(journeys[journey] ?? {}) } };
  return { ...before, [platform]: after };
}
