import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { contentSchema, type Content } from '../../../journey/steps/message.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { SettingsStore } from '../../../state/ports.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

const KEY = 'copyLibrary';
const MOST_COPIES = 500;
const LONGEST_NAME = 1000;

/** Content under a name, to be used again. */
export interface SavedCopy {
  readonly id: string;
  readonly name: string;
  readonly content: Content;
}

const savedCopy: z.ZodMiniType<SavedCopy> = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.string().check(z.minLength(1), z.maxLength(LONGEST_NAME)),
  content: contentSchema,
});

interface Reading {
  readonly copies: readonly SavedCopy[];
  /** Values that are no saved content. */
  readonly dropped: number;
}

/** What storage holds, as far as it is what was saved. */
export function readCopies(kept: unknown): Reading {
  if (kept === undefined) return { copies: [], dropped: 0 };
  if (!Array.isArray(kept)) return { copies: [], dropped: 1 };
  const copies = new Map<string, SavedCopy>();
  for (const one of kept as readonly unknown[]) {
    const parsed = savedCopy.safeParse(one);
    if (parsed.success && !copies.has(parsed.data.id)) copies.set(parsed.data.id, parsed.data);
  }
  return { copies: [...copies.values()], dropped: kept.length - copies.size };
}

export interface LibrarySaid {
  readonly words: string;
  readonly bad?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface CopyLibrary {
  /** Newest first; undefined until they are read. */
  readonly copies: readonly SavedCopy[] | undefined;
  readonly said: LibrarySaid | undefined;
  readonly say: (said: LibrarySaid | undefined) => void;
  /** Each resolves to whether it was done; when not, `said` says why. */
  readonly save: (name: string, content: Content) => Promise<boolean>;
  readonly rename: (copy: SavedCopy, name: string) => Promise<boolean>;
  readonly remove: (copy: SavedCopy) => Promise<boolean>;
}

type Change = (copies: readonly SavedCopy[]) => readonly SavedCopy[];

/** The content that this browser keeps. Each change builds on what storage holds then: another tab may have changed it. */
export function useCopyLibrary(): CopyLibrary {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [copies, setCopies] = useState<readonly SavedCopy[]>();
  const [said, say] = useState<LibrarySaid>();
  useEffect(() => {
    let isGone = false;
    const show = ({ copies: found, dropped }: Reading) => {
      if (isGone) return;
      setCopies(found);
      if (dropped > 0) say({ bad: true, words: t('content.library.dropped', { count: dropped }) });
    };
    read(store.getState().ports.settings).then(show, (error: unknown) => {
      if (!isGone) say({ bad: true, words: t('content.library.failed', { words: wordsOf(error) }) });
    });
    return () => {
      isGone = true;
    };
  }, [store, t]);
  const become = async (change: Change, then: LibrarySaid): Promise<boolean> => {
    const { settings } = store.getState().ports;
    try {
      const next = change((await read(settings)).copies);
      if (next.length > MOST_COPIES) throw new Error(t('content.library.full', { max: MOST_COPIES }));
      await settings.set(KEY, next);
      setCopies(next);
      say(then);
      return true;
    } catch (error) {
      say({ bad: true, words: t('content.library.failed', { words: wordsOf(error) }) });
      return false;
    }
  };
  const putBack = (copy: SavedCopy, at: number) => () =>
    void become((now) => now.toSpliced(at, 0, copy), {
      words: t('content.library.putBack', { name: copy.name }),
    });
  return {
    copies,
    said,
    say,
    save: (name, content) =>
      become((now) => [{ id: crypto.randomUUID(), name, content }, ...now], {
        words: t('content.library.saved', { name }),
      }),
    rename: ({ id }, name) =>
      become((now) => now.map((one) => (one.id === id ? { ...one, name } : one)), {
        words: t('content.library.renamed', { name }),
      }),
    remove: (copy) =>
      become((now) => now.filter(({ id }) => id !== copy.id), {
        words: t('content.library.removed', { name: copy.name }),
        action: { label: t('content.library.undo'), run: putBack(copy, copies?.indexOf(copy) ?? 0) },
      }),
  };
}

async function read(settings: SettingsStore): Promise<Reading> {
  return readCopies(await settings.get(KEY));
}
