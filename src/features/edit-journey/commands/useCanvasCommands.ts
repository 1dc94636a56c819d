import { useCallback, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { StepId } from '../../../journey/journey.ts';
import type { Command } from '../../../ui/commands/command.ts';
import { useCommands } from '../../../ui/commands/registry.ts';
import { CANVAS_COMMANDS, COMMAND_IDS, type CommandId } from './index.ts';
import type { Hands, Scene } from './scene.ts';
import { kindCommands } from './kindCommands.ts';
import { stepCommands } from './stepCommands.ts';

interface CanvasAround {
  readonly frame: RefObject<HTMLElement | null>;
  readonly readOnly: boolean;
  /** Walking and looking are all that is offered meanwhile. */
  readonly playing: boolean;
}

const WHILE_PLAYING: readonly CommandId[] = ['fit', 'fullSize', 'zoomIn', 'zoomOut', 'playRun'];

/** The canvas's commands as they are now, by id; their keys work while the focus is on the canvas, the outline or nowhere. */
export function useCanvasCommands(
  scene: Scene,
  hands: Hands,
  { frame, readOnly, playing }: CanvasAround,
): ReadonlyMap<CommandId, Command> {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const commands = useMemo(() => {
    const offered = COMMAND_IDS.filter((id) => {
      const { edits, group } = CANVAS_COMMANDS[id];
      return (!readOnly || !edits) && (!playing || group === 'walk' || WHILE_PLAYING.includes(id));
    });
    return new Map(
      offered.map((id) => {
        const { group, icon, keys, native, danger, obstacle, run } = CANVAS_COMMANDS[id];
        const inTheWay = obstacle?.(scene);
        const also = `canvas.also.${id}`;
        const command: Command = {
          id: `canvas.${id}`,
          label: t(`canvas.command.${id}`),
          group: t(`canvas.group.${group}`),
          icon,
          ...(keys && { keys }),
          ...(native && { native }),
          ...(danger && { danger }),
          ...(i18n.exists(also) && { words: t(also as 'canvas.also.connect') }),
          unavailable: inTheWay && t(`canvas.obstacle.${inTheWay}`),
          run: () => run(scene, hands),
        };
        return [id, command] as const;
      }),
    );
  }, [scene, hands, readOnly, playing, t, i18n]);
  const named = useCallback(() => {
    const { journey } = scene;
    const reveal = (id: StepId) => hands.reveal(id);
    const hasEntry = Object.values(journey.steps).some(({ kind }) => kind === 'entry');
    return [
      ...stepCommands(journey, { t, format, currency: journey.settings.currency }, reveal),
      ...(readOnly ? [] : kindCommands(t, hasEntry, (choice) => hands.addChosen(choice))),
    ];
  }, [scene, hands, readOnly, t, format]);
  const source = useMemo(
    () => ({
      commands: [...commands.values()],
      named,
      takesKeys: (target: Element, keys: string) => takesKeys(frame.current, target, keys),
    }),
    [commands, named, frame],
  );
  useCommands(source);
  return commands;
}

const CONTROLS =
  'button, a, summary, [role="separator"], [role="radio"], [role="tab"], [type="radio"], [type="checkbox"]';
/** What controls do with the keyboard themselves. */
const OF_CONTROLS = /^(Tab|Enter| |Home|Arrow\w+)$/;

function takesKeys(frame: HTMLElement | null, target: Element, keys: string): boolean {
  // What came up over the canvas goes first.
  if (keys === 'Escape' && target.closest('[data-sheet]')) return false;
  if (target.closest(CONTROLS)) return !OF_CONTROLS.test(keys);
  if (target.closest('[role="tree"]')) return !/^(Tab|Home|Arrow\w+)$/.test(keys);
  // Nothing has the focus: a click on the empty canvas takes it away.
  return target === document.body || frame?.contains(target) === true || target.id === 'main';
}
