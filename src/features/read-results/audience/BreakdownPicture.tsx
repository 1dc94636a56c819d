import { useTranslation } from 'react-i18next';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { bandCells, figureColumns } from '../bandColumns.ts';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';
import { clearest, isRate, measured, type Measure } from './measures.ts';
import type { BrokenDown } from './useBreakdown.ts';
import { usePartName } from './usePartName.ts';

interface BreakdownPictureProps {
  readonly run: ShownRun;
  readonly column: string;
  readonly measure: Measure;
  readonly parts: readonly BrokenDown[];
}

/** One measure of every part of the audience, with its interval. */
export function BreakdownPicture({ run, column, measure, parts }: BreakdownPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const nameOf = usePartName();
  const { currency } = run.request.journey.settings;
  const print = (value: number) => {
    if (isRate(measure)) return format.rate(value);
    return measure === 'sent' ? format.number(value, 2) : format.money(value, currency);
  };
  const contacts = (value: number) => format.number(Math.round(value));
  const rows = parts.map(({ part, figures }) => ({
    key: JSON.stringify(part.is),
    name: nameOf(part),
    contacts: figures.contacts,
    amount: measured(figures, measure),
  }));
  const found = clearest(rows);
  const words = t(`who.measures.${measure}`);
  const title = found
    ? t('who.title', {
        measure: words,
        column,
        most: found.most.name,
        mostFigure: print(found.most.amount.value),
        least: found.least.name,
        leastFigure: print(found.least.amount.value),
      })
    : t('who.unclear', { measure: words, column });
  return (
    <ChartFrame
      title={title}
      note={t('who.note')}
      about={about}
      fileName="audience"
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'part', header: column },
          { key: 'contacts', header: t('who.contacts'), align: 'end', print: contacts },
          ...figureColumns(words, print, t),
        ],
        rows: rows.map(({ name, contacts: people, amount }) => ({
          part: name,
          contacts: people,
          ...bandCells(amount),
        })),
      }}
    >
      <Bars
        label={title}
        bars={rows.map(({ key, name, contacts: people, amount }) => ({
          key,
          label: name,
          amount,
          value: print(amount.value),
          note: t('who.of', { contacts: contacts(people) }),
          lines: [formatInterval(amount, print), t('who.of', { contacts: contacts(people) })],
        }))}
      />
    </ChartFrame>
  );
}
