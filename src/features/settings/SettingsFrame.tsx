import '../../i18n/settingsWords.ts';
import { useEffect, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { DraftPart } from '../../ui/DraftPart.tsx';
import { ForecastGlance } from './ForecastGlance.tsx';
import { KeptSettings } from './KeptSettings.tsx';
import { sectionId, type SectionName } from './sections.ts';
import styles from './SettingsFrame.module.css';

export interface SettingsPart {
  readonly name: SectionName;
  readonly content: ReactNode;
}

interface SettingsFrameProps {
  readonly parts: readonly SettingsPart[];
  /** A section, or a part of one, that the address asks for. */
  readonly place: string | undefined;
  /** A file was dropped anywhere on the page. */
  readonly onFile: (file: File) => void;
}

/** The settings in sections, with their index and the open journey's forecast beside them. */
export function SettingsFrame({ parts, place, onFile }: SettingsFrameProps) {
  const { t } = useTranslation();
  useEffect(() => {
    if (place !== undefined) show(place);
  }, [place]);
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    // Else the page takes it for a journey.
    event.preventDefault();
    onFile(file);
  };
  return (
    <div className={styles.view} onDrop={drop}>
      <div className={styles.page}>
        <header className={styles.header}>
          <h1>{t('settings.title')}</h1>
          <p className={styles.soft}>{t('settings.intro')}</p>
        </header>
        <aside className={styles.side}>
          <nav aria-label={t('settings.index')} className={styles.index}>
            {parts.map(({ name }) => (
              // A second press goes there again, though the address stays.
              <Link key={name} href={`/settings/${name}`} onClick={() => show(name)}>
                {t(`settings.section.${name}`)}
              </Link>
            ))}
          </nav>
          <ForecastGlance />
        </aside>
        <div className={styles.sections}>
          <KeptSettings>
            {parts.map(({ name, content }) => (
              <section
                key={name}
                id={sectionId(name)}
                tabIndex={-1}
                aria-labelledby={`${sectionId(name)}-title`}
                className={styles.section}
              >
                <div>
                  <h2 id={`${sectionId(name)}-title`}>{t(`settings.section.${name}`)}</h2>
                  {name !== 'privacy' && <p className={styles.soft}>{t(`settings.sectionHint.${name}`)}</p>}
                </div>
                <DraftPart name={name}>{content}</DraftPart>
              </section>
            ))}
          </KeptSettings>
        </div>
      </div>
    </div>
  );
}

/** Scrolls there and takes the focus along, so that Tab goes on from there. */
function show(place: string): void {
  const target = document.getElementById(sectionId(place));
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}
