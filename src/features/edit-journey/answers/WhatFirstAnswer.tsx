import { useTranslation } from 'react-i18next';
import { Equal } from 'lucide-react';
import type { Candidate } from '../../../journey/candidates/candidate.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FRESH_SEEDS, type WhatFirst, type WhatFirstQuestion } from './askWhatFirst.ts';
import { BetterLine } from './BetterLine.tsx';
import { candidateWords } from './candidateWords.ts';
import { useApplyCandidate } from './useApplyCandidate.ts';
import { useIsStale } from './useWhatFirst.ts';
import styles from './answers.module.css';

interface WhatFirstAnswerProps {
  readonly answer: WhatFirst;
  readonly asked: WhatFirstQuestion;
  readonly onShow: (id: StepId) => void;
  readonly onAgain: () => void;
}

/** The changes that bring more, and how many do not. */
export function WhatFirstAnswer({ answer, asked, onShow, onAgain }: WhatFirstAnswerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const stale = useIsStale(asked);
  const apply = useApplyCandidate();
  const { better, worse, luck, passedOver, approximate, leftOut } = answer;
  const tried = better.length + worse.length + luck.length + passedOver.length;
  return (
    <>
      <p className={styles.soft}>{t(`answers.first.metric.${answer.metric}`)}</p>
      {stale && (
        <p role="status" className={styles.stale}>
          <span>{t('answers.first.stale')}</span>
          <Button small onClick={onAgain}>
            {t('answers.first.again')}
          </Button>
        </p>
      )}
      {better.length === 0 ? (
        <EmptyState icon={Equal} title={t('answers.first.nothing')}>
          {t('answers.first.nothingHelp', { tried: format.number(tried) })}
        </EmptyState>
      ) : (
        <>
          <p role="status">{t('answers.first.found', { count: better.length })}</p>
          <ol className={styles.list}>
            {better.map((line, at) => (
              <BetterLine
                key={at}
                line={line}
                metric={answer.metric}
                journey={asked.journey}
                disabled={stale}
                onShow={onShow}
                onApply={apply}
              />
            ))}
          </ol>
        </>
      )}
      <Others
        label={t('answers.first.luck', { count: luck.length, tried })}
        candidates={luck}
        journey={asked.journey}
      />
      <Others
        label={t('answers.first.worse', { count: worse.length, tried })}
        candidates={worse}
        journey={asked.journey}
      />
      <Others
        label={t('answers.first.passedOver', { count: passedOver.length })}
        candidates={passedOver}
        journey={asked.journey}
      />
      <p className={styles.soft}>
        {t('answers.first.about', { launches: FRESH_SEEDS.length })} {t('answers.first.certain')}
        {leftOut > 0 && ` ${t('answers.first.leftOut', { count: leftOut })}`}
        {approximate.length > 0 &&
          ` ${t('answers.first.approximate', { shared: format.list(approximate.map((one) => t(`words.shared.${one}`))) })}`}
      </p>
    </>
  );
}

interface OthersProps {
  readonly label: string;
  readonly candidates: readonly Candidate[];
  readonly journey: Journey;
}

/** Changes that are not worth it, one line until somebody wants to know which. */
function Others({ label, candidates, journey }: OthersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (candidates.length === 0) return null;
  const wording = { t, format, currency: journey.settings.currency };
  return (
    <details className={styles.others}>
      <summary>{label}</summary>
      <ul>
        {candidates.map((candidate, at) => (
          <li key={at}>{candidateWords(candidate, journey, wording)}</li>
        ))}
      </ul>
    </details>
  );
}
