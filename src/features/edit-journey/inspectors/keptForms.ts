import type { StoreApi } from 'zustand';
import type { JourneyId, StepId } from '../../../journey/journey.ts';
import type { Workspace } from '../../../state/workspace.ts';
import type { Draft } from '../../../ui/drafts.ts';
import type { Notices } from '../../../ui/notices.ts';

/** What the boxes of a form refused, by the path of each. */
export type Refused = ReadonlyMap<string, Draft>;

interface Told {
  readonly refused: Refused;
  /** The notice that said so. */
  readonly words?: string | undefined;
}

/** What forms of the open journey refused, by step; '' is the journey itself. Gone with the page, or when the journey is left. */
interface Kept {
  readonly journey: JourneyId | undefined;
  readonly forms: Map<string, Told>;
}

const keptOf = new WeakMap<StoreApi<Workspace>, Kept>();

export function formsOf(store: StoreApi<Workspace>): Kept['forms'] {
  const journey = store.getState().journey?.id;
  const known = keptOf.get(store);
  if (known && known.journey === journey) return known.forms;
  const forms: Kept['forms'] = new Map();
  keptOf.set(store, { journey, forms });
  return forms;
}

export function dismissWords(notices: Notices, words: string): void {
  for (const notice of notices.shown()) if (notice.words === words) notices.dismiss(notice.key);
}

interface AboutForm {
  readonly words: string;
  /** Absent: the journey's own form. */
  readonly step: StepId | undefined;
}

/** A notice about a form goes with it: nobody can go back to a journey that was left, or to a step that was deleted. */
export function dismissWithForm(
  store: StoreApi<Workspace>,
  notices: Notices,
  { words, step }: AboutForm,
): void {
  const journey = store.getState().journey?.id;
  const stop = store.subscribe(({ journey: open }) => {
    const isThere = open?.id === journey && (step === undefined || open?.steps[step] !== undefined);
    if (isThere && notices.shown().some((notice) => notice.words === words)) return;
    dismissWords(notices, words);
    stop();
  });
}
