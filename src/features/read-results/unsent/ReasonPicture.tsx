import { useTranslation } from 'react-i18next';
import { byReason, dueMessages, type UnsentLine } from '../../../analytics/dashboard/unsent.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';
import { reasonHeading } from '../../../legend/reasonWords.ts';
import { reasonInSentence } from './reasonWords.ts';
import { useNaming } from './useNaming.ts';

interface ReasonPictureProps {
  readonly run: ShownRun;
  readonly lines: readonly UnsentLine[];
  /** Those that the filter lets through. */
  readonly shown: readonly UnsentLine[];
}

const sumOf = (lines: readonly UnsentLine[]) => lines.reduce((sum, { people }) => sum + people, 0);

/** Reasons, the most frequent first. */
export function ReasonPicture({ run, lines, shown }: ReasonPictureProps) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const { format } = naming;
  const about = useAboutRun(run);
  const reasons = byReason(shown);
  const all = sumOf(shown);
  const title = useTitle(run, lines, shown);
  const due = dueMessages(run.report);
  const share = format.rate(due === 0 ? 0 : sumOf(lines) / due);
  const { scaledTo, contacts } = run.report;
  const note =
    scaledTo === undefined
      ? t('unsent.note', { share, due: format.number(Math.round(due)) })
      : t('unsent.noteSample', {
          share,
          due: format.number(Math.round(due)),
          simulated: format.number(contacts),
          whole: format.number(scaledTo),
        });
  return (
    <ChartFrame
      title={title}
      note={note}
      about={about}
      fileName="unsent-by-reason"
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'reason', header: t('unsent.reason') },
          { key: 'people', header: t('unsent.people'), align: 'end', print: (value) => format.number(value) },
        ],
        rows: reasons.map(({ reason, people }) => ({
          reason: reasonHeading(reason, naming),
          people: Math.round(people),
        })),
      }}
    >
      <Bars
        label={title}
        empty={t('unsent.noneMatch')}
        bars={reasons.map(({ reason, people }) => ({
          key: reason,
          label: reasonHeading(reason, naming),
          amount: { value: people, low: people, high: people },
          value: format.number(Math.round(people)),
          note: t('unsent.ofUnsent', { share: format.rate(people / all) }),
        }))}
      />
    </ChartFrame>
  );
}

function useTitle(run: ShownRun, lines: readonly UnsentLine[], shown: readonly UnsentLine[]): string {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const { format } = naming;
  const reasons = byReason(shown);
  const [first] = reasons;
  if (!first) return t('unsent.titleNone');
  const all = sumOf(shown);
  const words = {
    messages: format.number(Math.round(all)),
    reason: reasonInSentence(first.reason, naming),
    share: format.rate(first.people / all),
  };
  if (shown.length < lines.length) return t('unsent.titleFiltered', words);
  return t(reasons.length === 1 ? 'unsent.titleOnly' : 'unsent.title', words);
}
