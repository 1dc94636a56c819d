import { useTranslation } from 'react-i18next';
import type { UnsentLine } from '../../../analytics/dashboard/unsent.ts';
import { DataTable, MOST_ROWS, type Column } from '../../../ui/DataTable.tsx';
import { inFile } from '../inFile.ts';
import type { ShownRun } from '../shownRun.ts';
import { channelWords, reasonHeading } from '../../../legend/reasonWords.ts';
import { stepName } from './reasonWords.ts';
import { useNaming } from './useNaming.ts';
import { useUnsentEstimate } from './useUnsentEstimate.ts';

/** Reason × message × channel. */
export function UnsentTable({
  run,
  lines,
}: {
  readonly run: ShownRun;
  readonly lines: readonly UnsentLine[];
}) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const { format, journey } = naming;
  const estimate = useUnsentEstimate(run);
  const heading = ({ reason }: UnsentLine) => reasonHeading(reason, naming);
  const step = ({ step: id, rung }: UnsentLine) => {
    const name = stepName(journey, id);
    return rung === undefined ? name : t('unsent.rung', { name, rung });
  };
  const channel = (line: UnsentLine) => channelWords(line.channel, t);
  const file = inFile(t, journey.settings.currency);
  const columns: readonly Column<UnsentLine>[] = [
    { key: 'reason', header: t('unsent.reason'), cell: heading, sortBy: heading },
    { key: 'step', header: t('unsent.step'), cell: step, sortBy: step },
    { key: 'channel', header: t('unsent.channel'), cell: channel, sortBy: channel },
    {
      key: 'people',
      header: t('unsent.people'),
      align: 'end',
      cell: ({ people }) => format.number(Math.round(people)),
      sortBy: ({ people }) => people,
      file: file.value(t('unsent.people'), 'messages', ({ people }) => people),
    },
    ...(['low', 'high'] as const).map((end): Column<UnsentLine> => ({
      key: end,
      header: t(`readResults.${end}`, { figure: t('unsent.people') }),
      align: 'end',
      cell: (line) => {
        const between = estimate(line);
        return between ? format.number(Math.round(between[end])) : '';
      },
      sortBy: (line) => estimate(line)?.[end] ?? 0,
      file: file.value(
        t(`readResults.${end}`, { figure: t('unsent.people') }),
        'messages',
        (line) => estimate(line)?.[end],
      ),
    })),
    {
      key: 'due',
      header: t('unsent.due'),
      align: 'end',
      cell: ({ due }) => format.number(Math.round(due)),
      sortBy: ({ due }) => due,
      file: file.value(t('unsent.due'), 'messages', ({ due }) => due),
    },
    {
      key: 'share',
      header: t('unsent.share'),
      align: 'end',
      cell: ({ people, due }) => format.rate(people / due),
      sortBy: ({ people, due }) => people / due,
      file: file.value(t('unsent.share'), 'share', ({ people, due }) => people / due),
    },
  ];
  return (
    <DataTable
      caption={t('unsent.table')}
      fileName="unsent"
      columns={columns}
      rows={lines}
      most={MOST_ROWS}
      rowKey={({ reason, step: id, channel: on, rung }) => `${reason} ${id} ${on} ${rung ?? ''}`}
    />
  );
}
