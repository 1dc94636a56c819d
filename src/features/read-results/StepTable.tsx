import { useTranslation } from 'react-i18next';
import type { Report, StepReport } from '../../analytics/report.ts';
import type { Journey } from '../../journey/journey.ts';
import { STEP_KINDS } from '../../journey/steps/index.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable, MOST_ROWS, type Column } from '../../ui/DataTable.tsx';
import { inCanvasOrder } from './canvasOrder.ts';
import { exitWords } from './exitWords.ts';
import styles from './ReadResultsView.module.css';

/** The figures of the canvas as a table. */
export function StepTable({ report, journey }: { readonly report: Report; readonly journey: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const contacts = report.scaledTo ?? report.contacts;
  const kindOf = ({ kind }: StepReport) => {
    const known = STEP_KINDS.find((name) => name === kind);
    return known ? t(`words.kind.${known}`) : kind;
  };
  const columns: readonly Column<StepReport>[] = [
    {
      key: 'step',
      header: t('readResults.steps.step'),
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    { key: 'kind', header: t('readResults.steps.kind'), cell: kindOf, sortBy: kindOf },
    {
      key: 'entered',
      header: t('readResults.steps.entered'),
      align: 'end',
      cell: ({ entered }) => format.number(entered),
      sortBy: ({ entered }) => entered,
    },
    {
      key: 'share',
      header: t('readResults.steps.share'),
      align: 'end',
      cell: ({ entered }) => <PerContact entered={entered} contacts={contacts} />,
      sortBy: ({ entered }) => entered,
    },
    {
      key: 'inFlight',
      header: t('readResults.steps.inFlight'),
      align: 'end',
      cell: ({ inFlight }) => format.number(inFlight),
      sortBy: ({ inFlight }) => inFlight,
    },
    {
      key: 'exits',
      header: t('readResults.steps.exits'),
      cell: (step) => <Exits step={step} journey={journey} />,
    },
  ];
  return (
    <DataTable
      caption={t('readResults.steps.title')}
      columns={columns}
      rows={inCanvasOrder(report.steps, journey, ({ id }) => id)}
      most={MOST_ROWS}
      rowKey={({ id }) => id}
    />
  );
}

/** Who did not come in, and why. */
export function Entries({ entries }: { readonly entries: Report['entries'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = (['notEligible', 'overCap', 'dropped'] as const).filter((reason) => entries[reason] > 0);
  if (reasons.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{t('readResults.entries.title')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            {t(`readResults.entries.${reason}`, { people: format.number(entries[reason]) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In a loop contacts come by more than once, which is no share. */
function PerContact({ entered, contacts }: { readonly entered: number; readonly contacts: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (contacts === 0) return null;
  const per = entered / contacts;
  return per > 1 ? t('readResults.steps.times', { times: format.number(per, 1) }) : format.rate(per);
}

function Exits({ step, journey }: { readonly step: StepReport; readonly journey: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = Object.values(step.exits).reduce((total, people) => total + people, 0);
  return (
    <ul className={styles.list}>
      {Object.entries(step.exits).map(([exit, people]) => (
        <li key={exit}>
          {t('readResults.steps.exit', {
            exit: exitWords(journey, step.id, exit, t),
            people: format.number(people),
            rate: format.rate(left === 0 ? 0 : people / left),
          })}
        </li>
      ))}
    </ul>
  );
}
