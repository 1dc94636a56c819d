import { Headlines } from '../Headlines.tsx';
import { ReportFunnel } from '../ReportFunnel.tsx';
import { Needs } from '../Needs.tsx';
import type { SectionProps } from '../section.ts';
import { useLacking } from '../useLacking.ts';
import { DetailPart } from '../DetailPart.tsx';
import { Caused } from './Caused.tsx';
import { FlowPicture } from './FlowPicture.tsx';
import { LoadPicture } from './LoadPicture.tsx';
import { SharePicture } from './SharePicture.tsx';
import { TrendPicture } from './TrendPicture.tsx';
import styles from '../ReadResultsView.module.css';

/** What it comes to, when, how far people get, and what they get of it. */
export function OverviewSection({ run }: SectionProps) {
  const lacking = useLacking(run);
  // Said once for all pictures.
  if (lacking && !run.detail)
    return (
      <>
        <Headlines run={run} />
        <ReportFunnel run={run} />
        <Needs lacking={lacking} />
      </>
    );
  return (
    <>
      <Headlines run={run}>
        <Caused run={run} />
      </Headlines>
      <DetailPart run={run} size="tall">
        {(detail) => <TrendPicture run={run} detail={detail} />}
      </DetailPart>
      <ReportFunnel run={run} />
      <DetailPart run={run} size="tall">
        {(detail) => <FlowPicture run={run} detail={detail} />}
      </DetailPart>
      <div className={styles.pair}>
        <DetailPart run={run}>{(detail) => <LoadPicture run={run} detail={detail} />}</DetailPart>
        <DetailPart run={run}>{(detail) => <SharePicture run={run} detail={detail} />}</DetailPart>
      </div>
    </>
  );
}
