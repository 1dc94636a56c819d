import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Translate } from '../../../i18n/i18n.ts';
import type { StepId } from '../../../journey/journey.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DraftContext, draftName, type Draft, type DraftPlace } from '../../../ui/drafts.ts';
import { useNotices } from '../../../ui/notices.ts';
import { goingBack } from '../goingBack.ts';
import { dismissWords, dismissWithForm, formsOf, type Refused } from './keptForms.ts';
import { focusRefused } from './focusRefused.ts';

interface KeptFormProps {
  /** Absent: the form of the journey itself. */
  readonly step?: StepId;
  readonly children: ReactNode;
}

const LONGEST_SHOWN = 40;

/** Nothing that was typed goes in silence: what a form refused is told when the form goes, and there when it comes again. */
export function KeptForm({ step, children }: KeptFormProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [, go] = useLocation();
  const key = step ?? '';
  const [place] = useState((): DraftPlace => ({
    refused: new Map(formsOf(store).get(key)?.refused),
    path: '',
  }));
  const [journey] = useState(() => store.getState().journey?.id);
  useLayoutEffect(() => {
    const said = formsOf(store).get(key)?.words;
    if (said !== undefined) dismissWords(notices, said);
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
      const back = (to: StepId) => {
        go('/');
        store.getState().select([to]);
        goingBack(store);
        focusRefused();
      };
      const action = step && { label: t('inspectors.kept.back'), run: () => back(step) };
      notices.say(words, { tone: 'bad', ...(action && { action }) });
      dismissWithForm(store, notices, { words, step });
    };
  }, [place, store, notices, journey, step, key, t, go]);
  return <DraftContext value={place}>{children}</DraftContext>;
}

/** `name` of the step; absent: the journey's own form. */
function keptWords(
  t: Translate,
  [path, { typed }]: readonly [string, Draft],
  name: string | undefined,
): string {
  const values = {
    field: draftName(path),
    typed: typed.length > LONGEST_SHOWN ? `${typed.slice(0, LONGEST_SHOWN)}…` : typed,
  };
  const kind = typed.trim() === '' ? 'empty' : 'refused';
  return name === undefined
    ? t(`inspectors.kept.${kind}.journey`, values)
    : t(`inspectors.kept.${kind}.step`, { ...values, name });
}

/** The first text that was not told of before. */
function newsIn(refused: Refused, told: Refused | undefined) {
  return [...refused].find(([path, { typed, against }]) => {
    const before = told?.get(path);
    return before?.typed !== typed || before.against !== against;
  });
}
