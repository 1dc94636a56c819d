import { UNSENT_REASONS } from '../../../engine/results.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { FrequencyCap } from '../../../journey/policies.ts';
import type { RelaxableRule } from '../../../journey/relaxations.ts';
import { capOf, channelWords, windowWords, type ReasonNaming } from '../../../legend/reasonWords.ts';
import { ruleInWords } from '../../../legend/ruleInWords.ts';

/** What reasons and rules of one run are called. */
export interface Naming extends ReasonNaming {
  readonly journey: Journey;
}

/** Why a message was not sent, within a sentence: “the cap of 3 in 7 days stops …”. */
export function reasonInSentence(reason: string, naming: Naming): string {
  const { t, policies } = naming;
  const known = UNSENT_REASONS.find((name) => name === reason);
  if (known) return t(`unsent.reasonWords.${known}`);
  const cap = capOf(reason, policies);
  return cap ? capWords(cap, naming) : t('unsent.reasonWords.cap');
}

/** A rule within a sentence. */
export function ruleWords(rule: RelaxableRule, naming: Naming): string {
  const { t, format, journey } = naming;
  switch (rule.kind) {
    case 'cap':
      return capWords(rule.cap, naming);
    case 'quiet':
      return t('unsent.quiet', { from: rule.quiet.from, until: rule.quiet.until });
    case 'budget':
      return t('unsent.budget', {
        channel: channelWords(rule.budget.channel, t),
        amount: format.money(rule.budget.amount, journey.settings.currency),
      });
    case 'rateLimit':
      return t('unsent.rateLimit', {
        channel: channelWords(rule.rateLimit.channel, t),
        max: format.number(rule.rateLimit.max),
        duration: format.duration(rule.rateLimit.perMinutes),
      });
    case 'holdout':
      return t('unsent.holdout', { step: stepName(journey, rule.step) });
    case 'exitRule': {
      const { when } = rule.exitRule;
      if (when.kind !== 'rule') return t(`unsent.exitRule.${when.kind}`);
      const names = (id: StepId) => journey.steps[id]?.name;
      return t('unsent.exitRule.rule', { rule: ruleInWords(when.rule, t, names) });
    }
  }
}

/** A rule at the head of a line. */
export function ruleHeading(rule: RelaxableRule, naming: Naming): string {
  const words = ruleWords(rule, naming);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function stepName(journey: Journey, id: string): string {
  return journey.steps[id as StepId]?.name ?? id;
}

function capWords(cap: FrequencyCap, { t, format }: Naming): string {
  return t('unsent.cap', { max: format.number(cap.max), window: windowWords(cap, { t, format }) });
}
