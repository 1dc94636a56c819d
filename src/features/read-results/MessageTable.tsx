import { useTranslation } from 'react-i18next';
import { unsentEstimate } from '../../analytics/dashboard/unsent.ts';
import type { RunDetail } from '../../analytics/detail.ts';
import type { MessageReport, Report } from '../../analytics/report.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';
import { formatInterval } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { channelWords, reasonHeading } from '../../legend/reasonWords.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { DataTable, MOST_ROWS, type Column } from '../../ui/DataTable.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { inCanvasOrder } from './canvasOrder.ts';
import { inFile } from './inFile.ts';
import { tellsOpens } from './tellsOpens.ts';
import styles from './ReadResultsView.module.css';

const COUNTS = ['sent', 'delivered', 'opened', 'clicked', 'converted', 'unsubscribed'] as const;
/** What each rate is a part of. */
const BASE = {
  delivered: 'sent',
  opened: 'delivered',
  clicked: 'delivered',
  converted: 'clicked',
  unsubscribed: 'delivered',
} as const;

interface MessageTableProps {
  readonly report: Report;
  readonly journey: Journey;
  /** Those of the run: its caps are told by what they allow. */
  readonly policies: Policies;
  readonly detail?: RunDetail | undefined;
}

/** Every send of the journey: what became of it, what it cost, and why the rest was not sent. */
export function MessageTable({ report, journey, policies, detail }: MessageTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = ({ step, rung }: MessageReport) => {
    const words = journey.steps[step as StepId]?.name ?? step;
    return rung === undefined ? words : t('readResults.messages.rung', { name: words, rung });
  };
  const channel = (message: MessageReport) => channelWords(message.channel, t);
  const file = inFile(t, journey.settings.currency);
  // There the last column is out of sight, and its lines would be empty rows.
  const narrow = useMedia(NARROW);
  const reasons = [...new Set(report.messages.flatMap(({ unsent }) => Object.keys(unsent)))];
  const unsent: Column<MessageReport> = {
    key: 'unsent',
    header: t('readResults.messages.unsent'),
    cell: (message) => <Unsent message={message} policies={policies} detail={detail} />,
    file: reasons.map((reason) => ({
      header: t('readResults.file.unsent', { reason: reasonHeading(reason, { t, format, policies }) }),
      of: (message) => message.unsent[reason] ?? 0,
    })),
  };
  const columns: readonly Column<MessageReport>[] = [
    {
      key: 'step',
      header: t('readResults.messages.step'),
      cell: (message) => (
        <>
          <bdi>{name(message)}</bdi>
          {narrow && Object.keys(message.unsent).length > 0 && (
            <div className={styles.question}>
              {t('readResults.messages.unsent')}
              <Unsent message={message} policies={policies} detail={detail} />
            </div>
          )}
        </>
      ),
      sortBy: name,
      file: [{ header: t('readResults.messages.step'), of: name }, ...(narrow ? (unsent.file ?? []) : [])],
    },
    { key: 'channel', header: t('readResults.messages.channel'), cell: channel, sortBy: channel },
    ...COUNTS.map((field): Column<MessageReport> => ({
      key: field,
      header: t(`readResults.messages.${field}`),
      align: 'end',
      cell: (message) => <Count message={message} field={field} />,
      sortBy: (message) => (isTold(message, field) ? message[field] : -1),
      file: [
        ...file.value(
          t(`readResults.messages.${field}`),
          field === 'converted' ? 'count' : 'messages',
          (message: MessageReport) => (isTold(message, field) ? message[field] : undefined),
        ),
        ...(field === 'sent'
          ? []
          : file.value(t(`readResults.messages.${field}`), 'share', (message: MessageReport) =>
              isTold(message, field) && message[BASE[field]] > 0
                ? message[field] / message[BASE[field]]
                : undefined,
            )),
      ],
    })),
    {
      key: 'cost',
      header: t('readResults.messages.cost'),
      align: 'end',
      cell: ({ cost }) => format.money(cost, journey.settings.currency),
      sortBy: ({ cost }) => cost,
      file: file.value(t('readResults.messages.cost'), 'money', ({ cost }) => cost),
    },
    ...(narrow ? [] : [unsent]),
  ];
  return (
    <div className={styles.block}>
      <DataTable
        caption={t('readResults.messages.title')}
        fileName="messages"
        columns={columns}
        rows={inCanvasOrder(report.messages, journey, ({ step }) => step)}
        most={MOST_ROWS}
        rowKey={({ step, channel: on, rung }) => `${step}.${on}.${rung ?? ''}`}
      />
      {report.messages.length === 0 ? (
        <p className={styles.soft}>{t('readResults.messages.none')}</p>
      ) : (
        <Sources report={report} />
      )}
    </div>
  );
}

function isTold({ channel }: MessageReport, field: (typeof COUNTS)[number]): boolean {
  return field !== 'opened' || tellsOpens(channel);
}

function Count({
  message,
  field,
}: {
  readonly message: MessageReport;
  readonly field: (typeof COUNTS)[number];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = field === 'sent' ? 0 : message[BASE[field]];
  if (!isTold(message, field)) return <span className={styles.soft}>{t('channels.noBase')}</span>;
  return (
    <>
      {format.number(message[field])}
      {whole > 0 && <div className={styles.question}>{format.rate(message[field] / whole)}</div>}
    </>
  );
}

function Unsent({
  message,
  policies,
  detail,
}: {
  readonly message: MessageReport;
  readonly policies: Policies;
  readonly detail: RunDetail | undefined;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { step, channel, rung } = message;
  const figure = (people: number, reason: string) =>
    detail
      ? formatInterval(
          { ...unsentEstimate(detail, { step, channel, rung, reason }), value: people },
          (value) => format.number(Math.round(value)),
        )
      : format.number(people);
  const reasons = Object.entries(message.unsent);
  if (reasons.length === 0) return <span className={styles.soft}>{t('readResults.messages.nobody')}</span>;
  return (
    <ul className={styles.reasons}>
      {reasons.map(([reason, people]) => (
        <li key={reason}>
          {t('readResults.messages.unsentReason', {
            reason: reasonHeading(reason, { t, format, policies }),
            people: figure(people, reason),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Where the rates come from: a benchmark, or what the marketer told. */
function Sources({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  // Only mail is opened by machines; on other channels an open is an open.
  const mails = report.messages.filter(({ channel }) => channel === 'email');
  const sum = (field: 'opened' | 'openedTrue') => mails.reduce((total, mail) => total + mail[field], 0);
  return (
    <p className={styles.rates}>
      {t('readResults.messages.rates')}
      {(['opened', 'clicked', 'converted'] as const).map((rate) => {
        const source = calibration[rate] === undefined ? 'benchmark' : 'yours';
        return (
          <span key={rate} data-source={source} className={styles.badge}>
            {t(`words.exit.${rate}`)}: {t(`readResults.badge.${source}`)}
          </span>
        );
      })}
      <a href="#/settings">{t('readResults.change')}</a>
      {sum('opened') > 0 && (
        <span>
          {t('readResults.messages.machine', {
            opened: format.number(sum('opened')),
            people: format.number(sum('openedTrue')),
          })}
        </span>
      )}
    </p>
  );
}
