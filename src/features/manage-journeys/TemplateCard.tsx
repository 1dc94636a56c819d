import { useTranslation } from 'react-i18next';
import type { Journey } from '../../journey/journey.ts';
import { JourneyCard } from './JourneyCard.tsx';

export function TemplateCard({ journey, onUse }: { readonly journey: Journey; readonly onUse: () => void }) {
  const { t } = useTranslation();
  const { name, brief, steps } = journey;
  return (
    <JourneyCard
      name={name}
      action={t('manageJourneys.useNamed', { name })}
      journey={journey}
      meta={t('manageJourneys.steps', { count: Object.keys(steps).length })}
      brief={brief}
      onOpen={onUse}
    />
  );
}
