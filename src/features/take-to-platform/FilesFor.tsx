import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../journey/journey.ts';
import type { Exported } from '../../journey/portability.ts';
import type { Exchange, PlatformChoice } from '../../state/ports.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { BlankForm } from './BlankForm.tsx';
import { FitReport } from './FitReport.tsx';
import { OutputFiles } from './OutputFiles.tsx';
import { PlatformHead } from './PlatformHead.tsx';
import { ProblemList } from './ProblemList.tsx';
import { useAnswers } from './useAnswers.ts';
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
  const [exported, setExported] = useState<Exported>();
  const [failed, setFailed] = useState<string>();
  const options = useMemo(() => ({ answers: answers.all, policies }), [answers.all, policies]);
  useEffect(() => {
    let isOld = false;
    exchange.writeFor(platform.id, journey, options).then(
      (made) => {
        if (isOld) return;
        setExported(made);
        setFailed(undefined);
      },
      (error: unknown) => {
        if (!isOld) setFailed(wordsOf(error));
      },
    );
    return () => {
      isOld = true;
    };
  }, [exchange, platform, journey, options]);
  return (
    <div className={styles.report}>
      <PlatformHead platform={platform} fits={exported?.ok ? exported.fits : undefined} journey={journey} />
      {failed !== undefined && (
        <p role="alert" className={styles.refused}>
          {t('takeToPlatform.notLoaded')} {failed}
        </p>
      )}
      {!exported && failed === undefined && <p className={styles.soft}>{t('takeToPlatform.working')}</p>}
      {exported && !exported.ok && <Refused problems={exported.problems} />}
      {exported?.ok && (
        <>
          <BlankForm blanks={exported.blanks} answers={answers} />
          <ProblemList title={t('takeToPlatform.warnings')} problems={exported.warnings} />
          <FitReport fits={exported.fits} journey={journey} />
          <OutputFiles exchange={exchange} journey={journey} files={exported.files} />
        </>
      )}
    </div>
  );
}

export function Refused({ problems }: Pick<Extract<Exported, { ok: false }>, 'problems'>) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.refused}>
      <h3>{t('takeToPlatform.refused')}</h3>
      <ul>
        {problems.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t('takeToPlatform.refusedHelp')}</p>
    </div>
  );
}
