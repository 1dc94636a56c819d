import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog.tsx';
import { SearchList, type SearchItem } from '../SearchList.tsx';
import { readPreference, writePreference } from '../usePreference.ts';
import type { Command } from './command.ts';
import { keyWords } from './keyNames.ts';
import { useAllCommands, useNamedCommands } from './registry.ts';
import { searchCommands, searchEverything } from './search.ts';

interface CommandPaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const RECENT = 'commands.recent';
const MOST_RECENT = 5;

/** Everything that can be done now, found by typing. */
export function CommandPalette({ open, onClose }: CommandPaletteProps) {
  const { t } = useTranslation();
  const commands = useAllCommands();
  const named = useNamedCommands();
  const find = (text: string) => {
    const typed = text.trim() !== '';
    const recent = typed ? [] : recentIds();
    const found = typed ? searchEverything(commands, named, text) : searchCommands(commands, text, recent);
    return found.map((command): Item => ({
      key: command.id,
      label: command.label,
      meaning: command.unavailable ?? command.meaning,
      group:
        recent.includes(command.id) && command.unavailable === undefined
          ? t('ui.commands.recent')
          : command.group,
      icon: command.icon,
      aside: command.keys?.[0] && <kbd>{keyWords(command.keys[0])}</kbd>,
      disabled: command.unavailable !== undefined,
      command,
    }));
  };
  return (
    <Dialog title={t('ui.commands.title')} open={open} onClose={onClose} flush>
      <SearchList
        label={t('ui.commands.title')}
        placeholder={t('ui.commands.search')}
        find={find}
        none={(text) => t('ui.commands.none', { text })}
        onPick={({ command }) => {
          onClose();
          if (commands.includes(command)) remember(command.id);
          // After the dialog has given the focus back to where it was.
          setTimeout(() => command.run());
        }}
      />
    </Dialog>
  );
}

interface Item extends SearchItem {
  readonly command: Command;
}

function recentIds(): readonly string[] {
  return (readPreference(RECENT) ?? '').split(' ').filter(Boolean);
}

function remember(id: string): void {
  const others = recentIds().filter((known) => known !== id);
  writePreference(RECENT, [id, ...others].slice(0, MOST_RECENT).join(' '));
}
