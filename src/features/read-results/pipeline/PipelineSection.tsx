import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  allHandoffs,
  influencedDeals,
  influencedShare,
  pipelineOf,
} from '../../../analytics/dashboard/pipeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { DetailPart } from '../DetailPart.tsx';
import type { SectionProps } from '../section.ts';
import type { ShownRun } from '../shownRun.ts';
import { PipelineCards } from './PipelineCards.tsx';
import { PipelineTable } from './PipelineTable.tsx';
import { SpeedPicture } from './SpeedPicture.tsx';
import { StagePicture } from './StagePicture.tsx';
import styles from '../ReadResultsView.module.css';

/** What becomes of the contacts that are handed to people: stages, sources, speed and value. */
export function PipelineSection({ run }: SectionProps) {
  const { t } = useTranslation();
  const handsOff = Object.values(run.request.journey.steps).some(({ kind }) => kind === 'handoff');
  if (!handsOff) return <p className={styles.soft}>{t('pipeline.none')}</p>;
  return (
    <DetailPart run={run} size="tall">
      {(detail) => <Opportunities run={run} detail={detail} />}
    </DetailPart>
  );
}

function Opportunities({ run, detail }: { readonly run: ShownRun; readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const pipeline = useMemo(() => pipelineOf(detail), [detail]);
  const influenced = useMemo(() => influencedShare(detail), [detail]);
  const deals = useMemo(() => influencedDeals(detail), [detail]);
  if (allHandoffs(detail).length === 0) return <p className={styles.soft}>{t('pipeline.nobody')}</p>;
  return (
    <div className={styles.block}>
      <PipelineCards run={run} pipeline={pipeline} influenced={influenced} deals={deals} />
      <p className={styles.question}>{t('pipeline.note')}</p>
      <div className={styles.pair}>
        <StagePicture run={run} pipeline={pipeline} />
        <SpeedPicture run={run} detail={detail} />
      </div>
      <PipelineTable run={run} detail={detail} />
    </div>
  );
}
