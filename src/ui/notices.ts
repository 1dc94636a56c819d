import { createContext, useContext } from 'react';

export interface Notice {
  readonly key: number;
  readonly words: string;
  readonly tone: 'plain' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Notices {
  /** Says something once: shown for a while and read out. Bad news stays until dismissed. */
  say(
    words: string,
    options?: Omit<Notice, 'key' | 'words' | 'tone'> & { readonly tone?: Notice['tone'] },
  ): void;
  dismiss(key: number): void;
  /** For useSyncExternalStore. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly shown: () => readonly Notice[];
}

const SHOWN_MILLISECONDS = 6000;

export function createNotices(): Notices {
  let shown: readonly Notice[] = [];
  let keys = 0;
  const listeners = new Set<() => void>();
  const become = (next: readonly Notice[]) => {
    shown = next;
    for (const listener of listeners) listener();
  };
  const dismiss = (key: number) => become(shown.filter((notice) => notice.key !== key));
  return {
    say(words, options) {
      const notice: Notice = { key: ++keys, tone: 'plain', ...options, words };
      // The same words again replace themselves rather than pile up.
      become([...shown.filter((other) => other.words !== words), notice].slice(-3));
      if (notice.tone === 'plain') setTimeout(() => dismiss(notice.key), SHOWN_MILLISECONDS);
    },
    dismiss,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown: () => shown,
  };
}

export const NoticesContext = createContext<Notices>(createNotices());

export function useNotices(): Notices {
  return useContext(NoticesContext);
}
