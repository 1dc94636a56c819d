import { lazy, Suspense, useCallback, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { StoreApi } from 'zustand';
import { EditJourneyView } from '../features/edit-journey/EditJourneyView.tsx';
import { useVersionsDialog } from '../features/edit-journey/versions/useVersionsDialog.tsx';
import { useBringIn } from '../features/manage-journeys/useBringIn.tsx';
import { useKeptApartNotice } from './useKeptApartNotice.ts';
import { useOtherTabNotice } from './useOtherTabNotice.ts';
import { useRunNotices } from '../features/run-simulation/useRunNotices.ts';
import { i18n } from '../i18n/i18n.ts';
import type { Workspace } from '../state/workspace.ts';
import { useWorkspace, WorkspaceContext } from '../state/useWorkspace.ts';
import { NoticeRegion } from '../ui/NoticeRegion.tsx';
import { ChartFilesProvider } from './ChartFilesProvider.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FileDrop } from './FileDrop.tsx';
import { NotFound } from './NotFound.tsx';
import { Rail } from './Rail.tsx';
import { Starting } from './Starting.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppCommands } from './useAppCommands.ts';
import { useFileChooser } from './useFileChooser.tsx';
import { useUnkeptNotice } from './useUnkeptNotice.ts';
import { useTitle } from './useTitle.ts';
import { Welcome } from './Welcome.tsx';
import styles from './Frame.module.css';

// The canvas is what comes first; the other views are fetched when they are looked at.
const ManageJourneysView = lazy(async () => ({
  default: (await import('../features/manage-journeys/ManageJourneysView.tsx')).ManageJourneysView,
}));
const ManageAudienceView = lazy(async () => ({
  default: (await import('../features/manage-audience/ManageAudienceView.tsx')).ManageAudienceView,
}));
const CommandPalette = lazy(async () => ({
  default: (await import('../ui/commands/CommandPalette.tsx')).CommandPalette,
}));
const ShortcutHelp = lazy(async () => ({
  default: (await import('../ui/commands/ShortcutHelp.tsx')).ShortcutHelp,
}));
const Tour = lazy(async () => ({ default: (await import('./Tour.tsx')).Tour }));
const SettingsPage = lazy(async () => ({ default: (await import('./SettingsPage.tsx')).SettingsPage }));
const CompareView = lazy(async () => ({
  default: (await import('../features/compare-runs/CompareView.tsx')).CompareView,
}));
const TakeView = lazy(async () => ({
  default: (await import('../features/take-to-platform/TakeView.tsx')).TakeView,
}));
const ReadResultsView = lazy(async () => ({
  default: (await import('../features/read-results/ReadResultsView.tsx')).ReadResultsView,
}));

/** The app over a workspace: everything a person sees. */
export function App({ workspace }: { readonly workspace: StoreApi<Workspace> }) {
  return (
    <I18nextProvider i18n={i18n}>
      <WorkspaceContext value={workspace}>
        <ChartFilesProvider>
          <Router hook={useHashLocation}>
            <Frame />
          </Router>
        </ChartFilesProvider>
      </WorkspaceContext>
    </I18nextProvider>
  );
}

function Frame() {
  const { t } = useTranslation();
  const [location, go] = useLocation();
  // Whoever opens a journey leaves the button that did it: the canvas takes the focus.
  const [arriving, setArriving] = useState(false);
  const openDesign = useCallback(() => {
    go('/');
    setArriving(true);
  }, [go]);
  const arrived = useCallback(() => setArriving(false), []);
  const { openFiles, pasteMermaid, add, attempt, dialogs } = useBringIn(openDesign);
  const chooser = useFileChooser(openFiles);
  const { show: showVersions, dialog: versions } = useVersionsDialog();
  useKeptApartNotice();
  useUnkeptNotice();
  useOtherTabNotice();
  useRunNotices(useCallback(() => go('/results'), [go]));
  const tour = useTour();
  const { shown, show, close, dialog } = useAppCommands({
    add,
    attempt,
    onOpened: openDesign,
    onOpenFile: chooser.choose,
    onPasteMermaid: pasteMermaid,
    onVersions: showVersions,
    onTour: tour.start,
  });
  useTitle();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        {t('shell.skip')}
      </a>
      <Rail />
      <TopBar
        onOpenFile={chooser.choose}
        onPasteMermaid={pasteMermaid}
        onVersions={showVersions}
        onTour={tour.start}
        onCommands={() => show('palette')}
      />
      <main id="main" tabIndex={-1} className={styles.main}>
        <ErrorBoundary view={location}>
          <Views onOpened={openDesign} arriving={arriving} onArrived={arrived} onTour={tour.start} />
        </ErrorBoundary>
      </main>
      <FileDrop onFiles={openFiles} />
      {chooser.input}
      {dialogs}
      {dialog}
      {versions}
      <Suspense>
        {shown === 'palette' && <CommandPalette open onClose={close} />}
        {shown === 'shortcuts' && <ShortcutHelp open onClose={close} />}
      </Suspense>
      {/* Not hidden while a list is fetched that opens above it. */}
      <Suspense>{tour.shown && location === '/' && <Tour onEnd={tour.end} />}</Suspense>
      <NoticeRegion />
    </div>
  );
}

interface ViewsProps {
  readonly onOpened: () => void;
  readonly arriving: boolean;
  readonly onArrived: () => void;
  readonly onTour: () => void;
}

function Views({ onOpened, arriving, onArrived, onTour }: ViewsProps) {
  const hasJourney = useWorkspace(({ journey }) => journey !== undefined);
  if (!hasJourney) return <Starting />;
  return (
    <Suspense fallback={<Starting />}>
      <Switch>
        <Route path="/">
          <Welcome onTour={onTour} />
          <EditJourneyView arriving={arriving} onArrived={onArrived} />
        </Route>
        <Route path="/journeys">
          <ManageJourneysView onOpened={onOpened} />
        </Route>
        <Route path="/take/:place?">{({ place }) => <TakeView place={place} />}</Route>
        <Route path="/results/:place?/:part?">
          {({ place, part }) => <ReadResultsView place={place} part={part} />}
        </Route>
        <Route path="/compare/:place?">{({ place }) => <CompareView place={place} />}</Route>
        <Route path="/audiences">
          <ManageAudienceView />
        </Route>
        <Route path="/settings/:place?">{({ place }) => <SettingsPage place={place} />}</Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}

/** The address keeps the view, so the link moves the focus itself. */
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The tour goes around the canvas, wherever it is asked for; whoever goes on to another journey or view has seen enough. */
function useTour() {
  const [location, go] = useLocation();
  const open = useWorkspace(({ journey }) => journey?.id);
  const here = location === '/' ? open : undefined;
  const [shown, setShown] = useState(false);
  const [before, setBefore] = useState(here);
  if (here !== before) {
    setBefore(here);
    // From nowhere one comes to start it.
    if (before !== undefined) setShown(false);
  }
  const start = useCallback(() => {
    go('/');
    setShown(true);
  }, [go]);
  const end = useCallback(() => setShown(false), []);
  return { shown, start, end };
}
