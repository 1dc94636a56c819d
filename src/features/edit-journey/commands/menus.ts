import type { Command } from '../../../ui/commands/command.ts';
import { keyWords } from '../../../ui/commands/keyNames.ts';
import type { MenuItem } from '../../../ui/MenuItems.tsx';
import type { CommandId } from './index.ts';
import type { Scene } from './scene.ts';

type Section = readonly CommandId[];

/** What each thing offers when it is asked what can be done with it; sections are parted by a line. */
const STEP: readonly Section[] = [
  ['openForm', 'addAfter', 'addBefore', 'addBelow', 'addWay', 'connect', 'disconnect'],
  ['toggleDisabled', 'replaceKind', 'group', 'ungroup', 'tint'],
  ['copy', 'cut', 'paste', 'duplicate', 'selectOnward'],
  ['remove'],
];
const SEVERAL: readonly Section[] = [
  ['tidy', 'alignLeft', 'alignCentre', 'alignRight', 'alignTop', 'alignMiddle', 'alignBottom'],
  ['distributeAcross', 'distributeDown'],
  ['group', 'ungroup', 'tint', 'toggleDisabled'],
  ['copy', 'cut', 'paste', 'duplicate'],
  ['remove'],
];
const LINK: readonly Section[] = [['addAfter', 'connect'], ['remove']];
const NOTE: readonly Section[] = [['openForm', 'tint'], ['copy', 'cut', 'duplicate'], ['remove']];
const NOTHING: readonly Section[] = [
  ['addLoose', 'addNote', 'paste'],
  ['tidy', 'selectAll', 'find'],
  ['fit', 'fullSize', 'toggleOutline', 'openSettings'],
];

function sectionsFor({ selection, notes, link }: Scene): readonly Section[] {
  if (link) return LINK;
  if (selection.length + notes.length > 1) return SEVERAL;
  if (notes.length === 1) return NOTE;
  return selection.length === 1 ? STEP : NOTHING;
}

/** A menu about what is selected. What a read-only canvas does not offer is not in it. */
export function menuFor(scene: Scene, commands: ReadonlyMap<CommandId, Command>): readonly MenuItem[] {
  return sectionsFor(scene).flatMap((section, number) =>
    section
      .flatMap((id) => commands.get(id) ?? [])
      .map((command, at): MenuItem => ({
        label: command.label,
        ...(command.icon && { icon: command.icon }),
        ...(command.keys?.[0] && { shortcut: keyWords(command.keys[0]) }),
        ...(command.unavailable !== undefined && { disabled: true }),
        ...(command.danger && { danger: true }),
        ...(number > 0 && at === 0 && { ruled: true }),
        onSelect: command.run,
      })),
  );
}
