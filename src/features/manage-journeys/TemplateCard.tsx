import { useTranslation } from 'react-i18next';
import { FileX } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { Journey } from '../../journey/journey.ts';
import { CHANNEL_ICONS, channelsOf } from './templateChannels.ts';
import type { FiguresFile } from './templateFigures.ts';
import { TemplateNumbers } from './TemplateNumbers.tsx';
import { fileOf, type TemplateName } from './templates.ts';
import { Thumbnail } from './Thumbnail.tsx';
import library from './library.module.css';
import styles from './template.module.css';

interface TemplateCardProps {
  readonly template: TemplateName;
  readonly journey: Journey;
  /** Undefined while the file of figures is on its way. */
  readonly figures: FiguresFile | 'missing' | undefined;
  readonly onUse: () => void;
}

/** A template as a marketer chooses one: what it is for, what it takes and what it came to. All of the card uses it. */
export function TemplateCard({ template, journey, figures, onUse }: TemplateCardProps) {
  const { t } = useTranslation();
  const { name, brief, steps } = journey;
  return (
    <li className={`${library.card ?? ''} ${styles.card ?? ''}`}>
      <Thumbnail journey={journey} />
      <div className={library.words}>
        <h4 className={styles.name}>{name}</h4>
        <p className={styles.brief}>{brief}</p>
        <ul className={styles.channels} aria-label={t('manageJourneys.channels')}>
          {channelsOf(journey).map((channel) => (
            <li key={channel}>
              <Icon of={CHANNEL_ICONS[channel]} size={14} />
              {t(`words.channel.${channel}`)}
            </li>
          ))}
        </ul>
        <Numbers template={template} figures={figures} />
        <footer className={styles.foot}>
          <span className={library.meta}>
            {t('manageJourneys.steps', { count: Object.keys(steps).length })}
          </span>
          <Button
            className={styles.use ?? ''}
            aria-label={t('manageJourneys.useNamed', { name })}
            onClick={onUse}
          >
            {t('manageJourneys.use')}
          </Button>
        </footer>
      </div>
    </li>
  );
}

/** Takes the room of the figures from the start, so that nothing moves when they arrive. */
function Numbers({ template, figures }: Pick<TemplateCardProps, 'template' | 'figures'>) {
  const { t } = useTranslation();
  const own =
    typeof figures === 'object' ? figures.templates.find((one) => one.template === template) : undefined;
  if (own && typeof figures === 'object')
    return <TemplateNumbers figures={own} contacts={figures.contacts} />;
  return (
    <div className={styles.numbers}>
      {figures && <p className={styles.source}>{t('manageJourneys.figures.missing')}</p>}
    </div>
  );
}

/** In the place of a template whose file is not there or is no journey. */
export function MissingTemplate({ template }: { readonly template: TemplateName }) {
  const { t } = useTranslation();
  return (
    <li className={`${library.card ?? ''} ${styles.missing ?? ''}`}>
      <Icon of={FileX} size={24} />
      <p>{t('manageJourneys.templateMissing', { file: fileOf(template) })}</p>
      <p className={library.meta}>{t('manageJourneys.templateMissingHint')}</p>
    </li>
  );
}
