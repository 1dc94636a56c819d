import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { StepId } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Progress } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useWhatFirst } from './useWhatFirst.ts';
import { WhatFirstAnswer } from './WhatFirstAnswer.tsx';
import styles from './answers.module.css';

/** Tries changes as soon as it is opened, and says which of them is worth making. */
export function WhatFirst({ onShow }: { readonly onShow: (id: StepId) => void }) {
  const { t } = useTranslation();
  const { state, ask, cancel } = useWhatFirst();
  switch (state.kind) {
    case 'asking':
      return <Trying progress={state.progress} onCancel={cancel} />;
    case 'answered':
      return <WhatFirstAnswer answer={state.answer} asked={state.asked} onShow={onShow} onAgain={ask} />;
    case 'blocked': {
      const problem = state.problems[0]?.words ?? '';
      return <Said words={t('answers.first.blocked', { problem })} onAgain={ask} />;
    }
    case 'failed':
      return <Said words={t('answers.first.failed', { words: state.words })} onAgain={ask} />;
    case 'cancelled':
      return <Said words={t('answers.first.cancelled')} onAgain={ask} />;
  }
}

function Said({ words, onAgain }: { readonly words: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <p role="status">{words}</p>
      <div>
        <Button onClick={onAgain}>{t('answers.first.again')}</Button>
      </div>
    </>
  );
}

interface TryingProps {
  readonly progress: Progress;
  readonly onCancel: () => void;
}

function Trying({ progress: { share, secondsLeft }, onCancel }: TryingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const per = `${Math.floor(share * 100)} %`;
  return (
    <>
      <p className={styles.soft}>
        {secondsLeft === undefined
          ? t('answers.first.share', { share: per })
          : t('answers.first.left', { share: per, wait: format.wait(secondsLeft) })}
      </p>
      <ProgressBar label={t('answers.first.trying')} share={share} />
      <div>
        <Button icon={X} onClick={onCancel}>
          {t('answers.first.cancel')}
        </Button>
      </div>
    </>
  );
}
