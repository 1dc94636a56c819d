import '../../../i18n/attributionWords.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Coins, TriangleAlert } from 'lucide-react';
import { MODELS } from '../../../analytics/attribution/attribute.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { SectionProps } from '../section.ts';
import type { ShownRun } from '../shownRun.ts';
import { AttributionControls } from './AttributionControls.tsx';
import { CausalPanel } from './CausalPanel.tsx';
import { FIRST_CHOICE, requestOf, type Choice } from './choice.ts';
import { Credited } from './Credited.tsx';
import { useAttribution } from './useAttribution.ts';
import styles from './attribution.module.css';

/** Who is credited with conversions, beside what would have happened anyway. */
export function AttributionSection({ run }: SectionProps) {
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const { t } = useTranslation();
  if (run.detail?.sends.length === 0)
    return (
      <EmptyState icon={Coins} title={t('attribution.empty.noSends')}>
        {t('attribution.empty.noSendsHelp')}
      </EmptyState>
    );
  return (
    <div className={styles.section}>
      <AttributionControls choice={choice} onChange={setChoice} />
      <Answer run={run} choice={choice} />
      {run.detail && (
        <CausalPanel
          run={run}
          detail={run.detail}
          measure={choice.measure}
          credited={choice.credited}
        />
      )}
      <Models />
    </div>
  );
}

function Answer({ run, choice }: { readonly run: ShownRun; readonly choice: Choice }) {
  const { t } = useTranslation();
  const { credited, level, lookBackDays, decay, order } = choice;
  const request = useMemo(
    () => requestOf({ credited, level, lookBackDays, decay, order }),
    [credited, level, lookBackDays, decay, order],
  );
  const state = useAttribution(run.detail, run.request.seed, request);
  if (state.kind === 'failed')
    return (
      <p role="alert" className={styles.problem}>
        <Icon of={TriangleAlert} />
        {t('attribution.creditFailed', { words: state.words })}
      </p>
    );
  if (!run.detail || state.kind === 'working' || state.request.reading.credited !== credited)
    // An answer about channels says nothing of steps; other settings are told from the answer before until theirs is there.
    return (
      <div role="status" className={styles.coming}>
        {t('attribution.coming')}
      </div>
    );
  if (state.attribution.total.conversions === 0)
    return (
      <EmptyState icon={Coins} title={t('attribution.empty.nobody')}>
        {t('attribution.empty.nobodyHelp')}
      </EmptyState>
    );
  return (
    <Credited
      run={run}
      detail={run.detail}
      attribution={state.attribution}
      choice={choice}
      pending={run.pending || state.request !== request}
    />
  );
}

function Models() {
  const { t } = useTranslation();
  return (
    <details className={styles.about}>
      <summary>{t('attribution.about.title')}</summary>
      <ul>
        {MODELS.map((model) => (
          <li key={model}>{t(`attribution.about.${model}`)}</li>
        ))}
      </ul>
    </details>
  );
}
