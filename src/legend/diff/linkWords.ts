import type { ExitName, StepId } from '../../journey/journey.ts';
import { exitLabel } from '../exitLabel.ts';
import type { Comparison, FieldWords } from './fieldWords.ts';
import { clipped } from './plainWords.ts';

/** A link of either journey: where it led, where it leads. */
export interface ChangedLink {
  readonly from: StepId;
  readonly exit: ExitName;
  readonly before?: StepId;
  readonly after?: StepId;
}

/** What a step of either journey is called: as it is after, or was where it is gone. */
export function eitherName(id: StepId, { before, after }: Comparison): string {
  return clipped((after.steps[id] ?? before.steps[id])?.name ?? id);
}

export function eitherExit(from: StepId, exit: ExitName, { t, before, after }: Comparison): string {
  const step = after.steps[from] ?? before.steps[from];
  return step ? clipped(exitLabel(step, exit, t)) : exit;
}

/** “Email, Next”, where it led, where it leads. */
export function linkFields(link: ChangedLink, comparison: Comparison): FieldWords {
  const { t } = comparison;
  const { from, exit, before, after } = link;
  const name = (id: StepId | undefined) =>
    id === undefined ? t('versions.link.none') : eitherName(id, comparison);
  return {
    label: t('versions.link.exit', {
      from: eitherName(from, comparison),
      exit: eitherExit(from, exit, comparison),
    }),
    before: name(before),
    after: name(after),
  };
}
