import { useEffect, useState } from 'react';
import type { Exchange } from '../../state/exchangePort.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';

interface LoadedExchange {
  readonly exchange: Exchange | undefined;
  readonly failed: boolean;
  readonly retry: () => void;
}

/** The readers and writers of other programs' files, fetched when this page is first looked at. */
export function useExchange(): LoadedExchange {
  const store = useWorkspaceStore();
  const [exchange, setExchange] = useState<Exchange>();
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isGone = false;
    store
      .getState()
      .ports.exchange()
      .then(
        (loaded) => {
          if (!isGone) setExchange(loaded);
        },
        () => {
          if (!isGone) setFailed(true);
        },
      );
    return () => {
      isGone = true;
    };
  }, [store, tries]);
  const retry = () => {
    setFailed(false);
    setTries((before) => before + 1);
  };
  return { exchange, failed, retry };
}
