import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Route } from 'lucide-react';
import { useLocation } from 'wouter';
import { behavesAlike } from '../../../journey/behavesAlike.ts';
import type { ToldStory } from '../../../state/litWay.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { litMoments } from './litWay.ts';
import type { Tale, Telling } from './telling.ts';
import styles from './contacts.module.css';

interface ShowOnCanvasProps {
  readonly whose: string;
  readonly tale: Tale;
  readonly telling: Telling;
  readonly story: ToldStory;
  /** Somebody just came back from the canvas to here. */
  readonly returning?: boolean;
}

/** Leads to the canvas with her way lit, if the journey there is still the one that she went through. */
export function ShowOnCanvas({ whose, tale, telling, story, returning = false }: ShowOnCanvasProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const store = useWorkspaceStore();
  const open = useWorkspace(({ journey }) => journey);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (returning && document.activeElement === document.body) button.current?.focus();
  }, [returning]);
  // What her way was is only true of the journey that she went through.
  const isSame = useMemo(() => open !== undefined && behavesAlike(open, telling.journey), [open, telling]);
  const comesIn = telling.playback.visits.from[tale.place] !== telling.playback.visits.from[tale.place + 1];
  if (!comesIn || !open) return null;
  const show = () => {
    store.getState().lightWay({ journey: open, whose, moments: litMoments(tale, telling), story });
    go('/');
  };
  return (
    <div className={styles.show}>
      <Button ref={button} icon={Route} disabled={!isSame} onClick={show}>
        {t('contacts.show.open')}
      </Button>
      {!isSame && <span className={styles.soft}>{t('contacts.show.changed')}</span>}
    </div>
  );
}
