import { useTranslation } from 'react-i18next';
import { CHANNELS } from '../../../journey/channels.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Part } from './parts.ts';

export interface PartNames {
  readonly channel: (part: Part) => string;
  readonly message: (part: Part) => string;
}

export function usePartNames(journey: Journey): PartNames {
  const { t } = useTranslation();
  return {
    channel: ({ channel }) => {
      const known = CHANNELS.find((name) => name === channel);
      return known ? t(`words.channel.${known}`) : channel;
    },
    message: ({ step = '', rung }) => {
      const name = journey.steps[step as StepId]?.name ?? step;
      return rung === undefined ? name : t('money.parts.rung', { name, rung });
    },
  };
}
