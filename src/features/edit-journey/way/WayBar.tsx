import '../../../i18n/wayWords.ts';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { BookOpen, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useFormat } from '../../../i18n/useFormat.ts';
import { actsAlike } from '../../../state/journeyFacts.ts';
import type { LitMoment, LitWay } from '../../../state/litWay.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useNotices } from '../../../ui/notices.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import type { CardWords } from '../play/playedContext.ts';
import { createCursor } from './cursor.ts';
import { MomentsHere, type PlacedMoment } from './MomentsHere.tsx';
import { MomentTold, useMomentPlace } from './MomentTold.tsx';
import { useMomentInSight } from './useMomentInSight.ts';
import { useWayCommands } from './useWayCommands.ts';
import { useWayMarks } from './useWayMarks.ts';
import styles from './WayBar.module.css';

interface WayBarProps {
  readonly way: LitWay;
  /** Around the canvas. */
  readonly bench: RefObject<HTMLElement | null>;
  /** Given what cards say meanwhile. */
  readonly onCards: (onCard: CardWords) => void;
}

/** Longer than between two key presses. */
const SETTLED_MILLISECONDS = 400;

/** Whose way is lit, moment by moment. It stands where the forecast stood. */
export function WayBar({ way, bench, onCards }: WayBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [cursor] = useState(createCursor);
  const at = useStore(cursor, (state) => Math.min(state.at, way.moments.length - 1));
  const moment = way.moments[at];
  const place = useMomentPlace(moment);
  const numbers = { at: format.number(at + 1), moments: format.number(way.moments.length) };
  const actions = useActions(way, bench, cursor);
  const told = useId();
  useEnding(way);
  useCards(way, cursor, onCards);
  useMomentInSight(way, at);
  useWayMarks(bench.current, way, at);
  useWayCommands(actions);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), [way]);
  return (
    <section aria-label={t('way.label', { whose: way.whose })} className={styles.bar}>
      <div className={styles.steering}>
        <p className={styles.whose}>{way.whose}</p>
        <div className={styles.moves}>
          <IconButton
            icon={ChevronLeft}
            label={t('way.previous')}
            shortcut="←"
            tipSide="above"
            aria-disabled={at === 0}
            onClick={actions.onPrevious}
          />
          <IconButton
            ref={next}
            icon={ChevronRight}
            label={t('way.next')}
            shortcut="→"
            tipSide="above"
            look="primary"
            aria-disabled={at === way.moments.length - 1}
            aria-describedby={told}
            onClick={actions.onNext}
          />
          <span className={styles.count}>{t('way.at', numbers)}</span>
        </div>
      </div>
      <div className={styles.told}>
        <p className={styles.place}>{place}</p>
        {moment && <MomentTold key={at} moment={moment} />}
      </div>
      <div className={styles.ends}>
        <Button icon={BookOpen} onClick={actions.onStory}>
          {t('way.story')}
        </Button>
        <Button look="quiet" icon={X} aria-keyshortcuts="Escape" onClick={actions.onStop}>
          {t('way.stop')}
        </Button>
      </div>
      <Told id={told} words={t('way.told', { ...numbers, place, lines: inWords(moment) })} />
    </section>
  );
}

function inWords(moment: LitMoment | undefined): string {
  const lines = moment?.lines.map(({ words, why }) => (why === undefined ? words : `${words}. ${why}`));
  return lines?.join(' · ') ?? '';
}

function Told({ id, words }: { readonly id: string; readonly words: string }) {
  const settled = useSettled(words, SETTLED_MILLISECONDS);
  return (
    <span id={id} role="status" className="visually-hidden">
      {settled}
    </span>
  );
}

function useActions(way: LitWay, bench: WayBarProps['bench'], cursor: ReturnType<typeof createCursor>) {
  const [, go] = useLocation();
  const store = useWorkspaceStore();
  const last = way.moments.length - 1;
  const { part } = way.story;
  const by = useCallback(
    (much: number) => cursor.setState(({ at }) => ({ at: Math.max(0, Math.min(last, at + much)) })),
    [cursor, last],
  );
  return useMemo(
    () => ({
      onPrevious: () => by(-1),
      onNext: () => by(1),
      // The section puts the way out when it has its story back.
      onStory: () => go(['/results/contacts', part].filter(Boolean).join('/')),
      onStop: () => {
        store.getState().lightWay(undefined);
        bench.current?.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true });
      },
    }),
    [by, go, part, store, bench],
  );
}

/** A way is of the journey as it was: with its first change it goes out. */
function useEnding(way: LitWay): void {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const isOver = useWorkspace(({ journey }) => !journey || !actsAlike(journey, way.journey));
  useEffect(() => {
    if (!isOver) return;
    // Whoever opened another journey knows.
    if (store.getState().journey?.id === way.journey.id) notices.say(t('way.ended'));
    store.getState().lightWay(undefined);
  }, [isOver, way, notices, store, t]);
}

function useCards(
  { moments }: LitWay,
  cursor: ReturnType<typeof createCursor>,
  onCards: WayBarProps['onCards'],
): void {
  const byStep = useMemo(() => {
    const found = new Map<string, PlacedMoment[]>();
    moments.forEach((moment, at) =>
      found.set(moment.step, [...(found.get(moment.step) ?? []), { at, moment }]),
    );
    return found;
  }, [moments]);
  useEffect(() => {
    onCards((step) => {
      const here = byStep.get(step);
      return here ? <MomentsHere moments={here} cursor={cursor} /> : null;
    });
    return () => onCards(undefined);
  }, [byStep, cursor, onCards]);
}
