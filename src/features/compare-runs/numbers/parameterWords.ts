import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import type { StepId } from '../../../journey/journey.ts';
import { oftenWords } from '../../../journey/policies.ts';
import type { Design } from '../../../compile/response/assumption.ts';
import { assumptionName } from '../../../legend/assumptionName.ts';
import { printAssumption } from '../../../legend/printAssumption.ts';
import type { Figures } from './figures.ts';

/** What a number is, and of what. */
export function parameterName({ place }: Pick<Sweepable, 'place'>, design: Design, figures: Figures): string {
  const { t } = figures;
  const { journey, policies } = design;
  const named = (id: StepId) => journey.steps[id]?.name ?? '';
  switch (place.in) {
    case 'wait':
    case 'window':
    case 'spread':
    case 'holdout':
    case 'agents':
      return t(`compareRuns.parameter.${place.in}`, { step: named(place.step) });
    case 'weight': {
      const step = journey.steps[place.step];
      const arms = step?.kind === 'experiment' ? step.arms : [];
      const arm = arms.find(({ id }) => id === place.arm)?.name ?? '';
      return t('compareRuns.parameter.weight', { arm, step: named(place.step) });
    }
    case 'entryCap':
      return t('compareRuns.parameter.entryCap');
    case 'cap': {
      const at = policies.caps.findIndex(({ id }) => id === place.cap);
      const cap = policies.caps[at];
      const often = cap ? oftenWords(cap.window) : '';
      return t('compareRuns.parameter.cap', { number: at + 1, often });
    }
    case 'budget': {
      const channel = policies.budgets[place.at]?.channel;
      return t('compareRuns.parameter.budget', { channel: channel ? t(`words.channel.${channel}`) : '' });
    }
    case 'rateLimit': {
      const channel = policies.rateLimits[place.at]?.channel;
      return t('compareRuns.parameter.rateLimit', { channel: channel ? t(`words.channel.${channel}`) : '' });
    }
    case 'assumption':
      return assumptionName({ place: place.of }, journey, figures);
  }
}

/** Whose number it is: what a list of them is divided by. */
export function parameterGroup({ place }: Pick<Sweepable, 'place'>): 'journey' | 'policies' | 'rates' {
  switch (place.in) {
    case 'cap':
    case 'budget':
    case 'rateLimit':
      return 'policies';
    case 'assumption':
      return 'rates';
    case 'wait':
    case 'window':
    case 'spread':
    case 'holdout':
    case 'agents':
    case 'weight':
    case 'entryCap':
      return 'journey';
  }
}

/** A value of it as people read it. */
export function printValue({ unit }: Pick<Sweepable, 'unit'>, value: number, figures: Figures): string {
  if (unit === 'percent')
    return figures.t('compareRuns.percent', { number: figures.format.number(value, 2) });
  return printAssumption(value, unit, figures);
}
