import { useCallback, useState, type ComponentType, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../../ui/notices.ts';
import type { PlayerProps } from './Player.tsx';

interface PlayerOpener {
  readonly playing: boolean;
  readonly togglePlayer: () => void;
  /** What cards say meanwhile. */
  readonly onCard: ((step: string) => ReactNode) | undefined;
  /** Stands where the forecast stood. */
  readonly player: ReactNode;
}

interface Open {
  readonly Player: ComponentType<PlayerProps>;
  readonly bench: HTMLElement;
}

/** Opens and closes the player. Its code is fetched when somebody asks for it; that it could not be is said. */
export function usePlayer(bench: RefObject<HTMLElement | null>, onOpen: () => void): PlayerOpener {
  const { t } = useTranslation();
  const notices = useNotices();
  const [open, setOpen] = useState<Open>();
  const [onCard, setOnCard] = useState<PlayerOpener['onCard']>();
  const close = useCallback(() => {
    setOpen(undefined);
    setOnCard(undefined);
    // Back to where it was opened.
    requestAnimationFrame(() => bench.current?.querySelector<HTMLElement>('[data-play]')?.focus());
  }, [bench]);
  const start = () => {
    import('./Player.tsx').then(
      ({ Player }) => {
        if (!bench.current) return;
        onOpen();
        setOpen({ Player, bench: bench.current });
      },
      () => notices.say(t('canvas.playNotLoaded'), { tone: 'bad' }),
    );
  };
  const tell = useCallback<PlayerProps['onCards']>((cards) => setOnCard(() => cards), []);
  return {
    playing: open !== undefined,
    togglePlayer: open ? close : start,
    onCard,
    player: open && <open.Player bench={open.bench} onCards={tell} onClose={close} />,
  };
}
