import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListTree, Settings2 } from 'lucide-react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { ContextMenu } from '../../ui/ContextMenu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { usePreference, useSizePreference } from '../../ui/usePreference.ts';
import { AnswerPlace } from './answers/AnswerPlace.tsx';
import type { Question } from './answers/Answers.tsx';
import { Canvas } from './Canvas.tsx';
import { CanvasTools } from './CanvasTools.tsx';
import { AskList } from './commands/AskList.tsx';
import type { Asking } from './commands/asking.ts';
import { menuFor } from './commands/menus.ts';
import { useCanvasCommands } from './commands/useCanvasCommands.ts';
import { useHands } from './commands/useHands.ts';
import { ForecastStrip } from './ForecastStrip.tsx';
import { onGoingBack } from './goingBack.ts';
import { LeftPanel } from './LeftPanel.tsx';
import { NO_MARKS } from './marks.ts';
import { useMarks } from './useMarks.ts';
import type { NewStep } from './newSteps.ts';
import type { OutlineEntry } from './outline/annotationRows.ts';
import { OutlineSheet } from './outline/OutlineSheet.tsx';
import { PlayedContext } from './play/playedContext.ts';
import { usePlayer } from './play/usePlayer.tsx';
import { PrintList } from './PrintList.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useContextMenu } from './useContextMenu.ts';
import { usePrintView } from './usePrintView.ts';
import { useWayBar } from './way/useWayBar.tsx';
import styles from './EditJourneyView.module.css';

// The forms of all kinds are not needed to see the journey; they come right after it.
const loadInspector = async () => ({ default: (await import('./Inspector.tsx')).Inspector });
const Inspector = lazy(loadInspector);

/** The numbers are on the screen by then, and no hand has reached a step. */
const AFTER_NUMBERS_MILLISECONDS = 100;

interface WorkbenchProps {
  readonly journey: Journey;
  readonly arriving: boolean;
  readonly onArrived: () => void;
}

