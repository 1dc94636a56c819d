import { useTranslation } from 'react-i18next';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Candidate } from '../../../journey/candidates/candidate.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import type { BetterCandidate } from './askWhatFirst.ts';
import { candidateWords } from './candidateWords.ts';
import { useSignedFigure } from './useSignedFigure.ts';
import styles from './answers.module.css';

interface BetterLineProps {
  readonly line: BetterCandidate;
  readonly metric: PairedMetric;
  readonly journey: Journey;
  /** The journey is another one by now. */
  readonly disabled: boolean;
  readonly onShow: (id: StepId) => void;
  readonly onApply: (candidate: Candidate, words: string) => void;
}

/** One change: what to do, what it brings, what else it does. */
export function BetterLine({ line, metric, journey, disabled, onShow, onApply }: BetterLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = journey.settings;
  const signed = useSignedFigure(currency);
  const { candidate, difference, small, tied, sideEffects } = line;
  const { step } = candidate;
  const words = candidateWords(candidate, journey, { t, format, currency });
  const { by, chanceHigher } = difference;
  const needsSubject = isWithoutSubject(candidate);
  const effects = sideEffects.map((effect) =>
    t('answers.first.effect', { by: signed(effect.of, effect.by), of: t(`answers.first.of.${effect.of}`) }),
  );
  return (
    <li className={styles.line}>
      {step === undefined ? (
        <span className={styles.what}>{words}</span>
      ) : (
        <button
          type="button"
          className={styles.what}
          title={t('answers.first.show', { step: journey.steps[step]?.name ?? '' })}
          onClick={() => onShow(step)}
        >
          {words}
        </button>
      )}
      <Button
        small
        disabled={disabled}
        aria-label={t('answers.first.applyOne', { change: words })}
        onClick={() => onApply(candidate, words)}
      >
        {t('answers.first.apply')}
      </Button>
      <p className={styles.gain}>
        <strong>
          {t('answers.first.gain', { by: signed(metric, by.value), metric: t(`answers.first.of.${metric}`) })}
        </strong>{' '}
        <span className={styles.soft}>
          {t('answers.first.interval', { low: signed(metric, by.low), high: signed(metric, by.high) })}
          {', '}
          {t('answers.first.launches', { chance: format.chance(chanceHigher) })}
        </span>
      </p>
      {(effects.length > 0 || small || tied || needsSubject) && (
        <p className={styles.soft}>
          {[
            ...(needsSubject ? [t('answers.first.needsSubject')] : []),
            ...(tied ? [t('answers.first.tied')] : []),
            ...(small ? [t('answers.first.small')] : []),
            ...(effects.length > 0 ? [t('answers.first.also', { effects: format.list(effects) })] : []),
          ].join(' ')}
        </p>
      )}
    </li>
  );
}

/** A message that was none before becomes an e-mail, which has a line above its text. */
function isWithoutSubject({ code, change }: Candidate): boolean {
  if (code !== 'channel' || change.kind !== 'edit' || change.edit.type !== 'changeStep') return false;
  const { step } = change.edit;
  return step.kind === 'message' && step.channel === 'email' && !step.content?.subject;
}
