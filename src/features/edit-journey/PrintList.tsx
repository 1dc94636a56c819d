import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { exitLabel } from '../../legend/exitLabel.ts';
import { outlineRows } from './outline/outlineRows.ts';
import { PrintNumbers } from './PrintNumbers.tsx';
import { stepSummary } from '../../legend/stepSummary.ts';
import styles from './PrintList.module.css';

/** Every step in words, below the picture, with the number that its card has there: on paper nobody can zoom in. */
export function PrintList({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useWorkspace(({ forecast }) => forecast.report);
  const people = new Map(report?.steps.map(({ id, entered }) => [id, entered]));
  const { currency } = journey.settings;
  const rows = outlineRows(journey).flatMap((row) => (row.kind === 'step' ? [row.id] : []));
  const numbers = new Map(rows.map((id, at) => [id, at + 1]));
  const nameOf = (id: StepId) => `${numbers.get(id) ?? ''} ${journey.steps[id]?.name ?? id}`.trim();
  return (
    <div className={styles.list}>
      <PrintNumbers journey={journey} numbers={numbers} />
      {journey.brief && <p dir="auto">{journey.brief}</p>}
      <table>
        <thead>
          <tr>
            {(['number', 'step', 'does', 'people', 'leads'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`canvas.print.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => {
            const step = journey.steps[id];
            if (!step) return null;
            const entered = people.get(id);
            return (
              <tr key={id}>
                <td className={styles.number}>{numbers.get(id)}</td>
                <th scope="row" dir="auto">
                  {step.name}
                </th>
                <td dir="auto">
                  {t(`words.kind.${step.kind}`)}: {stepSummary(step, { t, format, currency })}
                  {step.disabled && ` (${t('editJourney.card.disabled')})`}
                  {step.note && <em> {step.note}</em>}
                </td>
                <td className={styles.number}>{entered === undefined ? '' : format.number(entered)}</td>
                <td dir="auto">
                  {exitsOf(step)
                    .map((exit) => {
                      const to = journey.links[id]?.[exit];
                      return `${exitLabel(step, exit, t)} → ${to === undefined ? t('canvas.outline.nowhere') : nameOf(to)}`;
                    })
                    .join('; ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
