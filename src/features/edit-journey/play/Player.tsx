import '../../../i18n/playWords.ts';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { useApproximation } from '../../../i18n/useApproximation.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useNotices } from '../../../ui/notices.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import { useMedia } from '../../../ui/useMedia.ts';
import type { PlayClock } from './clock.ts';
import { FollowPanel } from './FollowPanel.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import { Stage } from './Stage.tsx';
import { useLitPath } from './useLitPath.ts';
import { PLAYED_CONTACTS, usePlayback } from './usePlayback.ts';
import { usePlayerCommands } from './usePlayerCommands.ts';
import styles from './Player.module.css';

export interface PlayerProps {
  /** Around the canvas and what stands beside it. */
  readonly bench: HTMLElement;
  /** Given what cards say while the run is played. */
  readonly onCards: (onCard: (step: string) => ReactNode) => void;
  readonly onClose: () => void;
}

/** The run of the open journey over time. It stands where the forecast stood, and reaches over the canvas. */
export function Player(props: PlayerProps) {
  const { onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const notices = useNotices();
  const journey = useWorkspace((workspace) => workspace.journey);
  const onChanged = useCallback(() => {
    notices.say(t('play.ended'));
    onClose();
  }, [notices, t, onClose]);
  const played = usePlayback(onChanged);
  if (!journey) return null;
  return (
    <section aria-label={t('play.label')} className={styles.player}>
      {played.kind === 'ready' ? (
        <Playing {...props} journey={journey} clock={played.clock} />
      ) : (
        <>
          <p role="status" className={styles.message}>
            {played.kind === 'nothing'
              ? played.words
              : t('play.starting', { contacts: format.number(PLAYED_CONTACTS) })}
          </p>
          <Closing onClose={onClose} />
        </>
      )}
    </section>
  );
}

/** While there is nothing to play it can only be closed. */
function Closing({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  usePlayerCommands({ onClose });
  return (
    <IconButton icon={X} autoFocus label={t('play.close')} shortcut="Esc" tipSide="above" onClick={onClose} />
  );
}

interface PlayingProps extends PlayerProps {
  readonly journey: Journey;
  readonly clock: PlayClock;
}

const STILL = '(prefers-reduced-motion: reduce)';

function Playing({ bench, journey, clock, onCards, onClose }: PlayingProps) {
  const still = useMedia(STILL);
  const [choosing, setChoosing] = useState(false);
  const [contact, setContact] = useState<number>();
  const canvas = bench.querySelector('.react-flow');
  const places = useMemo(() => new Map(clock.playback.steps.map(({ id }, place) => [id, place])), [clock]);
  useEffect(() => {
    onCards((id) => {
      const step = places.get(id);
      return step === undefined ? null : <PeopleHere clock={clock} step={step} />;
    });
  }, [onCards, clock, places]);
  // Whoever opens the player wants to see it play.
  useEffect(() => {
    clock.toggle();
    return () => clock.pause();
  }, [clock]);
  const stopFollowing = useCallback(() => {
    setChoosing(false);
    setContact(undefined);
  }, []);
  usePlayerCommands({ clock, onClose: choosing ? stopFollowing : onClose });
  useLitPath(bench, clock.playback, { contact, still });
  return (
    <>
      {canvas &&
        createPortal(
          <div className={styles.over}>
            <Stage journey={journey} clock={clock} still={still} contact={contact} />
            <Showing clock={clock} />
          </div>,
          canvas,
        )}
      <PlayerBar
        clock={clock}
        still={still}
        following={choosing}
        onFollow={() => (choosing ? stopFollowing() : setChoosing(true))}
        onClose={onClose}
      />
      {choosing &&
        createPortal(
          <FollowPanel
            journey={journey}
            clock={clock}
            contact={contact}
            onChoose={setContact}
            onClose={stopFollowing}
          />,
          bench,
        )}
    </>
  );
}

/** What is seen: how many of how many, and what that leaves out. */
function Showing({ clock }: { readonly clock: PlayClock }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, audienceRows, approximate } = clock.playback;
  const approximation = useApproximation(approximate);
  const audience = useWorkspace(({ audience: choice, audiences }) =>
    choice.kind === 'imported' ? audiences.find(({ id }) => id === choice.id)?.name : undefined,
  );
  return (
    <p className={styles.showing}>
      {t(people.length < audienceRows ? 'play.showing' : 'play.showingAll', {
        simulated: format.number(people.length),
        whole: format.number(audienceRows),
        audience: audience ?? t('words.sampleAudience'),
      })}
      {approximation && (
        <Tooltip words={approximation} side="below">
          <span className={styles.approximate} tabIndex={0}>
            {t('words.approximate')}
          </span>
        </Tooltip>
      )}
    </p>
  );
}
