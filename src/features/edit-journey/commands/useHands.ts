import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReactFlow } from '@xyflow/react';
import { addEntry } from '../../../journey/addEntry.ts';
import type { Journey, Position, StepId } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { useNotices } from '../../../ui/notices.ts';
import type { Anchor } from '../../../ui/place.ts';
import { addAfter, addAt, onlyOpenExit, openExit, snap } from '../canvasEdits.ts';
import { CARD_WIDTH, HEAD_HEIGHT } from '../cardLayout.ts';
import { exitLabel } from '../../../legend/exitLabel.ts';
import { noteNodeId } from '../flow.ts';
import { glide } from '../glide.ts';
import { makeStep, namedSteps, paletteSteps, type NewStep } from '../newSteps.ts';
import type { Wording } from '../../../legend/stepSummary.ts';
import { toggleNumbers } from '../useAbsoluteNumbers.ts';
import { useRemoval } from '../useRemoval.ts';
import { askExit, askKind, askStep, askTint, askWay, waysOf, type Asking } from './asking.ts';
import type { Box } from '../cardLayout.ts';
import { intoSight } from '../intoSight.ts';
import { bounds, boxesOf } from './arrange.ts';
import { besideTinted } from './besideTinted.ts';
import { askAnything } from './finding.ts';
import type { Hands, Scene, Title } from './scene.ts';
import { useClipboard, type ClipboardPlaces } from './useClipboard.ts';

/** `frame` is around canvas and outline: there steps are found by their `data-id`. */
export interface Places extends ClipboardPlaces {
  readonly onAsk: (asking: Asking) => void;
  readonly glideFrom: (before: Journey) => void;
  readonly toggleMarquee: () => void;
  readonly panels: Omit<Hands['panels'], 'find'>;
}

