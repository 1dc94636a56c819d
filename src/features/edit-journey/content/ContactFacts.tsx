import { useTranslation } from 'react-i18next';
import type { ContactValues } from '../../../journey/content/render.ts';
import { Fold } from '../../../forms/Section.tsx';
import { useColumns } from '../inspectors/useSurroundings.ts';
import styles from './preview.module.css';

/** All that the audience knows of one contact. */
export function ContactFacts({ values }: { readonly values: ContactValues }) {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Fold title={t('content.preview.known')}>
      <dl className={styles.facts}>
        {columns.map(({ name }) => (
          <div key={name}>
            <dt dir="auto">{name}</dt>
            {Object.hasOwn(values, name) ? (
              <dd dir="auto">{values[name]}</dd>
            ) : (
              <dd className={styles.soft}>{t('content.preview.missing')}</dd>
            )}
          </div>
        ))}
      </dl>
    </Fold>
  );
}
