import '../i18n/answersWords.ts';
import type { Assumption } from '../compile/response/assumption.ts';
import type { Journey } from '../journey/journey.ts';
import type { Wording } from './stepSummary.ts';

/** What a number is, and of what. */
export function assumptionName(
  { place }: Pick<Assumption, 'place'>,
  journey: Journey,
  { t }: Wording,
): string {
  switch (place.in) {
    case 'box':
      return t(`calibrate.box.${place.name}`);
    case 'channel': {
      const of = t(`words.channel.${place.channel}`);
      return t('answers.assumption.of', { of, name: t(`answers.assumption.rate.${place.name}`) });
    }
    case 'cost': {
      const of = t(`words.channel.${place.channel}`);
      return t('answers.assumption.of', { of, name: t('answers.assumption.rate.cost') });
    }
    case 'send': {
      const of = stepName(journey, place.step, place.rung, t);
      return t('answers.assumption.of', { of, name: t(`answers.assumption.rate.${place.name}`) });
    }
    case 'handoff': {
      const of = stepName(journey, place.step, undefined, t);
      return t('answers.assumption.of', { of, name: t(`answers.assumption.handoff.${place.name}`) });
    }
    case 'common':
      return t(`answers.assumption.common.${place.name}`);
    case 'economics':
      return t(`answers.assumption.economics.${place.name}`);
  }
}

function stepName(
  { steps }: Journey,
  id: keyof Journey['steps'],
  rung: number | undefined,
  t: Wording['t'],
): string {
  const step = steps[id];
  const name = step?.name ?? '';
  const channel = step?.kind === 'escalate' && rung !== undefined ? step.rungs[rung]?.channel : undefined;
  if (channel === undefined) return t('answers.assumption.step', { step: name });
  return t('answers.assumption.rung', { step: name, channel: t(`words.channel.${channel}`) });
}
