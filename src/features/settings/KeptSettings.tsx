import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { StoreApi } from 'zustand';
import type { Translate } from '../../i18n/i18n.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import type { Workspace } from '../../state/workspace.ts';
import { DraftContext, draftName, draftPart, type Draft, type DraftPlace } from '../../ui/drafts.ts';
import { useNotices, type Notices } from '../../ui/notices.ts';
import { SECTIONS } from './sections.ts';

interface Told {
  readonly refused: ReadonlyMap<string, Draft>;
  /** The notice that said so. */
  readonly words?: string | undefined;
}

const LONGEST_SHOWN = 40;

/** Gone with the browser's page. */
const toldOf = new WeakMap<StoreApi<Workspace>, Told>();

/** What a box of the settings refused is told when they are left, and is there again when they are opened. */
export function KeptSettings({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [, go] = useLocation();
  const [place] = useState((): DraftPlace => ({
    refused: new Map(toldOf.get(store)?.refused),
    path: '',
  }));
  useLayoutEffect(() => {
    dismissWords(notices, toldOf.get(store)?.words);
    return () => {
      // React takes down what is around before what is inside: the boxes have not yet withdrawn their text.
      const refused = new Map(place.refused);
      const news = newsIn(refused, toldOf.get(store)?.refused);
      const words = news && keptWords(t, news);
      toldOf.set(store, { refused, words });
      if (!news || words === undefined) return;
      const run = () => go(`/settings/${draftPart(news[0])}`);
      notices.say(words, { tone: 'bad', action: { label: t('settings.kept.back'), run } });
    };
  }, [place, store, notices, t, go]);
  return <DraftContext value={place}>{children}</DraftContext>;
}

function keptWords(t: Translate, [path, { typed }]: readonly [string, Draft]): string {
  const section = SECTIONS.find((name) => name === draftPart(path));
  return t(`settings.kept.${typed.trim() === '' ? 'empty' : 'refused'}`, {
    field: draftName(path),
    section: section ? t(`settings.section.${section}`) : '',
    typed: typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed,
  });
}

/** The first text that was not told of before. */
function newsIn(refused: Told['refused'], told: Told['refused'] | undefined) {
  return [...refused].find(([path, { typed, against }]) => {
    const before = told?.get(path);
    return before?.typed !== typed || before.against !== against;
  });
}

function dismissWords(notices: Notices, words: string | undefined): void {
  for (const notice of notices.shown()) if (notice.words === words) notices.dismiss(notice.key);
}
