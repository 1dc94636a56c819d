import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { messageShares, type MessageShare } from '../../../analytics/dashboard/loads.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Columns } from '../../../charts/Columns.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';

/** How many messages a contact gets. */
export function SharePicture({ run, detail }: { readonly run: ShownRun; readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const shares = useMemo(() => messageShares(detail), [detail]);
  const all = shares.reduce((sum, { contacts }) => sum + contacts.value, 0);
  const print = (value: number) => format.number(Math.round(value));
  const label = ({ from, to }: MessageShare) =>
    to === undefined
      ? t('readResults.share.orMore', { figure: from })
      : to === from
        ? String(from)
        : `${from}–${to}`;
  const got = shares.filter(({ from }) => from > 0);
  const reached = got.reduce((sum, { contacts }) => sum + contacts.value, 0);
  const commonest = got.toSorted((a, b) => b.contacts.value - a.contacts.value)[0];
  const title =
    commonest && reached > 0
      ? t('readResults.share.title', { reached: format.rate(reached / all), commonest: label(commonest) })
      : t('readResults.share.none');
  return (
    <ChartFrame
      title={title}
      note={t('readResults.share.note')}
      about={about}
      fileName="messages-per-contact"
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'messages', header: t('readResults.share.messages') },
          { key: 'contacts', header: t('readResults.share.contacts'), align: 'end', print },
          {
            key: 'low',
            header: t('readResults.low', { figure: t('readResults.share.contacts') }),
            align: 'end',
            print,
          },
          {
            key: 'high',
            header: t('readResults.high', { figure: t('readResults.share.contacts') }),
            align: 'end',
            print,
          },
        ],
        rows: shares.map((share) => ({
          messages: label(share),
          contacts: share.contacts.value,
          low: share.contacts.low,
          high: share.contacts.high,
        })),
      }}
    >
      <Columns
        label={title}
        across={t('readResults.share.messages')}
        printTick={format.compact}
        bars={shares.map((share) => ({
          key: String(share.from),
          label: label(share),
          amount: share.contacts,
          title: t('readResults.share.bar', { messages: label(share) }),
          lines: [
            formatInterval(share.contacts, print),
            t('readResults.funnel.ofContacts', { share: format.rate(share.contacts.value / all) }),
          ],
        }))}
      />
    </ChartFrame>
  );
}
