import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Pause, Play, SkipForward, X } from 'lucide-react';
import type { Command } from '../../../ui/commands/command.ts';
import { useCommands } from '../../../ui/commands/registry.ts';
import type { PlayClock } from './clock.ts';

interface Playable {
  /** Absent while there is nothing to play. */
  readonly clock?: PlayClock | undefined;
  readonly onClose: () => void;
}

/** The player's keys, while it is open. */
export function usePlayerCommands({ clock, onClose }: Playable): void {
  const { t } = useTranslation();
  const source = useMemo(() => {
    const group = t('play.label');
    const close: Command = {
      id: 'play.close',
      label: t('play.close'),
      group,
      icon: X,
      keys: ['Escape'],
      run: onClose,
    };
    const playing: readonly Command[] = clock
      ? [
          {
            id: 'play.toggle',
            label: `${t('play.play')} / ${t('play.pause')}`,
            group,
            icon: clock.shown().playing ? Pause : Play,
            keys: [' '],
            run: () => clock.toggle(),
          },
          {
            id: 'play.next',
            label: t('play.next'),
            group,
            icon: SkipForward,
            keys: ['N'],
            run: () => clock.next(),
          },
        ]
      : [];
    return { commands: [...playing, close], takesKeys };
  }, [clock, onClose, t]);
  useCommands(source);
}

/** What Space presses already stays pressed by it. */
function takesKeys(target: Element, keys: string): boolean {
  return keys !== ' ' || target.closest('button, a, summary, [role="radio"], [type="radio"]') === null;
}
