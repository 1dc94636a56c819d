import { useTranslation } from 'react-i18next';
import {
  byReason,
  dueMessages,
  type UnsentFilter,
  type UnsentLine,
} from '../../../analytics/dashboard/unsent.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatBand } from '../../../i18n/format.ts';
import { relaxationsOf } from '../../../journey/relaxations.ts';
import { useAboutRun } from '../aboutRun.ts';
import { needsWords } from '../Needs.tsx';
import type { ShownRun } from '../shownRun.ts';
import { useLacking } from '../useLacking.ts';
import { reasonHeading } from '../../../legend/reasonWords.ts';
import { reasonInSentence } from './reasonWords.ts';
import { useNaming } from './useNaming.ts';
import { useUnsentEstimate } from './useUnsentEstimate.ts';

interface ReasonPictureProps {
  readonly run: ShownRun;
  readonly lines: readonly UnsentLine[];
  /** Those that the filter lets through. */
  readonly shown: readonly UnsentLine[];
  readonly filter: UnsentFilter;
}

const sumOf = (lines: readonly UnsentLine[]) => lines.reduce((sum, { people }) => sum + people, 0);

/** Reasons, the most frequent first, then the rules that never stopped anything. */
export function ReasonPicture({ run, lines, shown, filter }: ReasonPictureProps) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const { format } = naming;
  const about = useAboutRun(run);
  const rows = useReasonRows(run, shown, filter);
  const all = sumOf(shown);
  const title = useTitle(run, lines, shown);
  const note = useNote(run, lines, filter);
  const print = (value: number) => format.number(Math.round(value));
  const people = t('unsent.people');
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
          { key: 'people', header: people, align: 'end', print },
          { key: 'low', header: t('readResults.low', { figure: people }), align: 'end', print },
          { key: 'high', header: t('readResults.high', { figure: people }), align: 'end', print },
        ],
        rows: rows.map(({ reason, people, between }) => ({
          reason: reasonHeading(reason, naming),
          people: Math.round(people),
          low: between && Math.round(between.low),
          high: between && Math.round(between.high),
        })),
      }}
    >
      <Bars
        label={title}
        empty={t('unsent.noneMatch')}
        bars={rows.map(({ reason, people, between }) => {
          const share = t('unsent.ofUnsent', { share: format.rate(all === 0 ? 0 : people / all) });
          const band = between && formatBand(between, print);
          return {
            key: reason,
            label: reasonHeading(reason, naming),
            amount: { value: people, low: between?.low ?? people, high: between?.high ?? people },
            value: print(people),
            note:
              people === 0 && between ? t('unsent.unbitten', { most: print(between.high) }) : (band ?? share),
            lines: [band === undefined ? print(people) : `${print(people)} (${band})`, share],
          };
        })}
      />
    </ChartFrame>
  );
}

interface ReasonRow {
  readonly reason: string;
  readonly people: number;
  readonly between: Estimate | undefined;
}

function useReasonRows(
  run: ShownRun,
  shown: readonly UnsentLine[],
  filter: UnsentFilter,
): readonly ReasonRow[] {
  const estimate = useUnsentEstimate(run);
  const { journey, policies } = run.request;
  const reasons = byReason(shown);
  const bitten = new Set(reasons.map(({ reason }) => reason));
  const unbitten = relaxationsOf(journey, policies).flatMap(({ reason }) =>
    reason === undefined || bitten.has(reason) || (filter.reason ?? reason) !== reason ? [] : [reason],
  );
  // Without anything that was stopped there is nothing to compare them with.
  const zeros = reasons.length === 0 ? [] : [...new Set(unbitten)].map((reason) => ({ reason, people: 0 }));
  return [...reasons, ...zeros].map((row) => ({
    ...row,
    between: estimate({ ...filter, reason: row.reason }),
  }));
}

function useNote(run: ShownRun, lines: readonly UnsentLine[], filter: UnsentFilter): string {
  const { t } = useTranslation();
  const { format } = useNaming(run);
  const between = useUnsentEstimate(run)(filter);
  const print = (value: number) => format.number(Math.round(value));
  const due = dueMessages(run.report);
  const words = { share: format.rate(due === 0 ? 0 : sumOf(lines) / due), due: print(due) };
  const { scaledTo, contacts } = run.report;
  const counted =
    scaledTo === undefined
      ? t('unsent.note', words)
      : t('unsent.noteSample', { ...words, simulated: print(contacts), whole: print(scaledTo) });
  const lacking = useLacking(run);
  const apart = between
    ? t('unsent.between', { band: formatBand(between, print) })
    : lacking
      ? needsWords(lacking, t)
      : t('unsent.betweenWaits');
  return `${counted} ${apart}`;
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
