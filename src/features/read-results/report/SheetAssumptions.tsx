import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { assumptionsOf } from '../../../compile/response/assumptions.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { assumptionName } from '../../../legend/assumptionName.ts';
import { printAssumption } from '../../../legend/printAssumption.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useRunSchema } from '../useRunSchema.ts';
import styles from './report.module.css';

/** As many as a page has room for. */
const SHOWN = 12;
const ORDER = ['yours', 'journey', 'calibrated', 'assumed', 'benchmark'] as const;

/** What the figures rest on: the marketer's own numbers first, then those that anybody may doubt. */
export function SheetAssumptions({ request }: { readonly request: SimulationRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const schema = useRunSchema(request.audience);
  const all = useMemo(() => assumptionsOf(request, schema).toSorted(byOwner), [request, schema]);
  const { journey } = request;
  const wording = { t, format, currency: journey.settings.currency };
  return (
    <section>
      <h2>{t('report.sheet.assumptions')}</h2>
      <ul className={styles.assumptions}>
        {all.slice(0, SHOWN).map((assumption) => (
          <li key={assumption.id}>
            <span>{assumptionName(assumption, journey, wording)}</span>
            <span>
              {printAssumption(assumption.value, assumption.unit, wording)}{' '}
              <span className={styles.soft}>{t(`calibrate.badge.${assumption.source}`)}</span>
            </span>
          </li>
        ))}
      </ul>
      {all.length > SHOWN && (
        <p className={styles.soft}>{t('report.sheet.more', { count: all.length - SHOWN })}</p>
      )}
    </section>
  );
}

function byOwner(a: Assumption, b: Assumption): number {
  return ORDER.indexOf(a.source) - ORDER.indexOf(b.source);
}
