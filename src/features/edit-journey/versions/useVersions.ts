import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionSummary } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { useNotices } from '../../../ui/notices.ts';
import { useUndoOffer } from '../useUndoOffer.ts';
import { clipped } from '../../../legend/diff/plainWords.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

/** What the dialog last said. */
export interface Said {
  readonly words: string;
  readonly bad?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Each resolves to whether it was done; when not, `said` says why. */
export interface Versions {
  readonly said: Said | undefined;
  readonly read: () => Promise<boolean>;
  readonly save: (name: string, note: string) => Promise<boolean>;
  readonly rename: (version: VersionSummary, name: string) => Promise<boolean>;
  readonly remove: (version: VersionSummary) => Promise<boolean>;
  readonly restore: (version: VersionSummary) => Promise<boolean>;
}

/** What can be done with versions, and the words for how it went. Restoring leads back to the canvas: `onRestored`. */
export function useVersions(onRestored: () => void): Versions {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const undoOffer = useUndoOffer();
  const [said, setSaid] = useState<Said>();
  const actions = useMemo(() => {
    const attempt = async (task: () => Promise<Said | undefined>) => {
      try {
        setSaid(await task());
        return true;
      } catch (error) {
        setSaid({ bad: true, words: t('versions.failed', { words: wordsOf(error) }) });
        return false;
      }
    };
    const named = ({ name }: VersionSummary) => ({ name: clipped(name) });
    return {
      read: () => attempt(() => store.getState().listVersions().then(nothing)),
      save: (name: string, note: string) =>
        attempt(async () => {
          await store.getState().saveVersion(name, note);
          return { words: t('versions.save.saved', { name: clipped(name) }) };
        }),
      rename: (version: VersionSummary, name: string) =>
        attempt(async () => {
          await store.getState().renameVersion(version.id, name);
          return { words: t('versions.renamed', { name: clipped(name) }) };
        }),
      remove: (version: VersionSummary) =>
        attempt(async () => {
          const putBack = await store.getState().removeVersion(version.id);
          const undo = async () => {
            await putBack();
            return { words: t('versions.putBack', named(version)) };
          };
          return {
            words: t('versions.removed', named(version)),
            action: { label: t('versions.undo'), run: () => void attempt(undo) },
          };
        }),
    };
  }, [store, t]);
  const restore = async (version: VersionSummary) => {
    try {
      if (!(await store.getState().restoreVersion(version.id))) throw new Error(t('versions.gone'));
    } catch (error) {
      setSaid({ bad: true, words: t('versions.failed', { words: wordsOf(error) }) });
      return false;
    }
    onRestored();
    notices.say(t('versions.restored', { name: clipped(version.name) }), { action: undoOffer() });
    return true;
  };
  return { said, ...actions, restore };
}

const nothing = () => undefined;
