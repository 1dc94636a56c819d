import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { Settings2 } from 'lucide-react';
import { addEntry } from '../../journey/addEntry.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { useSizePreference } from '../../ui/usePreference.ts';
import { Canvas } from './Canvas.tsx';
import { addAfter, addAt, onlyOpenExit, openExit, placeOf, snap, type Addition } from './canvasEdits.ts';
import { CARD_WIDTH, HEAD_HEIGHT } from './cardLayout.ts';
import { ForecastStrip } from './ForecastStrip.tsx';
import { glide } from './glide.ts';
import { makeStep, type NewStep } from './newSteps.ts';
import { Palette } from './Palette.tsx';
import { ProblemList } from './ProblemList.tsx';
import styles from './EditJourneyView.module.css';

// The forms of all kinds are not needed to see the journey; they come right after it.
const loadInspector = async () => ({ default: (await import('./Inspector.tsx')).Inspector });
const Inspector = lazy(loadInspector);

interface EditJourneyViewProps {
  /** A journey was just opened elsewhere: the focus comes to the canvas, and `onArrived` is called. */
  readonly arriving?: boolean;
  readonly onArrived?: () => void;
}

/** The workbench: steps to choose from, the journey as a picture, what is selected as a form, and the forecast. */
export function EditJourneyView({ arriving = false, onArrived = nothing }: EditJourneyViewProps) {
  const journey = useWorkspace((workspace) => workspace.journey);
  if (!journey) return null;
  return (
    <ReactFlowProvider>
      <Workbench journey={journey} arriving={arriving} onArrived={onArrived} />
    </ReactFlowProvider>
  );
}

const nothing = () => undefined;

interface WorkbenchProps extends Required<EditJourneyViewProps> {
  readonly journey: Journey;
}

function Workbench({ journey, arriving, onArrived }: WorkbenchProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const narrow = useMedia(NARROW);
  const problems = useWorkspace((workspace) => workspace.problems);
  const hasSelection = useWorkspace(({ selection }) => selection.length > 0);
  const [settingsShown, setSettingsShown] = useState(false);
  const [problemsShown, setProblemsShown] = useState(false);
  const [dragged, setDragged] = useState<NewStep>();
  const [paletteSize, setPaletteSize] = useSizePreference('palette', 208);
  const [inspectorSize, setInspectorSize] = useSizePreference('inspector', 336);
  const [problemsSize, setProblemsSize] = useSizePreference('problems', 220);
  const addNew = useAddNew(journey);
  const showStep = useShowStep();

  useEffect(() => void loadInspector(), []);

  const closeInspector = () => {
    setSettingsShown(false);
    store.getState().select([]);
  };
  const inspected = hasSelection || settingsShown;
  const inspector = (
    <Suspense>
      <Inspector journey={journey} onClose={closeInspector} />
    </Suspense>
  );
  return (
    <div className={styles.view}>
      <h1 className="visually-hidden">{journey.name}</h1>
      <div className={styles.bench} data-inspected={inspected || undefined}>
        {!narrow && (
          <Panel
            label={t('editJourney.palette.title')}
            side="start"
            size={paletteSize}
            min={176}
            max={320}
            onResize={setPaletteSize}
          >
            <Palette hasEntry={hasEntry(journey)} onAdd={addNew} onDrag={setDragged} />
          </Panel>
        )}
        <div className={styles.centre}>
          <Canvas
            journey={journey}
            dragged={dragged}
            readOnly={narrow}
            arriving={arriving}
            onArrived={onArrived}
          />
          {!inspected && (
            <div className={styles.settings}>
              <Button icon={Settings2} onClick={() => setSettingsShown(true)}>
                {t('editJourney.inspector.journey')}
              </Button>
            </div>
          )}
          {problemsShown && !(narrow && inspected) && (
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
        {inspected && narrow && (
          <section aria-label={t('editJourney.inspector.title')} className={styles.sheet}>
            {inspector}
          </section>
        )}
      </div>
      <ForecastStrip
        journey={journey}
        problemsShown={problemsShown}
        onProblems={() => setProblemsShown(!problemsShown)}
      />
    </div>
  );
}

/** A palette item that was pressed: behind the open exit of the selected step, else in the middle of what is seen. */
function useAddNew(journey: Journey): (choice: NewStep) => void {
  const store = useWorkspaceStore();
  const flow = useReactFlow();
  return (choice) => {
    const { edit, select, selection } = store.getState();
    const add = (addition: Addition) => {
      edit(addition.edit);
      select([addition.id]);
    };
    if (choice.kind === 'entry') return add(addEntry(journey));
    const step = makeStep(choice);
    const [from] = selection;
    const own = from && openExit(journey, from);
    const end = from && own ? { from, exit: own } : onlyOpenExit(journey);
    const middle = () => {
      const box = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
      const { x, y } = flow.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
      return snap({ x: x - CARD_WIDTH / 2, y: y - HEAD_HEIGHT / 2 });
    };
    add(end ? addAfter(journey, step, end) : addAt(journey, step, middle()));
  };
}

function hasEntry({ steps }: Journey): boolean {
  return Object.values(steps).some(({ kind }) => kind === 'entry');
}

function useShowStep(): (id: StepId) => void {
  const store = useWorkspaceStore();
  const flow = useReactFlow();
  return (id) => {
    const { journey, select } = store.getState();
    if (!journey) return;
    const { x, y } = placeOf(journey, id);
    select([id]);
    void flow.setCenter(x + CARD_WIDTH / 2, y + HEAD_HEIGHT / 2, {
      zoom: Math.max(0.75, flow.getZoom()),
      ...glide(),
    });
  };
}
