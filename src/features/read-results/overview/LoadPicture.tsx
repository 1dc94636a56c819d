import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sendLoad } from '../../../analytics/dashboard/loads.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { ShownRun } from '../shownRun.ts';
import { WeekPicture, type WeekWords } from './WeekPicture.tsx';

interface LoadPictureProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  /** Without: all. */
  readonly channels?: readonly string[] | undefined;
}

/** When messages go out, by weekday and hour of the contact's own clock. */
export function LoadPicture({ run, detail, channels }: LoadPictureProps) {
  const { t } = useTranslation();
  const load = useMemo(() => sendLoad(detail, channels), [detail, channels]);
  const words: WeekWords = {
    none: t('readResults.load.none'),
    noneHelp: t('readResults.load.noneHelp'),
    note: t('readResults.load.note'),
    title: (most) => t('readResults.load.title', most),
  };
  return <WeekPicture run={run} load={load} fileName="send-times" words={words} />;
}
