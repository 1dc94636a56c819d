import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../journey/journey.ts';
import type { Exchange, PlatformChoice } from '../../state/exchangePort.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { BlankForm } from './BlankForm.tsx';
import { FitReport } from './FitReport.tsx';
import { OutputFiles } from './OutputFiles.tsx';
import { PlatformReport } from './PlatformReport.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useAnswers } from './useAnswers.ts';
import { useMade } from './useMade.ts';
import styles from './take.module.css';

export interface TakeProps {
  readonly exchange: Exchange;
  readonly journey: Journey;
  readonly platform: PlatformChoice;
}

/** A platform that takes files: what becomes of each step, what is to be filled in, and the files, made anew with every answer. */
export function FilesFor({ exchange, journey, platform }: TakeProps) {
  const { t } = useTranslation();
  const policies = useWorkspace((workspace) => workspace.policies);
  const answers = useAnswers(platform.id, journey.id);
  const { made, failed } = useMade(
    useCallback(
      () => exchange.writeFor(platform.id, journey, { answers: answers.all, policies }),
      [exchange, platform, journey, answers.all, policies],
    ),
  );
  return (
    <PlatformReport journey={journey} platform={platform} made={made} failed={failed}>
      {made?.ok && (
        <>
          <BlankForm blanks={made.blanks} answers={answers} />
          <ProblemList title={t('takeToPlatform.warnings')} problems={made.warnings} />
          <FitReport fits={made.fits} journey={journey}>
            {!platform.isWhole && <p className={styles.soft}>{t('takeToPlatform.fits.staysHere')}</p>}
          </FitReport>
          <OutputFiles exchange={exchange} journey={journey} files={made.files} />
        </>
      )}
    </PlatformReport>
  );
}
