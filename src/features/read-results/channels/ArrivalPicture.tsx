import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { handoffLoad } from '../../../analytics/dashboard/handoffLoad.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { offsetAt } from '../../../journey/zoneOffset.ts';
import type { Journey } from '../../../journey/journey.ts';
import { WeekPicture, type WeekWords } from '../overview/WeekPicture.tsx';
import type { ShownRun } from '../shownRun.ts';

interface ArrivalPictureProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
}

/** When contacts come to hand-offs, by weekday and hour of the journey’s clock: when somebody should be there to take them. */
export function ArrivalPicture({ run, detail }: ArrivalPictureProps) {
  const { t } = useTranslation();
  const { settings } = run.request.journey;
  const load = useMemo(() => handoffLoad(detail, clockOf(settings)), [detail, settings]);
  const words: WeekWords = {
    none: t('channels.handoff.arrivals.none'),
    noneHelp: t('channels.handoff.arrivals.noneHelp'),
    note: t('channels.handoff.arrivals.note', { zone: settings.zone }),
    title: (most) => t('channels.handoff.arrivals.title', most),
  };
  return <WeekPicture run={run} load={load} fileName="hand-off-times" words={words} />;
}

const MINUTE = 60_000;
const HOUR = 60;

/** A zone’s offset is asked for once an hour: it changes on the hour, or on a half that hardly anybody is awake in. */
function clockOf({ start, zone }: Journey['settings']): (minute: number) => number {
  const begins = Math.floor(Date.parse(start) / MINUTE);
  const offsets = new Map<number, number>();
  return (minute) => {
    const at = begins + minute;
    const hour = Math.floor(at / HOUR);
    const offset = offsets.get(hour) ?? offsetAt(zone, hour * HOUR);
    offsets.set(hour, offset);
    return at + offset;
  };
}
