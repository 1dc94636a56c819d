import { useTranslation } from 'react-i18next';
import { CirclePlay, Hand, Maximize, Minus, MousePointer2, Percent, Plus, WandSparkles } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { keyWords } from '../../ui/commands/keyNames.ts';
import type { Command } from '../../ui/commands/command.ts';
import type { CommandId } from './commands/index.ts';
import { useAbsoluteNumbers } from './useAbsoluteNumbers.ts';
import styles from './Canvas.module.css';

interface CanvasToolsProps {
  readonly commands: ReadonlyMap<CommandId, Command>;
  readonly marquee: boolean;
  readonly playing: boolean;
}

const TOOLS = [
  { id: 'zoomOut', icon: Minus },
  { id: 'zoomIn', icon: Plus },
  { id: 'fit', icon: Maximize },
  { id: 'tidy', icon: WandSparkles },
] as const;

/** The few things that are wanted all the time, as buttons at the canvas's edge. */
export function CanvasTools({ commands, marquee, playing }: CanvasToolsProps) {
  const { t } = useTranslation();
  const toggle = commands.get('toggleMarquee');
  const numbers = commands.get('toggleNumbers');
  const play = commands.get('playRun');
  const absolute = useAbsoluteNumbers();
  return (
    <div role="toolbar" aria-label={t('canvas.group.view')} className={styles.tools}>
      {TOOLS.map(({ id, icon }) => {
        const command = commands.get(id);
        return command ? (
          <IconButton
            key={id}
            icon={icon}
            label={command.label}
            {...(command.keys?.[0] && { shortcut: keyWords(command.keys[0]) })}
            disabled={command.unavailable !== undefined}
            tipSide="above"
            onClick={command.run}
          />
        ) : null;
      })}
      {numbers && (
        <IconButton
          icon={Percent}
          label={t(absolute ? 'canvas.numbers.people' : 'canvas.numbers.shares')}
          shortcut="%"
          aria-pressed={!absolute}
          tipSide="above"
          onClick={numbers.run}
        />
      )}
      {toggle && (
        <IconButton
          icon={marquee ? MousePointer2 : Hand}
          label={t(marquee ? 'canvas.marquee.on' : 'canvas.marquee.off')}
          shortcut="V"
          aria-pressed={marquee}
          tipSide="above"
          onClick={toggle.run}
        />
      )}
      {play && !playing && (
        <Button look="quiet" icon={CirclePlay} data-play className={styles.play} onClick={play.run}>
          {play.label}
        </Button>
      )}
    </div>
  );
}
