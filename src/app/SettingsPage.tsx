import { useTranslation } from 'react-i18next';
import { Monitor, Moon, Sun } from 'lucide-react';
import { DefaultsSection } from '../features/settings/defaults/DefaultsSection.tsx';
import { MoneySection } from '../features/settings/money/MoneySection.tsx';
import { MoveSection } from '../features/settings/move/MoveSection.tsx';
import { useReadSettings } from '../features/settings/move/useReadSettings.ts';
import { PoliciesSection } from '../features/settings/policies/PoliciesSection.tsx';
import { ChannelsSection } from '../features/settings/rates/ChannelsSection.tsx';
import { SettingsFrame, type SettingsPart } from '../features/settings/SettingsFrame.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { usePreference } from '../ui/usePreference.ts';
import { chooseTheme, readTheme, THEMES } from './theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** What holds for every journey in this browser. `place`: what the address asks for. */
export function SettingsPage({ place }: { readonly place: string | undefined }) {
  const { t } = useTranslation();
  const { read, refused } = useReadSettings();
  const parts: readonly SettingsPart[] = [
    { name: 'money', content: <MoneySection /> },
    { name: 'channels', content: <ChannelsSection /> },
    { name: 'policies', content: <PoliciesSection /> },
    { name: 'defaults', content: <DefaultsSection /> },
    { name: 'look', content: <ThemeSwitch /> },
    { name: 'privacy', content: <p>{t('shell.promise')}</p> },
    { name: 'files', content: <MoveSection onFile={read} refused={refused} /> },
  ];
  return <SettingsFrame parts={parts} place={place} onFile={read} />;
}

function ThemeSwitch() {
  const { t } = useTranslation();
  // Followed, so that the switch moves when the menu changes the theme.
  usePreference('theme', 'system');
  return (
    <div>
      <SegmentedControl
        label={t('shell.settings.theme')}
        value={readTheme()}
        onChange={chooseTheme}
        options={THEMES.map((theme) => ({
          value: theme,
          label: t(`shell.settings.themes.${theme}`),
          icon: ICONS[theme],
        }))}
      />
    </div>
  );
}
