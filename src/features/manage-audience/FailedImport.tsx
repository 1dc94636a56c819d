import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Problem } from '../../journey/problem.ts';
import { Doubts } from './Doubts.tsx';

interface FailedImportProps {
  readonly name: string;
  readonly problems: readonly Problem[];
  readonly onClose: () => void;
}

export function FailedImport({ name, problems, onClose }: FailedImportProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      title={t('manageAudience.failed.title', { name })}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('manageAudience.close')}
        </Button>
      }
    >
      <Doubts problems={problems} />
      <p>{t('manageAudience.failed.text')}</p>
    </Dialog>
  );
}
