import { useEffect, useState } from 'react';
import { UTM_PARTS, type UtmDefaults, type UtmPart } from '../../../journey/utm.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';

const KEY = 'utmDefaults';

interface KeptDefaults {
  readonly defaults: UtmDefaults;
  /** An empty text takes the default back. */
  readonly set: (part: UtmPart, text: string) => void;
  /** Why the last change is not kept. */
  readonly failed: string | undefined;
}

/** The workspace’s UTM tags for messages that have none; the one place that knows where they are kept. */
export function useUtmDefaults(): KeptDefaults {
  const store = useWorkspaceStore();
  const [defaults, setDefaults] = useState<UtmDefaults>({});
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    let isGone = false;
    const { settings } = store.getState().ports;
    const read = async () => {
      const kept = readDefaults(await settings.get(KEY));
      if (!isGone) setDefaults(kept);
    };
    // What cannot be read is as if there were none: the built-in ones hold.
    read().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [store]);
  const set = (part: UtmPart, text: string) => {
    const { [part]: _, ...others } = defaults;
    const next = text.trim() === '' ? others : { ...others, [part]: text };
    setDefaults(next);
    store
      .getState()
      .ports.settings.set(KEY, next)
      .then(
        () => setFailed(undefined),
        (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
      );
  };
  return { defaults, set, failed };
}

/** What is not a text under a name of ours is left out. */
function readDefaults(kept: unknown): UtmDefaults {
  if (typeof kept !== 'object' || kept === null) return {};
  const found = Object.entries(kept).filter(
    ([part, value]) => UTM_PARTS.some((known) => known === part) && typeof value === 'string',
  );
  return Object.fromEntries(found);
}