/** Hands over the open workspace and the canvas. The same object all the time. */
export function useHands(places: Places): Hands {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const flow = useReactFlow();
  const removal = useRemoval();
  const latest = useRef(places);
  useEffect(() => {
    latest.current = places;
  });
  const pointer = usePointer(places.frame);
  const target = useCallback(() => pointer(flow) ?? middleOf(latest.current, flow), [pointer, flow]);
  const pasted = useCallback(
    (journey: Journey, ids: readonly StepId[]) => showBoxes(latest.current, flow, boxesOf(journey, ids)),
    [flow],
  );
  const clipboard = useClipboard(latest, removal, { target, pasted });
  return useMemo((): Hands => {
    const journey = () => latest.current.scene().journey;
    const wording = (): Wording => ({ t, format, currency: journey().settings.currency });
    const hasEntry = () => Object.values(journey().steps).some(({ kind }) => kind === 'entry');
    const titleOf = (title: Title, id: StepId | undefined, exit?: string) => {
      const step = id === undefined ? undefined : journey().steps[id];
      const name = step?.name ?? '';
      return t(`canvas.ask.${title}`, { step: name, exit: step && exit ? exitLabel(step, exit, t) : '' });
    };
    const open = (beside: StepId | undefined, question: Omit<Asking, 'anchor'>) =>
      latest.current.onAsk({ ...question, anchor: anchorOf(latest.current, beside) });
    const select: Hands['select'] = (ids, notes = []) => {
      store.getState().select(ids);
      latest.current.onMarks({ notes, link: undefined });
    };
    const show: Hands['show'] = (id) => focusSoon(latest.current, id);
    const hands: Hands = {
      edit: (edit, options) => store.getState().edit(edit, options),
      add: (make) => {
        const { edit, id } = make(journey());
        store.getState().edit(edit);
        select([id]);
        show(id);
      },
      addChosen: (choice) => addChosen(hands, latest.current.scene(), choice),
      select,
      selectLink: (link) => latest.current.onMarks({ link }),
      show,
      reveal: (id) => {
        select([id]);
        hands.view.centre(id);
        show(id);
      },
      revealNote: (id) => {
        const note = journey().notes?.[id];
        if (!note) return;
        select([], [id]);
        centre(flow, note);
        focusSoon(latest.current, noteNodeId(id));
      },
      revealGroup: (id) => {
        const steps = journey().groups?.[id]?.steps;
        const last = steps?.at(-1);
        if (!steps || !last) return;
        // A form over half of a small screen would cover what was looked for.
        if (!latest.current.readOnly()) select(steps);
        hands.view.fit(steps);
        show(last);
      },
      focused: () => focusedStep(latest.current),
      say: (words) => notices.say(words),
      remove: removal,
      ask: {
        after: (exit, anchor) => {
          const add = (choice: NewStep) => hands.add((now) => addAfter(now, makeStep(choice), exit));
          const question = askKind(titleOf('addAfter', exit.from, exit.exit), { t, hasEntry: true }, add);
          latest.current.onAsk({ ...question, anchor: frozen(anchor) });
        },
        here: (anchor, then) =>
          latest.current.onAsk({
            ...askKind(t('canvas.ask.add'), { t, hasEntry: true }, then),
            anchor: frozen(anchor),
          }),
        kind: (beside, title, then, exit) => {
          const replaced = title === 'replace' && beside !== undefined ? journey().steps[beside] : undefined;
          open(beside, askKind(titleOf(title, beside, exit), { t, hasEntry: hasEntry(), replaced }, then));
        },
        step: (beside, title, among, then, exit) => {
          const question = { journey: journey(), among, wording: wording() };
          open(beside, askStep(titleOf(title, beside, exit), question, then));
        },
        exit: (beside, title, then) =>
          open(beside, askExit(titleOf(title, beside), { journey: journey(), from: beside, t }, then)),
        way: (beside, then) => {
          const step = journey().steps[beside];
          if (!step) return;
          const [only, ...others] = waysOf(step, t);
          if (only && others.length === 0) then(only.step);
          else open(beside, askWay(t('canvas.ask.way', { step: step.name }), { step, t }, then));
        },
        tint: (beside, then) => {
          const anchor = besideTinted(latest.current.frame.current) ?? anchorOf(latest.current, beside);
          latest.current.onAsk({ ...askTint(t('canvas.ask.tint'), t, then), anchor });
        },
      },
      view: {
        fit: (ids) => {
          const nodes = ids?.map((id) => ({ id }));
          void flow.fitView({ padding: 0.08, maxZoom: 1, ...(nodes && { nodes }), ...glide() });
        },
        zoom: (way) => {
          if (way === 'in') void flow.zoomIn(glide());
          else if (way === 'out') void flow.zoomOut(glide());
          else void flow.zoomTo(1, glide());
        },
        toggleMarquee: () => latest.current.toggleMarquee(),
        toggleNumbers,
        centre: (id) => {
          for (const { box } of boxesOf(journey(), [id])) centre(flow, box);
        },
        middle: () => middleOf(latest.current, flow),
        glide: (before) => latest.current.glideFrom(before),
      },
      words: {
        newGroup: () => t('canvas.newGroup'),
        notesOutside: () => t('canvas.notesOutside'),
        alreadyTidy: () => t('canvas.alreadyTidy'),
        newSteps: () => [...paletteSteps(t), ...namedSteps(t)].map(({ label }) => label),
      },
      clipboard,
      panels: {
        form: () => latest.current.panels.form(),
        settings: () => latest.current.panels.settings(),
        find: () => open(undefined, askAnything(journey(), wording(), hands)),
        toggle: (panel) => latest.current.panels.toggle(panel),
        whatFirst: () => latest.current.panels.whatFirst(),
        editNote: (id) => latest.current.panels.editNote(id),
        renameGroup: (id) => latest.current.panels.renameGroup(id),
      },
    };
    return hands;
  }, [store, notices, flow, t, format, removal, clipboard]);
}

/** A button may be gone when the list has opened, so its place is remembered. */
function frozen(anchor: Anchor): Anchor {
  const box = anchor.getBoundingClientRect();
  return { getBoundingClientRect: () => box };
}

