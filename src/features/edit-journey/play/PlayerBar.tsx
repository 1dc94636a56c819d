import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Pause, Play, SkipForward, UserSearch, X } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useSettled } from '../../../ui/useSettled.ts';
import { SPEEDS, type PlayClock, type Shown, type Speed } from './clock.ts';
import { whenOf } from './when.ts';
import styles from './Player.module.css';

interface PlayerBarProps {
  readonly clock: PlayClock;
  /** Goes on in steps, without movement. */
  readonly still: boolean;
  readonly following: boolean;
  readonly onFollow: () => void;
  readonly onClose: () => void;
}

const SPEED_NAMES = Object.keys(SPEEDS) as readonly Speed[];
/** By which an arrow key moves the scrubber. */
const SCRUB_MINUTES = 60;
/** Longer than between two arrow keys. */
const SETTLED_MILLISECONDS = 500;

export function PlayerBar({ clock, still, following, onFollow, onClose }: PlayerBarProps) {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(clock.subscribe, clock.shown);
  const told = useTold(clock, shown);
  const toggle = useRef<HTMLButtonElement>(null);
  useEffect(() => toggle.current?.focus(), []);
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === ' ') clock.toggle();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className={styles.controls}>
        <IconButton
          ref={toggle}
          icon={shown.playing ? Pause : Play}
          look="primary"
          label={t(shown.playing ? 'play.pause' : 'play.play')}
          shortcut={t('play.space')}
          tipSide="above"
          onClick={() => clock.toggle()}
        />
        <IconButton
          icon={SkipForward}
          label={t('play.next')}
          shortcut="N"
          tipSide="above"
          onClick={() => clock.next()}
        />
        <Select
          aria-label={t('play.speed')}
          className={styles.speed}
          value={shown.speed}
          options={SPEED_NAMES.map((value) => ({
            value,
            label: t(`play.${still ? 'steps' : 'speeds'}.${value}`),
          }))}
          onChange={(speed) => clock.setSpeed(speed)}
        />
      </div>
      <div className={styles.time}>
        <p className={styles.now}>
          <span className={styles.date}>{told.date}</span>
          <span>{told.day}</span>
          <span className={styles.totals}>{told.totals}</span>
        </p>
        <input
          type="range"
          className={styles.scrubber}
          aria-label={t('play.scrubber')}
          aria-valuetext={told.time}
          min={0}
          max={clock.end}
          step={1}
          value={shown.minute}
          onChange={(event) => clock.scrub(Number(event.target.value))}
          onKeyDown={(event) => scrubByKey(event, clock) || keys(event)}
        />
      </div>
      <div className={styles.controls}>
        <Button icon={UserSearch} aria-expanded={following} className={styles.follow} onClick={onFollow}>
          <span>{t('play.follow.open')}</span>
        </Button>
        <IconButton icon={X} label={t('play.close')} shortcut="Esc" tipSide="above" onClick={onClose} />
      </div>
      <Told words={shown.playing ? '' : told.words} />
    </>
  );
}

const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** The scrubber points at any minute; a key that moved it by one would take a day for a day. */
function scrubByKey(event: KeyboardEvent, clock: PlayClock): boolean {
  const by = ARROWS[event.key];
  if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return false;
  const from = clock.shown().minute / SCRUB_MINUTES;
  clock.scrub((by > 0 ? Math.floor(from) + 1 : Math.ceil(from) - 1) * SCRUB_MINUTES);
  event.preventDefault();
  return true;
}

/** The time and the totals in words. */
function useTold(clock: PlayClock, { minute, counts }: Shown) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { playback } = clock;
  const zone = useWorkspace(({ journey }) => journey?.settings.zone ?? 'UTC');
  const when = useMemo(() => whenOf(playback, zone, i18n.language), [playback, zone, i18n.language]);
  const day = { day: format.number(when.day(minute)), days: format.number(when.days) };
  const inside = counts.reduce((sum, people) => sum + people, 0);
  const entered = playback.entryMinutes.findLastIndex((entry) => entry <= minute) + 1;
  const totals = { inside: format.number(inside), left: format.number(entered - inside) };
  const date = when.date(minute);
  const time = t('play.time', { date, ...day });
  return {
    date,
    day: t('play.day', day),
    totals: t('play.totals', totals),
    time,
    words: t('play.told', { time, ...totals }),
  };
}

/** Read out when the run stands still, and not at every key. */
function Told({ words }: { readonly words: string }) {
  const [first] = useState(words);
  const settled = useSettled(words, SETTLED_MILLISECONDS);
  return (
    <span role="status" className="visually-hidden">
      {settled === first ? '' : settled}
    </span>
  );
}
