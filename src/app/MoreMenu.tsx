import { useTranslation } from 'react-i18next';
import {
  ClipboardPaste,
  Command,
  Ellipsis,
  FileDown,
  FolderOpen,
  History,
  Monitor,
  Moon,
  Signpost,
  Sun,
  Workflow,
} from 'lucide-react';
import { useLocation } from 'wouter';
import { keyWords } from '../ui/commands/keyNames.ts';
import { Menu } from '../ui/Menu.tsx';
import type { MenuItem } from '../ui/MenuItems.tsx';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { usePreference } from '../ui/usePreference.ts';
import { chooseTheme, THEMES } from './theme.ts';
import { useDownloads } from './useDownloads.ts';

interface MoreMenuProps {
  readonly onOpenFile: () => void;
  readonly onPasteMermaid: () => void;
  readonly onVersions: () => void;
  readonly onTour: () => void;
  readonly onCommands: () => void;
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Files out and in, how the app looks, and help. */
export function MoreMenu({ onOpenFile, onPasteMermaid, onVersions, onTour, onCommands }: MoreMenuProps) {
  const { t } = useTranslation();
  const downloads = useDownloads();
  const [, go] = useLocation();
  const [theme] = usePreference('theme', 'system');
  // Where the bar has room for it, the button stands there.
  const narrow = useMedia(NARROW);
  const versions: MenuItem = {
    label: t('shell.versions.open'),
    help: t('shell.versions.openHelp'),
    icon: History,
    onSelect: onVersions,
  };
  const items: readonly MenuItem[] = [
    ...(narrow ? [versions] : []),
    { label: t('shell.more.json'), help: t('shell.more.jsonHelp'), icon: FileDown, onSelect: downloads.json },
    {
      label: t('shell.more.take'),
      help: t('shell.more.takeHelp'),
      icon: Workflow,
      onSelect: () => go('/take'),
    },
    {
      label: t('shell.more.open'),
      help: t('shell.more.openHelp'),
      icon: FolderOpen,
      ruled: true,
      onSelect: onOpenFile,
    },
    { label: t('shell.more.paste'), icon: ClipboardPaste, onSelect: onPasteMermaid },
    ...THEMES.map((name, at) => ({
      label: t('shell.more.theme', { theme: t(`shell.theme.${name}`) }),
      icon: THEME_ICONS[name],
      checked: theme === name,
      ruled: at === 0,
      onSelect: () => chooseTheme(name),
    })),
    { label: t('shell.tour.start'), icon: Signpost, ruled: true, onSelect: onTour },
    {
      label: t('ui.commands.open'),
      help: t('shell.more.commandsHelp'),
      icon: Command,
      ...(!narrow && { shortcut: keyWords('Ctrl+K') }),
      onSelect: onCommands,
    },
  ];
  return <Menu label={t('shell.more.label')} icon={Ellipsis} iconOnly align="end" items={items} />;
}
