import { useTranslation } from 'react-i18next';
import type { Report, StepReport } from '../../analytics/report.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { STEP_KINDS } from '../../journey/steps/index.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { DataTable, MOST_ROWS, type Column } from '../../ui/DataTable.tsx';
import type { FileColumn } from '../../ui/fileColumn.ts';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { inCanvasOrder } from './canvasOrder.ts';
import { exitWords } from './exitWords.ts';
import { inFile } from './inFile.ts';
import styles from './ReadResultsView.module.css';

/** The figures of the canvas as a table. */
export function StepTable({ report, journey }: { readonly report: Report; readonly journey: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const contacts = report.scaledTo ?? report.contacts;
  // There the last column is out of sight, and its lines would be empty rows.
  const narrow = useMedia(NARROW);
  const file = inFile(t, journey.settings.currency);
  const exits = exitColumns(report.steps, (id, exit) => exitWords(journey, id, exit, t), t);
  const kindOf = ({ kind }: StepReport) => {
    const known = STEP_KINDS.find((name) => name === kind);
    return known ? t(`words.kind.${known}`) : kind;
  };
  const columns: readonly Column<StepReport>[] = [
    {
      key: 'step',
      header: t('readResults.steps.step'),
      cell: (step) => (
        <>
          <bdi>{step.name}</bdi>
          {narrow && <Exits step={step} journey={journey} />}
        </>
      ),
      sortBy: ({ name }) => name,
      file: [{ header: t('readResults.steps.step'), of: ({ name }) => name }],
    },
    { key: 'kind', header: t('readResults.steps.kind'), cell: kindOf, sortBy: kindOf },
    {
      key: 'entered',
      header: t('readResults.steps.entered'),
      align: 'end',
      cell: ({ entered }) => format.number(entered),
      sortBy: ({ entered }) => entered,
      file: file.value(t('readResults.steps.entered'), 'contacts', ({ entered }) => entered),
    },
    {
      key: 'share',
      header: t('readResults.steps.share'),
      align: 'end',
      cell: ({ entered }) => <PerContact entered={entered} contacts={contacts} />,
      sortBy: ({ entered }) => entered,
      file: file.value(t('readResults.steps.share'), 'share', ({ entered }) =>
        contacts === 0 ? undefined : entered / contacts,
      ),
    },
    {
      key: 'inFlight',
      header: t('readResults.steps.inFlight'),
      align: 'end',
      cell: ({ inFlight }) => format.number(inFlight),
      sortBy: ({ inFlight }) => inFlight,
      file: [
        ...file.value(t('readResults.steps.inFlight'), 'contacts', ({ inFlight }: StepReport) => inFlight),
        ...exits,
      ],
    },
    ...(narrow
      ? []
      : [
          {
            key: 'exits',
            header: t('readResults.steps.exits'),
            cell: (step: StepReport) => <Exits step={step} journey={journey} />,
            file: [],
          },
        ]),
  ];
  return (
    <DataTable
      caption={t('readResults.steps.title')}
      fileName="steps"
      columns={columns}
      rows={inCanvasOrder(report.steps, journey, ({ id }) => id)}
      most={MOST_ROWS}
      rowKey={({ id }) => id}
    />
  );
}

/** A column for everything that an exit is called: how many left by it. */
function exitColumns(
  steps: readonly StepReport[],
  nameOf: (id: string, exit: string) => string,
  t: Translate,
): readonly FileColumn<StepReport>[] {
  const names = new Set(steps.flatMap(({ id, exits }) => Object.keys(exits).map((exit) => nameOf(id, exit))));
  return [...names].map((name) => ({
    header: t('readResults.file.leftBy', { exit: name }),
    of: ({ id, exits }) => {
      const mine = Object.entries(exits).filter(([exit]) => nameOf(id, exit) === name);
      return mine.length === 0 ? undefined : mine.reduce((sum, [, people]) => sum + people, 0);
    },
  }));
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
