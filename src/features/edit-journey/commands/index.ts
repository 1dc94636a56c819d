import { addCommands } from './addCommands.ts';
import { arrangeCommands } from './arrangeCommands.ts';
import { changeCommands } from './changeCommands.ts';
import type { CommandDefinition } from './scene.ts';
import { selectCommands } from './selectCommands.ts';
import { viewCommands } from './viewCommands.ts';

const ALL = {
  ...addCommands,
  ...changeCommands,
  ...selectCommands,
  ...arrangeCommands,
  ...viewCommands,
};

export type CommandId = keyof typeof ALL;

/** Everything that can be done on the canvas. Keys, menus, the palette and the outline all come here. */
export const CANVAS_COMMANDS: Readonly<Record<CommandId, CommandDefinition>> = ALL;

export const COMMAND_IDS = Object.keys(CANVAS_COMMANDS) as readonly CommandId[];
