import { useTranslation } from 'react-i18next';
import { Monitor, Moon, Sun } from 'lucide-react';
import { CalibrateForm } from '../features/calibrate/CalibrateForm.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { usePreference } from '../ui/usePreference.ts';
import { chooseTheme, readTheme, THEMES } from './theme.ts';
import styles from './SettingsPage.module.css';

const ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

/** What holds for every journey in this browser: your rates, and how the app looks. */
export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <div className={styles.view}>
      <div className={styles.page}>
        <h1>{t('shell.settings.title')}</h1>
        <section className={styles.section}>
          <h2>{t('shell.settings.rates')}</h2>
          <CalibrateForm />
        </section>
        <section className={styles.section}>
          <h2>{t('shell.settings.look')}</h2>
          <ThemeSwitch />
        </section>
        <section className={styles.section}>
          <h2>{t('shell.settings.privacy')}</h2>
          <p className={styles.soft}>{t('shell.promise')}</p>
        </section>
      </div>
    </div>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  // Followed, so that the switch moves when the menu changes the theme.
  usePreference('theme', 'system');
  return (
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
  );
}
