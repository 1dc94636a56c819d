import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Problem } from '../../journey/problem.ts';
import { ProblemTable } from './ProblemTable.tsx';

export interface RefusedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

interface ProblemsDialogProps {
  readonly refused: RefusedFile;
  readonly onClose: () => void;
}

/** Why a file was not taken: every problem with its place. */
export function ProblemsDialog({ refused: { file, problems }, onClose }: ProblemsDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      wide
      open
      title={t('manageJourneys.problems.title', { file })}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {t('manageJourneys.close')}
        </Button>
      }
    >
      <p>{t('manageJourneys.problems.text', { count: problems.length })}</p>
      <ProblemTable problems={problems} />
    </Dialog>
  );
}
