import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ClipboardPaste,
  Ellipsis,
  FileDown,
  FolderOpen,
  History,
  Monitor,
  Moon,
  Sun,
  Workflow,
} from 'lucide-react';
import { Menu } from '../ui/Menu.tsx';
import type { MenuItem } from '../ui/MenuItems.tsx';
import { NARROW, useMedia } from '../ui/useMedia.ts';
import { usePreference } from '../ui/usePreference.ts';
import { chooseTheme, THEMES } from './theme.ts';
import { useDownloads } from './useDownloads.ts';

interface MoreMenuProps {
  readonly onOpenFile: (file: File) => void;
  readonly onPasteMermaid: () => void;
  readonly onVersions: () => void;
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** Files out and in, and how the app looks. */
export function MoreMenu({ onOpenFile, onPasteMermaid, onVersions }: MoreMenuProps) {
  const { t } = useTranslation();
  const downloads = useDownloads();
  const chooser = useRef<HTMLInputElement>(null);
  const [theme] = usePreference('theme', 'system');
  // Where the bar has room for it, the button stands there.
  const narrow = useMedia(NARROW);
  const versions: MenuItem = {
    label: t('versions.open'),
    help: t('versions.openHelp'),
    icon: History,
    onSelect: onVersions,
  };
  const items: readonly MenuItem[] = [
    ...(narrow ? [versions] : []),
    { label: t('shell.more.json'), help: t('shell.more.jsonHelp'), icon: FileDown, onSelect: downloads.json },
    {
      label: t('shell.more.mermaid'),
      help: t('shell.more.mermaidHelp'),
      icon: Workflow,
      onSelect: downloads.mermaid,
    },
    {
      label: t('shell.more.open'),
      help: t('shell.more.openHelp'),
      icon: FolderOpen,
      ruled: true,
      onSelect: () => chooser.current?.click(),
    },
    { label: t('shell.more.paste'), icon: ClipboardPaste, onSelect: onPasteMermaid },
    ...THEMES.map((name, at) => ({
      label: t('shell.more.theme', { theme: t(`shell.theme.${name}`) }),
      icon: THEME_ICONS[name],
      checked: theme === name,
      ruled: at === 0,
      onSelect: () => chooseTheme(name),
    })),
  ];
  return (
    <>
      <Menu label={t('shell.more.label')} icon={Ellipsis} iconOnly align="end" items={items} />
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('shell.more.open')}
        accept=".json,.mmd,.mermaid,.md,.txt,application/json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onOpenFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
