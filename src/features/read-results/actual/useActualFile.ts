import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyId } from '../../../journey/journey.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { isActualRows, readActual, type ActualRow, type DayOrder } from './readActual.ts';

/** What is kept of a launch, beside the journey that it was of. */
export interface ActualFile {
  readonly name: string;
  readonly rows: readonly ActualRow[];
  readonly doubts: readonly string[];
}

interface State {
  readonly of: JourneyId;
  readonly file: ActualFile | undefined;
  readonly refused?: { readonly name: string; readonly reasons: readonly string[] };
  /** A file that can be read once somebody has told how its days are meant. */
  readonly asked?: { readonly name: string; readonly text: string; readonly found: string };
  /** Why it holds for this visit alone. */
  readonly unkept?: string;
}

const MOST_BYTES = 16 * 1024 * 1024;

/** What happened after the launch of this journey: kept in this browser, one file per journey. Undefined until storage has answered. */
export function useActualFile(journey: JourneyId) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [state, setState] = useState<State>();
  const { settings } = store.getState().ports;
  useEffect(() => {
    let isOver = false;
    settings.get<unknown>(keyOf(journey)).then(
      (kept) => !isOver && setState({ of: journey, file: fileIn(kept) }),
      () => !isOver && setState({ of: journey, file: undefined }),
    );
    return () => void (isOver = true);
  }, [settings, journey]);
  const keep = (file: ActualFile | undefined) => {
    setState({ of: journey, file });
    settings.set(keyOf(journey), file).catch((error: unknown) => {
      setState({ of: journey, file, unkept: wordsOf(error) });
    });
  };
  const read = async (chosen: File) => {
    const text = chosen.size > MOST_BYTES ? undefined : await chosen.text().catch(asError);
    if (text === undefined)
      beside({ refused: { name: chosen.name, reasons: [t('actual.problems.tooLarge')] } });
    else if (text instanceof Error) {
      const reasons = [t('actual.problems.unreadable', { words: text.message })];
      beside({ refused: { name: chosen.name, reasons } });
    } else take(chosen.name, text);
  };
  /** Beside the file that is kept, which stays until another one is read. */
  const beside = (what: Pick<State, 'refused' | 'asked'>) =>
    setState((before) => ({
      of: journey,
      file: before?.of === journey ? before.file : undefined,
      ...what,
    }));
  const take = (name: string, text: string, order?: DayOrder) => {
    const found = readActual(text, t, order);
    if (found.ok) keep({ name, rows: found.rows, doubts: found.doubts });
    else if ('ask' in found) beside({ asked: { name, text, found: found.ask } });
    else beside({ refused: { name, reasons: found.reasons } });
  };
  const known = state?.of === journey ? state : undefined;
  return {
    isKnown: known !== undefined,
    file: known?.file,
    refused: known?.refused,
    asked: known?.asked,
    answer: (order: DayOrder) => {
      if (known?.asked) take(known.asked.name, known.asked.text, order);
    },
    unkept: known?.unkept,
    read: (chosen: File) => void read(chosen),
    keep,
  };
}

const keyOf = (journey: JourneyId) => `actual.${journey}`;

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What an earlier version of the app kept otherwise is as good as nothing. */
function fileIn(kept: unknown): ActualFile | undefined {
  if (typeof kept !== 'object' || kept === null || !('name' in kept) || !('rows' in kept)) return undefined;
  const { name, rows } = kept;
  if (typeof name !== 'string' || !isActualRows(rows) || rows.length === 0) return undefined;
  const doubts = 'doubts' in kept && Array.isArray(kept.doubts) ? kept.doubts.map(String) : [];
  return { name, rows, doubts };
}
