import { useTranslation } from 'react-i18next';
import { Copy, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Journey } from '../../journey/journey.ts';
import type { JourneySummary } from '../../state/ports.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { duplicateOf } from './copies.ts';
import { JourneyCard } from './JourneyCard.tsx';
import { useStoredJourney } from './useStoredJourney.ts';

interface OwnJourneyCardProps {
  readonly summary: JourneySummary;
  readonly onOpen: () => void;
  readonly onDuplicate: (copy: Journey) => void;
  readonly onDelete: () => void;
}

export function OwnJourneyCard({ summary, onOpen, onDuplicate, onDelete }: OwnJourneyCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const journey = useStoredJourney(summary);
  const current = useWorkspace((workspace) => workspace.journey?.id === summary.id);
  const now = useNow();
  const { name, steps, editedAt } = summary;
  const when = t('manageJourneys.edited', { when: format.ago(Math.max(0, (now - editedAt) / 1000)) });
  return (
    <JourneyCard
      name={name}
      action={t('manageJourneys.open', { name })}
      journey={journey}
      current={current}
      meta={
        <>
          {current && <strong>{t('manageJourneys.openNow')} · </strong>}
          {t('manageJourneys.steps', { count: steps })} · <span title={format.instant(editedAt)}>{when}</span>
        </>
      }
      brief={journey?.brief}
      onOpen={onOpen}
      buttons={
        <>
          <IconButton
            icon={Copy}
            label={t('manageJourneys.duplicateNamed', { name })}
            disabled={!journey}
            onClick={() => journey && onDuplicate(duplicateOf(journey, t('manageJourneys.copyOf', { name })))}
          />
          <IconButton icon={Trash2} label={t('manageJourneys.removeNamed', { name })} onClick={onDelete} />
        </>
      }
    />
  );
}
