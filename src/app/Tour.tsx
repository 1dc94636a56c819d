import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowLeft, X } from 'lucide-react';
import type { StepId } from '../journey/journey.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { place } from '../ui/place.ts';
import styles from './Tour.module.css';

/** Where each stop points: an element with that `data-tour`, and on which side of it the words stand. */
const STOPS = [
  { name: 'canvas', side: 'below' },
  { name: 'steps', side: 'end' },
  { name: 'form', side: 'below' },
  { name: 'forecast', side: 'above' },
  { name: 'problems', side: 'above' },
  { name: 'run', side: 'below' },
] as const;

interface TourProps {
  readonly onEnd: () => void;
}

/** Six stops around the workbench, each beside what it is about. Nothing is blocked meanwhile; Escape or the cross ends it. */
export function Tour({ onEnd }: TourProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [at, setAt] = useState(0);
  const card = useRef<HTMLDivElement>(null);
  const stop = STOPS[at] ?? STOPS[0];
  const last = at === STOPS.length - 1;

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
      const target = document.querySelector(`[data-tour="${stop.name}"]`) ?? undefined;
      if (target !== lit) {
        lit?.classList.remove('toured');
        target?.classList.add('toured');
        lit = target;
      }
      place(element, target ?? document.body, stop.side, 'center');
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
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onEnd();
      }}
    >
      <div className={styles.head}>
        <h2>{t(`shell.tour.stop.${stop.name}.title`)}</h2>
        <IconButton small icon={X} label={t('shell.tour.end')} onClick={onEnd} />
      </div>
      <p aria-live="polite">{t(`shell.tour.stop.${stop.name}.words`)}</p>
      <div className={styles.foot}>
        <span className={styles.count}>{t('shell.tour.count', { at: at + 1, of: STOPS.length })}</span>
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
