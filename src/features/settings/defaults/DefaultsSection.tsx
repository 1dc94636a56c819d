import { useTranslation } from 'react-i18next';
import type { Defaults } from '../../../journey/defaults.ts';
import { BUILT_IN_UTM, UTM_PARTS, type UtmPart } from '../../../journey/utm.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { put } from '../../../forms/optional.ts';
import { Section } from '../../../forms/Section.tsx';
import { CurrencyField, ZoneField } from '../../../forms/ZoneField.tsx';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { shortText } from '../../../ui/complaints.ts';
import styles from './defaults.module.css';

/** What new journeys and messages begin with. */
export function DefaultsSection() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const defaults = useWorkspace((workspace) => workspace.defaults);
  const change = (more: Partial<Defaults>) => store.getState().changeDefaults({ ...defaults, ...more });
  const setUtm = (part: UtmPart, text: string) =>
    change({ utm: put(defaults.utm, part, text.trim() === '' ? undefined : text.trim()) });
  // The placeholders stand in the sentence as they are typed.
  const placeholders = { journey: '{{journey}}', step: '{{step}}', channel: '{{channel}}' };
  return (
    <div className={styles.card}>
      <div className={styles.fields}>
        <CurrencyField
          help={t('settings.defaults.currencyHelp')}
          value={defaults.currency}
          onChange={(currency) => change({ currency })}
        />
        <ZoneField
          help={t('settings.defaults.zoneHelp')}
          value={defaults.zone}
          onChange={(zone) => change({ zone })}
        />
      </div>
      <p className={styles.soft}>{t('settings.defaults.templates')}</p>
      <Section title={t('settings.defaults.utm')} hint={t('settings.defaults.utmHelp', placeholders)}>
        <div className={styles.fields}>
          {UTM_PARTS.map((part) => (
            <CheckedInput
              key={part}
              label={t(`settings.defaults.utmOf.${part}`)}
              placeholder={BUILT_IN_UTM[part]}
              complain={shortText(t)}
              value={defaults.utm[part] ?? ''}
              onChange={(text) => setUtm(part, text)}
            />
          ))}
        </div>
      </Section>
    </div>
  );
}
