import { useContext, useEffect, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../i18n/i18n.ts';
import { cutOut, pasteClip, readClip, writeClip, type Clip } from '../../../journey/clip.ts';
import type { Journey, Position, StepId } from '../../../journey/journey.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { isTyping } from '../../../ui/commands/keyNames.ts';
import { CommandsContext } from '../../../ui/commands/registry.ts';
import { useNotices } from '../../../ui/notices.ts';
import { GRID, snap } from '../canvasEdits.ts';
import { useUndoOffer } from '../useUndoOffer.ts';
import { bounds, boxesOf } from './arrange.ts';
import type { Marks } from '../marks.ts';
import type { Hands, Scene } from './scene.ts';

export interface ClipboardPlaces {
  readonly frame: RefObject<HTMLElement | null>;
  readonly scene: () => Scene;
  readonly readOnly: () => boolean;
  readonly onMarks: (marks: Partial<Marks>) => void;
}

/** Copying and pasting steps as text: by the browser's own keys, or from a menu where the browser lets the page. */
export function useClipboard(
  places: RefObject<ClipboardPlaces>,
  remove: Hands['remove'],
  {
    target,
    pasted,
  }: {
    readonly target: () => Position;
    /** Shows what came in. */
    readonly pasted: (journey: Journey, ids: readonly StepId[]) => void;
  },
): Hands['clipboard'] {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const undoOffer = useUndoOffer();
  const commands = useContext(CommandsContext);
  const acts = useMemo(() => {
    // The app brings in journeys; the canvas only knows that it can.
    const pasteFlowchart = () => commands.all().find(({ id }) => id === 'app.paste');
    const taken = () => {
      const { journey, selection, notes } = places.current.scene();
      if (selection.length + notes.length === 0) return undefined;
      return { text: writeClip(cutOut(journey, selection, notes)), selection, notes };
    };
    const said = ({ selection, notes }: Pick<Scene, 'selection' | 'notes'>) => {
      const count = selection.length + notes.length;
      notices.say(t('canvas.copied', { count, what: countWords(t, selection.length, notes.length) }));
    };
    const put = (text: string) => {
      const read = readClip(text);
      if (!read.ok) {
        const [problem] = read.problems;
        const open = problem?.code === 'flowchart-pasted' ? pasteFlowchart() : undefined;
        notices.say(problem?.words ?? '', open && { action: { label: open.label, run: open.run } });
        return;
      }
      const { journey } = places.current.scene();
      const outcome = pasteClip(journey, read.clip, shiftTo(journey, read.clip, target()));
      if (!outcome.ok) {
        notices.say(outcome.problem.words);
        return;
      }
      const { edit, steps, notes, entryLeftOut } = outcome.paste;
      store.getState().edit(edit);
      store.getState().select(steps);
      pasted(store.getState().journey ?? journey, steps);
      places.current.onMarks({ notes, link: undefined });
      const words = t('canvas.pasted', { what: countWords(t, steps.length, notes.length) });
      notices.say(entryLeftOut ? t('canvas.pastedButEntry', { pasted: words }) : words, {
        action: undoOffer(),
      });
    };
    return { taken, said, put };
  }, [places, store, notices, t, target, pasted, undoOffer, commands]);

  useEffect(() => {
    const isOurs = ({ target }: Event) => {
      if (isTyping(target) || document.querySelector('dialog[open]')) return false;
      return target === document.body || places.current.frame.current?.contains(target as Node) === true;
    };
    const copy = (event: ClipboardEvent) => {
      const cutting = event.type === 'cut' && !places.current.readOnly();
      const taken = isOurs(event) && !hasMarkedText() ? acts.taken() : undefined;
      if (!taken || (event.type === 'cut' && !cutting)) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', taken.text);
      if (cutting) remove(taken.selection, taken.notes, []);
      else acts.said(taken);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isOurs(event) || places.current.readOnly()) return;
      event.preventDefault();
      acts.put(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [acts, places, remove]);

  return useMemo(
    () => ({
      copy(cut) {
        const taken = acts.taken();
        if (!taken) return;
        navigator.clipboard.writeText(taken.text).then(
          () => (cut ? remove(taken.selection, taken.notes, []) : acts.said(taken)),
          () => notices.say(t('canvas.notCopied')),
        );
      },
      paste() {
        navigator.clipboard.readText().then(acts.put, () => notices.say(t('canvas.notPasted')));
      },
    }),
    [acts, notices, remove, t],
  );
}

/** `5 steps and 2 notes`, without what there is none of. */
function countWords(t: Translate, stepCount: number, noteCount: number): string {
  const steps = t('canvas.steps', { count: stepCount });
  const notes = t('canvas.notes', { count: noteCount });
  if (noteCount === 0) return steps;
  return stepCount === 0 ? notes : t('canvas.stepsAndNotes', { steps, notes });
}

/** Text that somebody marked to copy it is what they mean. */
function hasMarkedText(): boolean {
  return document.getSelection()?.isCollapsed === false;
}

/** How far the clip moves so that its middle comes to the target, and no card exactly onto another. */
function shiftTo(journey: Journey, clip: Clip, target: Position): Position {
  const whole: Journey = { ...journey, ...clip };
  const boxes = [
    ...boxesOf(whole, Object.keys(clip.steps) as StepId[]).map(({ box }) => box),
    ...Object.values(clip.notes ?? {}),
  ];
  if (boxes.length === 0) return { x: 0, y: 0 };
  const { x, y, width, height } = bounds(boxes);
  const taken = new Set(Object.values(journey.layout as Record<string, Position>).map(placeText));
  let shift = snap({ x: target.x - x - width / 2, y: target.y - y - height / 2 });
  const covers = () => boxes.some((box) => taken.has(placeText({ x: box.x + shift.x, y: box.y + shift.y })));
  while (covers()) shift = { x: shift.x + 3 * GRID, y: shift.y + 3 * GRID };
  return shift;
}

function placeText({ x, y }: Position): string {
  return `${x},${y}`;
}
