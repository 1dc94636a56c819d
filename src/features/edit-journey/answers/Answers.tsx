import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import '../../../i18n/answersWords.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { WhatFirst } from './WhatFirst.tsx';
import { WhatMoves } from './WhatMoves.tsx';
import styles from './answers.module.css';

/** What was asked: what to change first, or what a figure rests on. */
export type Question = 'first' | PairedMetric;

export interface AnswersProps {
  readonly question: Question;
  readonly journey: Journey;
  readonly onShow: (id: StepId) => void;
  readonly onClose: () => void;
}

/** An answer beside the canvas: the journey and its figures stay in sight and can be changed meanwhile. */
export function Answers({ question, journey, onShow, onClose }: AnswersProps) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useReturnOfKeyboard();
  useEffect(() => title.current?.focus(), [question]);
  return (
    <div
      data-answer
      className={styles.answers}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1}>
          {question === 'first'
            ? t('answers.first.title')
            : t('answers.moves.title', { figure: t(`words.metric.${question}`) })}
        </h2>
        <IconButton icon={X} label={t('answers.close')} onClick={onClose} />
      </div>
      <div className={styles.body}>
        {question === 'first' ? (
          <WhatFirst key={journey.id} onShow={onShow} />
        ) : (
          <WhatMoves key={`${journey.id}.${question}`} metric={question} journey={journey} onShow={onShow} />
        )}
      </div>
    </div>
  );
}

/** The keyboard goes back to where it was when the answer came, unless something else has it by then. */
function useReturnOfKeyboard(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
}
