import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../../journey/journey.ts';
import { exitLabel } from '../exitLabel.ts';
import { stepSummary } from '../stepSummary.ts';
import type { CardWords } from './diffFlow.ts';
import { fieldSentence, fieldWords, type Comparison, type FieldWords } from './fieldWords.ts';
import type { MergedJourney, MergedLink, MergedStep } from './mergeJourneys.ts';
import { clipped } from './plainWords.ts';

export interface DiffWords {
  readonly cardWords: (step: MergedStep) => CardWords;
  readonly linkWords: (link: MergedLink) => string;
  readonly nameOf: (id: StepId) => string;
  /** “Email, Next”, where it led, where it leads. */
  readonly linkFields: (from: StepId, exit: string, before?: StepId, after?: StepId) => FieldWords;
}

/** What is said of the cards and links of a picture of two journeys. */
export function useDiffWords(comparison: Comparison, merged: MergedJourney): DiffWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const { format, before, after } = comparison;
    const steps = new Map(merged.steps.map(({ id, step }) => [id, step]));
    const changed = new Map(merged.diff.steps.changed.map(({ id, fields }) => [id, fields]));
    const nameOf = (id: StepId) => clipped(steps.get(id)?.name ?? id);
    const exitOf = (from: StepId, exit: string) => {
      const step = after.steps[from] ?? before.steps[from];
      return step ? clipped(exitLabel(step, exit, t)) : exit;
    };
    return {
      nameOf,
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
          from: nameOf(from),
          exit: exitOf(from, exit),
          to: nameOf(to),
          old: old === undefined ? '' : nameOf(old),
        }),
      linkFields: (from, exit, was, is) => ({
        label: t('versions.link.exit', { from: nameOf(from), exit: exitOf(from, exit) }),
        before: was === undefined ? t('versions.link.none') : nameOf(was),
        after: is === undefined ? t('versions.link.none') : nameOf(is),
      }),
    };
  }, [comparison, merged, t]);
}
