import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreApi } from 'zustand';
import type { Translate } from '../../../i18n/i18n.ts';
import type { JourneyId, StepId } from '../../../journey/journey.ts';
import type { Workspace } from '../../../state/workspace.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DraftContext, draftName, type DraftPlace } from '../../../ui/drafts.ts';
import { useNotices } from '../../../ui/notices.ts';
import { isolated } from '../isolated.ts';

interface KeptFormProps {
  /** Absent: the form of the journey itself. */
  readonly step?: StepId;
  readonly children: ReactNode;
}

/** What forms of the open journey refused, by step; '' is the journey itself. Gone with the page, or when the journey is left. */
interface Kept {
  readonly journey: JourneyId | undefined;
  readonly forms: Map<string, Told>;
}

interface Told {
  readonly refused: ReadonlyMap<string, string>;
  /** The notice that said so. */
  readonly words?: string | undefined;
}

const keptOf = new WeakMap<StoreApi<Workspace>, Kept>();
const LONGEST_SHOWN = 40;

/** Nothing that was typed goes in silence: what a form refused is told when the form goes, and there when it comes again. */
export function KeptForm({ step, children }: KeptFormProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const key = step ?? '';
  const [place] = useState((): DraftPlace => ({
    refused: new Map(formsOf(store).get(key)?.refused),
    path: '',
  }));
  const [journey] = useState(() => store.getState().journey?.id);
  useLayoutEffect(() => {
    const said = formsOf(store).get(key)?.words;
    for (const notice of notices.shown()) if (notice.words === said) notices.dismiss(notice.key);
    return () => {
      // React takes down what is around before what is inside: the boxes have not yet withdrawn their text.
      const refused = new Map(place.refused);
      const forms = formsOf(store);
      const open = store.getState().journey;
      const name = step === undefined ? open?.name : open?.steps[step]?.name;
      if (open?.id !== journey || name === undefined) return;
      const news = newsIn(refused, forms.get(key)?.refused);
      const words = news && keptWords(t, news, step === undefined ? undefined : name);
      forms.set(key, { refused, words });
      if (words === undefined) return;
      const action = step && { label: t('inspectors.kept.back'), run: () => goBack(store, step) };
      notices.say(words, { tone: 'bad', ...(action && { action }) });
    };
  }, [place, store, notices, journey, step, key, t]);
  return <DraftContext value={place}>{children}</DraftContext>;
}

function formsOf(store: StoreApi<Workspace>): Kept['forms'] {
  const journey = store.getState().journey?.id;
  const known = keptOf.get(store);
  if (known && known.journey === journey) return known.forms;
  const forms: Kept['forms'] = new Map();
  keptOf.set(store, { journey, forms });
  return forms;
}

/** `name` of the step; absent: the journey's own form. */
function keptWords(t: Translate, [path, typed]: readonly [string, string], name: string | undefined): string {
  const values = {
    field: draftName(path),
    typed: typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed,
  };
  const kind = typed.trim() === '' ? 'empty' : 'refused';
  return name === undefined
    ? t(`inspectors.kept.${kind}.journey`, values)
    : t(`inspectors.kept.${kind}.step`, { ...values, name: isolated(name) });
}

/** The first text that was not told of before. */
function newsIn(refused: ReadonlyMap<string, string>, told: ReadonlyMap<string, string> | undefined) {
  return [...refused].find(([path, typed]) => told?.get(path) !== typed);
}

function goBack(store: StoreApi<Workspace>, step: StepId): void {
  if (!store.getState().journey?.steps[step]) return;
  store.getState().select([step]);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-form] [aria-invalid="true"]')?.focus(),
  );
}
