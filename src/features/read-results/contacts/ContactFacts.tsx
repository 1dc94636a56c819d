import { useTranslation } from 'react-i18next';
import type { Traits } from '../../../analytics/stories/traits.ts';
import { ENGAGEMENT_BUCKETS, PROPENSITY_BINS } from '../../../compile/program.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import styles from './contacts.module.css';

interface ContactFactsProps {
  readonly facts: Readonly<Record<string, string>> | undefined;
  readonly traits: Traits;
}

/** What the audience says of a contact, and what luck made of her. */
export function ContactFacts({ facts, traits }: ContactFactsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = Object.entries(facts ?? {});
  return (
    <div className={styles.about}>
      <details>
        <summary>{t('contacts.traits.title')}</summary>
        <ul>
          <li>
            {t('contacts.traits.engagement', {
              share: format.rate(traits.engagement / ENGAGEMENT_BUCKETS),
            })}
          </li>
          <li>
            {t('contacts.traits.propensity', { share: format.rate(traits.propensity / PROPENSITY_BINS) })}
          </li>
          {traits.machine && <li>{t('contacts.traits.machine')}</li>}
        </ul>
        <p className={styles.soft}>{t('contacts.traits.note')}</p>
      </details>
      {columns.length > 0 && (
        <details>
          <summary>{t('contacts.facts')}</summary>
          <dl className={styles.facts}>
            {columns.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
