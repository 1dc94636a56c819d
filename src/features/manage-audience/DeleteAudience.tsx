import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { AudienceSummary } from '../../state/ports.ts';

interface DeleteAudienceProps {
  readonly leaving: AudienceSummary | undefined;
  readonly onClose: () => void;
  readonly onDelete: (id: string) => void;
}

export function DeleteAudience({ leaving, onClose, onDelete }: DeleteAudienceProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={leaving !== undefined}
      title={t('manageAudience.removeTitle', { name: leaving?.name ?? '' })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('manageAudience.keep')}</Button>
          <Button
            look="danger"
            onClick={() => {
              if (leaving) onDelete(leaving.id);
              onClose();
            }}
          >
            {t('manageAudience.remove')}
          </Button>
        </>
      }
    >
      <p>{t('manageAudience.removeText')}</p>
    </Dialog>
  );
}
