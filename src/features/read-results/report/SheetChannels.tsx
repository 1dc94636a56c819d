import { useTranslation } from 'react-i18next';
import { sendFigures } from '../../../analytics/dashboard/sendFigures.ts';
import type { MessageReport } from '../../../analytics/report.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { CHANNELS, type Channel } from '../../../journey/channels.ts';
import { needsWords } from '../Needs.tsx';
import type { ShownRun } from '../shownRun.ts';
import { tellsOpens } from '../tellsOpens.ts';
import { useLacking } from '../useLacking.ts';
import styles from './report.module.css';

const COUNTS = ['sent', 'delivered', 'opened', 'clicked', 'converted'] as const;

/** What each channel did, what it cost, and what came back. */
export function SheetChannels({ run }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const { messages } = run.report;
  const lacking = useLacking(run);
  const used = CHANNELS.filter((channel) => messages.some((message) => message.channel === channel));
  return (
    <section>
      <h2>{t('report.sheet.channels')}</h2>
      {used.length === 0 ? (
        <p className={styles.soft}>{t('report.sheet.noSends')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('report.sheet.channel')}</th>
              {COUNTS.map((field) => (
                <th key={field} scope="col">
                  {t(`report.sheet.${field}`)}
                </th>
              ))}
              <th scope="col">{t('report.sheet.cost')}</th>
              <th scope="col">{t('report.sheet.roi')}</th>
            </tr>
          </thead>
          <tbody>
            {used.map((channel) => (
              <ChannelLine key={channel} channel={channel} run={run} />
            ))}
          </tbody>
        </table>
      )}
      {used.length > 0 && lacking && !run.detail && (
        <p className={styles.soft}>{t('report.sheet.noRoi', { needs: needsWords(lacking, t) })}</p>
      )}
    </section>
  );
}

function ChannelLine({ channel, run }: { readonly channel: Channel; readonly run: ShownRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, detail, request } = run;
  const mine = report.messages.filter((message) => message.channel === channel);
  const sum = (field: (typeof COUNTS)[number] | 'cost') =>
    mine.reduce((total, message: MessageReport) => total + message[field], 0);
  const places = (detail?.sends ?? []).flatMap((send, place) => (send.channel === channel ? [place] : []));
  const roi = detail && sendFigures(detail, places, request.policies.economics?.grossMargin ?? 1).roi;
  const print = (share: number) => format.rate(share);
  return (
    <tr>
      <th scope="row">{t(`words.channel.${channel}`)}</th>
      {COUNTS.map((field) => (
        <td key={field}>
          {field === 'opened' && !tellsOpens(channel) ? t('channels.noBase') : format.number(sum(field))}
        </td>
      ))}
      <td>{format.money(sum('cost'), request.journey.settings.currency)}</td>
      <td className={styles.roi}>
        {roi ? (
          <>
            {print(roi.value)} <span className={styles.soft}>({formatBand(roi, print)})</span>
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
