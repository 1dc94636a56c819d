import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../journey/journey.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { PlatformReading } from '../../state/exchangePort.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';

export type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly reading: PlatformReading }
  | { readonly kind: 'failed'; readonly words: string };

const READING: Reading = { kind: 'reading' };

interface Wanted {
  readonly files: readonly ExchangeFile[];
  /** The journey that the files were made from. */
  readonly base?: Journey | undefined;
  /** Nothing is read as long as it is not wanted. */
  readonly isWanted?: boolean;
}

/** The journey in these files, read anew whenever they are others, or go over another journey. */
export function useReading({ files, base, isWanted = true }: Wanted): Reading {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [reading, setReading] = useState<Reading>(READING);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    const become = (next: Reading) => {
      if (!isGone) setReading(next);
    };
    store
      .getState()
      .ports.exchange()
      .then(
        (exchange) =>
          exchange.readPlatformFiles(files, base ? { base } : {}).then(
            (read) => become({ kind: 'read', reading: read }),
            (error: unknown) => become({ kind: 'failed', words: wordsOf(error) }),
          ),
        () => become({ kind: 'failed', words: t('takeToPlatform.bringIn.notLoaded') }),
      );
    return () => {
      isGone = true;
    };
  }, [store, files, base, isWanted, t]);
  return reading;
}