export function Workbench({ journey, arriving, onArrived }: WorkbenchProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const narrow = useMedia(NARROW);
  const problems = useWorkspace((workspace) => workspace.problems);
  const selection = useWorkspace((workspace) => workspace.selection);
  const frame = useRef<HTMLDivElement>(null);
  const gliding = useRef<(before: Journey) => void>(() => undefined);
  const onGlide = useCallback((glideFrom: (before: Journey) => void) => {
    gliding.current = glideFrom;
  }, []);
  const [marks, setMarks] = useMarks(journey, selection);
  const [asking, setAsking] = useState<Asking>();
  const [settingsShown, setSettingsShown] = useState(false);
  const [problemsShown, setProblemsShown] = useState(false);
  const [outlined, setOutlined] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const outlineButton = useRef<HTMLButtonElement>(null);
  useEffect(() => onGoingBack(store, () => setOutlined(false)), [store]);
  const [left, setLeft] = usePreference('left', 'steps');
  const [dragging, setDragging] = usePreference('dragging', 'moves');
  const [dragged, setDragged] = useState<NewStep>();
  const [inspectorSize, setInspectorSize] = useSizePreference('inspector', 336);
  const [problemsSize, setProblemsSize] = useSizePreference('problems', 220);
  const marquee = dragging === 'selects';
  const { playing, onCard, player, togglePlayer } = usePlayer(frame, () => {
    store.getState().lightWay(undefined);
    store.getState().select([]);
    setMarks(NO_MARKS);
    setSettingsShown(false);
    setOutlined(false);
    setAsking(undefined);
    setQuestion(undefined);
  });
  const readOnly = narrow || playing;
  const inspected = !playing && (selection.length > 0 || settingsShown);
  // Where there is no room beside the canvas, one thing at a time comes up from below.
  const sheet = !narrow || question ? undefined : outlined ? 'outline' : inspected ? 'form' : undefined;

  // Nobody opens a form before there are numbers.
  const hasNumbers = useWorkspace(({ forecast }) => forecast.report !== undefined);
  useEffect(() => {
    if (!hasNumbers) return undefined;
    const timer = setTimeout(() => void loadInspector(), AFTER_NUMBERS_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [hasNumbers]);

  const scene = useMemo(
    () => ({ journey, selection, notes: marks.notes, link: marks.link }),
    [journey, selection, marks],
  );
  const hands = useHands({
    frame,
    scene: () => ({ ...scene, ...latest(store) }),
    readOnly: () => readOnly,
    onAsk: setAsking,
    onMarks: setMarks,
    glideFrom: (before) => gliding.current(before),
    toggleMarquee: () => setDragging(marquee ? 'moves' : 'selects'),
    panels: {
      form: () => {
        setOutlined(false);
        focusForm(frame.current);
      },
      settings: () => {
        store.getState().select([]);
        setOutlined(false);
        setSettingsShown(true);
        focusForm(frame.current);
      },
      toggle: (panel) => {
        if (panel === 'problems') setProblemsShown(!problemsShown);
        else if (panel === 'player') togglePlayer();
        else if (narrow) setOutlined(!outlined);
        else setLeft(left === 'outline' ? 'steps' : 'outline');
      },
      whatFirst: () => setQuestion('first'),
      editNote: (editingNote) => setMarks({ editingNote }),
      renameGroup: (renamingGroup) => setMarks({ renamingGroup }),
    },
  });
  const openFromOutline = useCallback(
    (row: OutlineEntry) => {
      setOutlined(false);
      if (row.kind === 'note') hands.revealNote(row.id);
      else if (row.kind === 'group') hands.revealGroup(row.id);
      else hands.reveal(row.kind === 'way' ? row.exit.from : row.id);
    },
    [hands],
  );
  const printing = usePrintView();
  const commands = useCanvasCommands(scene, hands, { frame, readOnly, playing });
  const menu = useContextMenu({ scene, onMarks: setMarks });
  const showStep = (id: StepId) => {
    store.getState().select([id]);
    hands.view.centre(id);
    hands.show(id);
  };
  const showSettings = () => {
    store.getState().select([]);
    setOutlined(false);
    setSettingsShown(true);
  };
  const closeOutline = () => {
    setOutlined(false);
    const [only] = selection;
    if (only) hands.show(only);
    else outlineButton.current?.focus();
  };
  const closeInspector = () => {
    setSettingsShown(false);
    store.getState().select([]);
  };
  const inspector = (
    <div
      className={styles.inspector}
      data-form
      data-tour="form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        const [only] = selection;
        event.stopPropagation();
        if (only) hands.show(only);
        else closeInspector();
      }}
    >
      <Suspense>
        <Inspector journey={journey} onClose={closeInspector} />
      </Suspense>
    </div>
  );
  const way = useWayBar(
    frame,
    <ForecastStrip
      journey={journey}
      problemsShown={problemsShown}
      onProblems={() => setProblemsShown(!problemsShown)}
      onAsk={setQuestion}
    />,
  );
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">{journey.name}</h1>
      <div
        ref={frame}
        className={styles.bench}
        data-inspected={inspected || undefined}
        onContextMenu={playing ? undefined : menu.open}
        onPointerDown={forgetMarkedText}
      >
        {!narrow && (
          <LeftPanel
            journey={journey}
            marks={marks}
            onMarks={setMarks}
            shown={left === 'outline' ? 'outline' : 'steps'}
            onShow={setLeft}
            onAdd={(choice) => hands.addChosen(choice)}
            onDrag={setDragged}
            locked={playing}
          />
        )}
        <div className={styles.centre} data-tour="canvas">
          <PlayedContext value={onCard ?? way.onCard}>
            <Canvas
              journey={journey}
              marks={marks}
              onMarks={setMarks}
              hands={hands}
              dragged={dragged}
              marquee={marquee}
              onGlide={onGlide}
              readOnly={readOnly}
              playing={playing}
              arriving={arriving}
              onArrived={onArrived}
              tools={<CanvasTools commands={commands} marquee={marquee} playing={playing} />}
            />
          </PlayedContext>
          {!playing && (!inspected || sheet === 'outline') && (
            <div className={styles.settings}>
              {narrow && (
                <Button
                  ref={outlineButton}
                  icon={ListTree}
                  aria-expanded={outlined}
                  onClick={() => setOutlined(!outlined)}
                >
                  {t('canvas.outline.title')}
                </Button>
              )}
              <Button icon={Settings2} onClick={showSettings}>
                {t('editJourney.inspector.journey')}
              </Button>
            </div>
          )}
          {problemsShown && !playing && sheet === undefined && !(narrow && question) && (
            <Panel
              label={t('editJourney.problems.title')}
              side="bottom"
              size={problemsSize}
              min={120}
              max={480}
              onResize={setProblemsSize}
            >
              <ProblemList
                journey={journey}
                problems={problems}
                onShow={showStep}
                onClose={() => setProblemsShown(false)}
              />
            </Panel>
          )}
        </div>
        {inspected && !narrow && (
          <Panel
            label={t('editJourney.inspector.title')}
            side="end"
            size={inspectorSize}
            min={280}
            max={560}
            onResize={setInspectorSize}
          >
            {inspector}
          </Panel>
        )}
        {question && !playing && (
          <AnswerPlace
            question={question}
            journey={journey}
            narrow={narrow}
            onShow={showStep}
            onClose={() => setQuestion(undefined)}
          />
        )}
        {sheet === 'outline' && (
          <OutlineSheet
            journey={journey}
            marks={marks}
            onMarks={setMarks}
            onOpen={openFromOutline}
            onClose={closeOutline}
          />
        )}
        {sheet === 'form' && (
          <section aria-label={t('editJourney.inspector.title')} className={styles.sheet}>
            {inspector}
          </section>
        )}
        {asking && <AskList asking={asking} onClose={() => setAsking(undefined)} />}
        {menu.anchor && (
          <ContextMenu
            label={t('canvas.menu')}
            anchor={menu.anchor}
            items={menuFor(scene, commands)}
            onClose={menu.close}
          />
        )}
      </div>
      {player ?? way.foot}
      {printing && <PrintList journey={journey} />}
    </div>
  );
}

/** Whoever works on the canvas means steps when she copies, not text that was marked before. */
function forgetMarkedText({ target }: { readonly target: EventTarget }): void {
  if (target instanceof Element && target.closest('.react-flow')) document.getSelection()?.removeAllRanges();
}

function latest(store: ReturnType<typeof useWorkspaceStore>) {
  const { journey, selection } = store.getState();
  return { selection, ...(journey && { journey }) };
}

/** Frames: a form that is still being fetched takes its time. */
const TRIES = 200;

/** The first field of the form, which may still be on its way. */
function focusForm(frame: HTMLElement | null, tries = TRIES): void {
  requestAnimationFrame(() => {
    const field = frame?.querySelector<HTMLElement>(
      '[data-form] :is(input, textarea, select):not([hidden], :disabled)',
    );
    if (field) field.focus();
    else if (tries > 0) focusForm(frame, tries - 1);
  });
}
