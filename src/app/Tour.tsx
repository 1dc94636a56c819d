import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowLeft, X } from 'lucide-react';
import type { StepId } from '../journey/journey.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { placeClear } from '../ui/placeClear.ts';
import { isModal } from '../ui/commands/registry.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import styles from './Tour.module.css';

/** Where each stop points, and on which side of that the words stand if there is room. */
const STOPS = [
  // A card that is in sight: the canvas itself leaves no room beside it.
  { name: 'canvas', target: '[data-tour="canvas"] .react-flow__node-step', side: 'below' },
  { name: 'steps', target: '[data-tour="steps"]', side: 'end' },
  { name: 'form', target: '[data-tour="form"]', side: 'start' },
  { name: 'forecast', target: '[data-tour="forecast"]', side: 'above' },
  { name: 'problems', target: '[data-tour="problems"]', side: 'above' },
  { name: 'run', target: '[data-tour="run"]', side: 'below' },
] as const;

interface TourProps {
  readonly onEnd: () => void;
}

/**
 * Up to six stops around the workbench, each beside what it is about, never over it. Nothing is blocked meanwhile; the cross ends it, and
 * so does Escape wherever the focus is, unless a dialog on top takes it.
 */
export function Tour({ onEnd }: TourProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const narrow = useMedia(NARROW);
  // Narrow screens read and run: there are no steps to add.
  const stops = STOPS.filter(({ name }) => !(narrow && name === 'steps'));
  const stop = stops[at] ?? STOPS[0];
  const last = at === stops.length - 1;

  useEffect(() => {
    // Before the canvas and whatever else knows the key.
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || isModal()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onEnd();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [onEnd]);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    // A form is only there while something is selected.
    if (stop.name === 'form') selectSomething(store.getState());
    const element = card.current;
    if (!element) return;
    if (!element.matches(':popover-open')) element.showPopover();
    let frame = 0;
    let lit: Element | undefined;
    const follow = () => {
      const target = inSight(stop.target);
      if (target !== lit) {
        lit?.classList.remove('toured');
        lit = target;
      }
      // Again and again: the canvas sets its cards' classes anew when they change.
      target?.classList.add('toured');
      placeClear(element, target ?? inSight(STOPS[0].target) ?? document.body, stop.side);
      frame = requestAnimationFrame(follow);
    };
    follow();
    element.querySelector<HTMLElement>('[data-next]')?.focus({ preventScroll: true });
    return () => {
      cancelAnimationFrame(frame);
      lit?.classList.remove('toured');
    };
  }, [stop, store]);

  return (
    <div
      ref={card}
      popover="manual"
      role="dialog"
      aria-label={t('shell.tour.title')}
      className={styles.card}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.head}>
        <h2>{t(`shell.tour.stop.${stop.name}.title`)}</h2>
        <IconButton small icon={X} label={t('shell.tour.end')} onClick={onEnd} />
      </div>
      <p aria-live="polite">
        {t(
          narrow && stop.name === 'form'
            ? 'shell.tour.stop.form.touched'
            : `shell.tour.stop.${stop.name}.words`,
        )}
      </p>
      <div className={styles.foot}>
        <span className={styles.count}>{t('shell.tour.count', { at: at + 1, of: stops.length })}</span>
        {at > 0 && (
          <IconButton small icon={ArrowLeft} label={t('shell.tour.back')} onClick={() => setAt(at - 1)} />
        )}
        <Button small look="primary" data-next onClick={() => (last ? onEnd() : setAt(at + 1))}>
          {t(last ? 'shell.tour.done' : 'shell.tour.next')}
        </Button>
      </div>
    </div>
  );
}

/** The first such element that the window shows all of, else the first. */
function inSight(selector: string): Element | undefined {
  const found = [...document.querySelectorAll(selector)];
  return (
    found.find((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
    }) ?? found[0]
  );
}

function selectSomething({
  journey,
  selection,
  select,
}: Pick<
  ReturnType<ReturnType<typeof useWorkspaceStore>['getState']>,
  'journey' | 'selection' | 'select'
>): void {
  if (selection.length > 0 || !journey) return;
  const steps = Object.entries(journey.steps);
  const [id] = steps.find(([, { kind }]) => kind === 'wait') ?? steps[0] ?? [];
  if (id !== undefined) select([id as StepId]);
}
