import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Problem } from '../../journey/problem.ts';
import { ProblemTable } from './ProblemTable.tsx';

export interface RefusedFile {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Why a file was not taken: every problem with its place. */
export function ProblemsDialog({
  refused,
  onClose,
}: {
  readonly refused: RefusedFile | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const problems = refused?.problems ?? [];
  return (
    <Dialog
      wide
      open={refused !== undefined}
      title={t('manageJourneys.problems.title', { file: refused?.file ?? '' })}
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
