import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { stepSummary } from '../../../legend/stepSummary.ts';
import type { CardWords } from './diffFlow.ts';
import { fieldSentence, fieldWords, type Comparison } from '../../../legend/diff/fieldWords.ts';
import { eitherExit, eitherName } from '../../../legend/diff/linkWords.ts';
import type { MergedJourney, MergedLink, MergedStep } from './mergeJourneys.ts';
import { clipped } from '../../../legend/diff/plainWords.ts';

export interface DiffWords {
  readonly cardWords: (step: MergedStep) => CardWords;
  readonly linkWords: (link: MergedLink) => string;
}

/** What is said of the cards and links of a picture of two journeys. */
export function useDiffWords(comparison: Comparison, merged: MergedJourney): DiffWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const { format, before, after } = comparison;
    const changed = new Map(merged.diff.steps.changed.map(({ id, fields }) => [id, fields]));
    return {
      cardWords({ id, step, status }) {
        const { currency } = (status === 'removed' ? before : after).settings;
        const changes = (changed.get(id) ?? []).map((field) =>
          fieldSentence(fieldWords(field, comparison, id), t),
        );
        const values = { kind: t(`words.kind.${step.kind}`), name: clipped(step.name) };
        return {
          summary: clipped(stepSummary(step, { t, format, currency })),
          label: t(`versions.card.${status}`, { ...values, changes: changes.join('; ') }),
        };
      },
      linkWords: ({ from, exit, to, status, old }) =>
        t(`versions.link.${status}`, {
          from: eitherName(from, comparison),
          exit: eitherExit(from, exit, comparison),
          to: eitherName(to, comparison),
          old: old === undefined ? '' : eitherName(old, comparison),
        }),
    };
  }, [comparison, merged, t]);
}
