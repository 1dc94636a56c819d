import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import type { StepId } from '../../../journey/journey.ts';
import type { Step } from '../../../journey/steps/index.ts';
import { HOLDOUT } from '../../../journey/steps/experiment.ts';
import { ruleInWords } from '../../../legend/ruleInWords.ts';
import { stepSummary } from '../../../legend/stepSummary.ts';
import { exitAt, stepAt } from '../../../legend/storyLine.ts';
import { reasonInSentence } from '../unsent/reasonWords.ts';
import { oddsAt, type Tale, type Telling } from './telling.ts';

/** Why, in a sentence; undefined where the event says all. */
export function whyOf(event: StoryEvent, tale: Tale, telling: Telling): string | undefined {
  const { t, format, playback } = telling;
  const step = stepAt(event, telling);
  switch (event.kind) {
    case 'arrives':
      return step && step.kind !== 'entry' && step.kind !== 'exit'
        ? stepSummary(step, { t, format, currency: telling.journey.settings.currency })
        : undefined;
    case 'leaves':
      return step && whyLeaves(step, event, telling);
    case 'unsent':
      return t('contacts.why.unsent', {
        reason: reasonInSentence(playback.stories.reasons[event.value] ?? '', telling),
      });
    case 'held':
      return t('contacts.why.held');
    case 'opened': {
      const odds = oddsAt(tale, event)?.opened;
      return odds && odds.drawn >= odds.chance ? t('contacts.why.machine') : undefined;
    }
    case 'converts':
      return event.subject < 0 ? t('contacts.why.organic') : undefined;
    case 'enters':
    case 'sent':
    case 'delivered':
    case 'clicked':
    case 'replied':
    case 'bounced':
    case 'unsubscribed':
    case 'complained':
    case 'stays':
      return undefined;
  }
}

function whyLeaves(step: Step, event: StoryEvent, telling: Telling): string | undefined {
  const { t, format, journey } = telling;
  if (event.subject < 0) return t(step.kind === 'exit' ? 'contacts.why.end' : 'contacts.why.out');
  const exit = exitAt(event, telling);
  if (step.kind === 'split') {
    const branch = step.branches.find(({ id }) => id === exit);
    const names = (id: StepId) => journey.steps[id]?.name;
    return branch
      ? t('contacts.why.branch', { rule: ruleInWords(branch.rule, t, names) })
      : t('contacts.why.else');
  }
  if (step.kind === 'experiment') {
    const arm = step.arms.find(({ id }) => id === exit);
    const weight = exit === HOLDOUT ? (step.holdout?.weight ?? 0) : (arm?.weight ?? 0);
    return t('contacts.why.arm', { chance: format.rate(weight / 100) });
  }
  if (step.kind !== 'check') return undefined;
  return exit === 'noResponse'
    ? t('contacts.why.noResponse', { window: format.duration(step.windowMinutes) })
    : t('contacts.why.check');
}

/** What the message is called. */
export function messageName({ journey, playback }: Telling, send: number): string {
  const step = playback.steps[playback.stories.sends[send]?.step ?? -1]?.id ?? '';
  return journey.steps[step as StepId]?.name ?? '';
}
