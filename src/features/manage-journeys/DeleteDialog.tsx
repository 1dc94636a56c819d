import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { JourneySummary } from '../../state/ports.ts';

interface DeleteDialogProps {
  readonly leaving: JourneySummary | undefined;
  readonly onClose: () => void;
  readonly onDelete: (id: JourneySummary['id']) => void;
}

export function DeleteDialog({ leaving, onClose, onDelete }: DeleteDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={leaving !== undefined}
      title={t('manageJourneys.removeTitle', { name: leaving?.name ?? '' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('manageJourneys.keep')}</Button>
          <Button
            look="danger"
            onClick={() => {
              if (leaving) onDelete(leaving.id);
              onClose();
            }}
          >
            {t('manageJourneys.remove')}
          </Button>
        </>
      }
    >
      <p>{t('manageJourneys.removeText')}</p>
    </Dialog>
  );
}
