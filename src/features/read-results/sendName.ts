import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DetailSend } from '../../analytics/detail.ts';
import type { Journey, StepId } from '../../journey/journey.ts';

/** “Welcome 1”, and of an escalation’s rung its place too. */
export function useSendName(journey: Journey): (send: Pick<DetailSend, 'step' | 'rung'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ step, rung }) => {
      const name = journey.steps[step as StepId]?.name ?? step;
      return rung === undefined ? name : t('readResults.messages.rung', { name, rung });
    },
    [t, journey],
  );
}
