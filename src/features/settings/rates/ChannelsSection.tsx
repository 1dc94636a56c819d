import { useTranslation } from 'react-i18next';
import { Section } from '../../../forms/Section.tsx';
import { CalibrateForm } from './CalibrateForm.tsx';
import { ChannelTable } from './ChannelTable.tsx';
import formStyles from '../../../forms/fields.module.css';

/** The three e-mail rates that move every channel, then every channel's own. */
export function ChannelsSection() {
  const { t } = useTranslation();
  return (
    <div className={formStyles.form}>
      <Section title={t('settings.channels.email')}>
        <CalibrateForm />
      </Section>
      <Section title={t('settings.channels.all')} hint={t('settings.channels.allHint')}>
        <ChannelTable />
      </Section>
    </div>
  );
}
