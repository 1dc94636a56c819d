import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import type { StepId } from '../../journey/journey.ts';
import type { StepKind } from '../../journey/steps/index.ts';
import type { FlowchartReading } from '../../state/exchangePort.ts';
import styles from './library.module.css';

interface KindListProps {
  readonly reading: Extract<FlowchartReading, { ok: true }>;
  readonly onChoose: (step: StepId, kind: StepKind) => void;
}

/** Each box of the flowchart, what it becomes and why, with the other kinds that it could be. */
export function KindList({ reading, onChoose }: KindListProps) {
  const { t } = useTranslation();
  const { journey, guesses } = reading;
  return (
    <ul className={styles.kinds}>
      {guesses.map(({ step, kind, reason, alternatives }) => {
        const name = journey.steps[step]?.name ?? step;
        const kinds = [...new Set([kind, ...alternatives])];
        return (
          <li key={step} className={styles.kind}>
            <div>
              <strong>{name}</strong>
              <p className={styles.meta}>{t('manageJourneys.mermaid.why', { reason })}</p>
            </div>
            <Select
              aria-label={t('manageJourneys.mermaid.kindOf', { name })}
              value={kind}
              options={kinds.map((one) => ({ value: one, label: t(`words.kind.${one}`) }))}
              onChange={(chosen) => onChoose(step, chosen)}
            />
          </li>
        );
      })}
    </ul>
  );
}
