import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFigures, type SendFigures } from '../../../analytics/dashboard/sendFigures.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { DataTable, MOST_ROWS, type Column } from '../../../ui/DataTable.tsx';
import { ADDRESSED_CHANNELS, CHANNELS } from '../../../journey/channels.ts';
import { inCanvasOrder } from '../canvasOrder.ts';
import { inFile } from '../inFile.ts';
import { useSendName } from '../sendName.ts';
import type { ShownRun } from '../shownRun.ts';
import styles from '../ReadResultsView.module.css';

interface SendTableProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  readonly places: readonly number[];
}

interface Row extends SendFigures {
  readonly key: string;
  readonly name: string;
  readonly channel: string;
  readonly opensReported: boolean;
}

const RATES = ['delivered', 'opened', 'clicked', 'unsubscribed'] as const;

/** Every message of a family: what became of it, what it cost and brought, and whether it pays for itself. */
export function SendTable({ run, detail, places }: SendTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useSendName(run.request.journey);
  const { policies, journey } = run.request;
  const margin = policies.economics?.grossMargin ?? 1;
  const rows = useMemo(
    () =>
      inCanvasOrder(
        places.flatMap((place) => {
          const send = detail.sends[place];
          return send
            ? [{ key: String(place), name: nameOf(send), ...send, ...sendFigures(detail, [place], margin) }]
            : [];
        }),
        journey,
        ({ step }) => step,
      ),
    [detail, places, margin, nameOf, journey],
  );
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(value, journey.settings.currency);
  const whole = (value: number) => money(Math.round(value));
  const file = inFile(t, journey.settings.currency);
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: t('readResults.messages.step'),
      cell: ({ name }) => <bdi>{name}</bdi>,
      sortBy: ({ name }) => name,
      file: [
        { header: t('readResults.messages.step'), of: ({ name }) => name },
        { header: t('readResults.messages.channel'), of: ({ channel }) => channelName(channel, t) },
      ],
    },
    {
      key: 'sent',
      header: t('readResults.messages.sent'),
      align: 'end',
      cell: ({ sent }) => <Figure amount={sent} print={count} />,
      sortBy: ({ sent }) => sent.value,
      file: file.interval(t('readResults.messages.sent'), 'messages', ({ sent }) => sent),
    },
    ...RATES.map((rate): Column<Row> => ({
      key: rate,
      header: t(`readResults.messages.${rate}`),
      align: 'end',
      cell: (row) => <Figure amount={applies(row, rate) ? row.rates[rate] : undefined} print={format.rate} />,
      sortBy: ({ rates }) => rates[rate].value,
      file: file.interval(t(`readResults.messages.${rate}`), 'share', (row) =>
        applies(row, rate) ? row.rates[rate] : undefined,
      ),
    })),
    {
      key: 'converted',
      header: t('readResults.messages.converted'),
      align: 'end',
      cell: ({ converted }) => <Figure amount={converted} print={count} />,
      sortBy: ({ converted }) => converted.value,
      file: file.interval(t('readResults.messages.converted'), 'count', ({ converted }) => converted),
    },
    {
      key: 'cost',
      header: t('readResults.messages.cost'),
      align: 'end',
      cell: ({ cost }) => <Figure amount={cost} print={money} />,
      sortBy: ({ cost }) => cost.value,
      file: file.interval(t('readResults.messages.cost'), 'money', ({ cost }) => cost),
    },
    {
      key: 'revenue',
      header: t('channels.revenue'),
      align: 'end',
      cell: ({ revenue }) => <Figure amount={revenue} print={whole} />,
      sortBy: ({ revenue }) => revenue.value,
      file: file.interval(t('channels.revenue'), 'money', ({ revenue }) => revenue),
    },
    {
      key: 'roi',
      header: t('channels.card.roi'),
      align: 'end',
      cell: ({ roi }) => <Figure amount={roi} print={format.rate} />,
      sortBy: ({ roi }) => roi?.value ?? -Infinity,
      file: file.interval(t('channels.card.roi'), 'share', ({ roi }) => roi),
    },
  ];
  return (
    <DataTable
      caption={t('readResults.messages.title')}
      fileName="channel-messages"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      most={MOST_ROWS}
    />
  );
}

function channelName(channel: string, t: Translate): string {
  const known = CHANNELS.find((name) => name === channel);
  return known ? t(`words.channel.${known}`) : channel;
}

/** Nobody opens what is not a letter, or unsubscribes from what was never asked for. */
function applies({ sent, channel, opensReported }: Row, rate: (typeof RATES)[number]): boolean {
  if (sent.value === 0) return false;
  if (rate === 'opened') return opensReported;
  return rate !== 'unsubscribed' || ADDRESSED_CHANNELS.some((addressed) => addressed === channel);
}

interface FigureProps {
  readonly amount: Estimate | undefined;
  readonly print: (value: number) => string;
}

function Figure({ amount, print }: FigureProps) {
  const { t } = useTranslation();
  if (!amount) return <span className={styles.soft}>{t('channels.noBase')}</span>;
  return (
    <>
      {print(amount.value)}
      <div className={styles.question}>{formatBand(amount, print)}</div>
    </>
  );
}
