import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Journey } from '../../journey/journey.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { exitLabel } from './exitLabel.ts';
import { outlineRows } from './outline/outlineRows.ts';
import { stepSummary } from './stepSummary.ts';
import styles from './PrintList.module.css';

/** Every step in words, below the picture: on paper nobody can zoom in. */
export function PrintList({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useWorkspace(({ forecast }) => forecast.report);
  const people = new Map(report?.steps.map(({ id, entered }) => [id, entered]));
  const { currency } = journey.settings;
  const nameOf = (id: keyof Journey['steps']) => journey.steps[id]?.name ?? id;
  return (
    <div className={styles.list}>
      {journey.brief && <p dir="auto">{journey.brief}</p>}
      <table>
        <thead>
          <tr>
            {(['step', 'does', 'people', 'leads'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`canvas.print.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outlineRows(journey).map((row) => {
            const step = row.kind === 'step' ? journey.steps[row.id] : undefined;
            if (row.kind !== 'step' || !step) return null;
            const entered = people.get(row.id);
            return (
              <tr key={row.key}>
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
                      const to = journey.links[row.id]?.[exit];
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