/** A palette item that was pressed: behind the open exit of the selected step, else in the middle of what is seen. */
function addChosen(hands: Hands, { journey, selection }: Scene, choice: NewStep): void {
  if (choice.kind === 'entry') return hands.add((now) => addEntry(now));
  const [from] = selection;
  const own = from && openExit(journey, from);
  const end = from && own ? { from, exit: own } : onlyOpenExit(journey);
  const step = makeStep(choice);
  hands.add((now) => (end ? addAfter(now, step, end) : addAt(now, step, hands.view.middle())));
}

/** Where the pointer is over the canvas; undefined while it is elsewhere. */
function usePointer(frame: Places['frame']): (flow: FlowInstance) => Position | undefined {
  const at = useRef<Position>(undefined);
  useEffect(() => {
    const element = frame.current;
    const move = ({ target, clientX, clientY }: PointerEvent) => {
      const isOver = target instanceof Element && target.closest('.react-flow') !== null;
      at.current = isOver ? { x: clientX, y: clientY } : undefined;
    };
    const leave = () => (at.current = undefined);
    element?.addEventListener('pointermove', move);
    element?.addEventListener('pointerleave', leave);
    return () => {
      element?.removeEventListener('pointermove', move);
      element?.removeEventListener('pointerleave', leave);
    };
  }, [frame]);
  return useCallback((flow) => at.current && flow.screenToFlowPosition(at.current), []);
}

type FlowInstance = ReturnType<typeof useReactFlow>;

function centre(flow: FlowInstance, box: Box): void {
  void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
    zoom: Math.max(0.75, flow.getZoom()),
    ...glide(),
  });
}

function canvasOf({ frame }: Places): Element | null {
  return frame.current?.querySelector('.react-flow') ?? null;
}

/** Slides just far enough to show them all, or makes them all fit. */
function showBoxes(places: Places, flow: FlowInstance, known: readonly { readonly box: Box }[]): void {
  const room = canvasOf(places)?.getBoundingClientRect();
  if (!room || known.length === 0) return;
  const whole = bounds(known.map(({ box }) => box));
  const view = flow.getViewport();
  const fits = whole.width * view.zoom <= room.width && whole.height * view.zoom <= room.height;
  if (fits) void flow.setViewport(intoSight(view, whole, room), glide());
  else void flow.fitBounds(whole, { padding: 0.08, ...glide() });
}

/** A free place for a card in the middle of what is seen of the canvas. */
function middleOf(places: Places, flow: FlowInstance) {
  const box = canvasOf(places)?.getBoundingClientRect() ?? new DOMRect();
  const { x, y } = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  return snap({ x: x - CARD_WIDTH / 2, y: y - HEAD_HEIGHT / 2 });
}

/** Beside the step where the keyboard is, its card, or the middle of the canvas. The box stays where it was. */
function anchorOf(places: Places, beside: StepId | undefined): Anchor {
  const element = beside === undefined ? undefined : stepElement(places, beside);
  const box = element?.getBoundingClientRect();
  const canvas = canvasOf(places)?.getBoundingClientRect() ?? new DOMRect();
  const seen = box && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const rect = seen ? box : new DOMRect(canvas.x + canvas.width / 2 - 160, canvas.y + 48, 0, 0);
  return { getBoundingClientRect: () => rect };
}

/** In the outline while the keyboard is there, else the card. */
function stepElement({ frame }: Places, id: StepId): HTMLElement | undefined {
  const tree = document.activeElement?.closest('[role="tree"]');
  const within = tree ?? frame.current;
  return within?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? undefined;
}

function focusedStep({ frame, scene }: Places): StepId | undefined {
  const id = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
  const isOurs = frame.current?.contains(document.activeElement) === true;
  return isOurs && id !== undefined && scene().journey.steps[id as StepId] ? (id as StepId) : undefined;
}

const TRIES = 5;

/** The step or note may be drawn a frame or two later. A keyboard in the outline stays there: it follows the selection itself. */
function focusSoon(places: Places, id: string, tries = TRIES): void {
  requestAnimationFrame(() => {
    if (document.activeElement?.closest('[role="tree"]')) return;
    const card = places.frame.current?.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(id)}"]`,
    );
    if (card) card.focus({ preventScroll: true });
    else if (tries > 0) focusSoon(places, id, tries - 1);
  });
}
