import { memo, type CSSProperties, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronDown, ChevronRight, CircleAlert, CornerDownRight, TriangleAlert } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { exitLabel } from '../../../legend/exitLabel.ts';
import { familyColour, iconOf } from '../../../legend/kindLook.ts';
import { stepSummary } from '../../../legend/stepSummary.ts';
import type { OutlineEntry } from './annotationRows.ts';
import type { OutlineRow } from './outlineRows.ts';
import styles from './Outline.module.css';

interface OutlineLineProps {
  readonly row: OutlineRow;
  readonly journey: Journey;
  readonly selected: boolean;
  readonly tabbable: boolean;
  /** Undefined: nothing belongs under it. */
  readonly expanded: boolean | undefined;
  /** Of the step, in the forecast. */
  readonly people: number | undefined;
  readonly worst: 'error' | 'warning' | undefined;
  /** The same functions each time. */
  readonly onChoose: (row: OutlineEntry, also: boolean) => void;
  readonly onFold: (key: string) => void;
}

export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { row, journey, selected, tabbable, expanded, people, worst, onChoose, onFold } = props;
  const style: CSSProperties & Record<'--level', number> = { '--level': row.level - 1 };
  const id = row.kind === 'step' ? row.id : row.exit.from;
  const press = (event: MouseEvent) => onChoose(row, event.ctrlKey || event.metaKey || event.shiftKey);
  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-selected={selected}
      aria-expanded={expanded}
      tabIndex={tabbable ? 0 : -1}
      data-row={row.key}
      data-id={row.kind === 'step' ? id : undefined}
      data-way={row.kind === 'step' ? undefined : row.exit.exit}
      data-from={row.kind === 'step' ? undefined : row.exit.from}
      className={classes(styles.line, selected && styles.selected)}
      style={style}
      onClick={press}
    >
      <span
        className={styles.fold}
        data-fold
        aria-hidden="true"
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          onFold(row.key);
        }}
      >
        {expanded !== undefined && <Icon of={expanded ? ChevronDown : ChevronRight} size={14} />}
      </span>
      {row.kind === 'step' ? (
        <StepWords id={row.id} journey={journey} people={people} worst={worst} />
      ) : (
        <WayWords row={row} journey={journey} />
      )}
    </div>
  );
});

interface StepWordsProps extends Pick<OutlineLineProps, 'journey' | 'people' | 'worst'> {
  readonly id: StepId;
}

function StepWords({ id, journey, people, worst }: StepWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = journey.steps[id];
  if (!step) return null;
  return (
    <>
      <span style={{ color: familyColour(step) }} className={styles.icon}>
        <Icon of={iconOf(step)} size={14} />
      </span>
      <span className={classes(styles.words, step.disabled && styles.off)}>
        <span className="visually-hidden">{t(`words.kind.${step.kind}`)} </span>
        <span dir="auto" className={styles.name}>
          {step.name}
        </span>
        {step.disabled && <span className={styles.soft}> {t('editJourney.card.disabled')}</span>}
        <span dir="auto" className={styles.summary}>
          {stepSummary(step, { t, format, currency: journey.settings.currency })}
        </span>
      </span>
      {worst && (
        <span className={styles[worst]} role="img" aria-label={t(`words.severity.${worst}`)}>
          <Icon of={worst === 'error' ? CircleAlert : TriangleAlert} size={14} />
        </span>
      )}
      {people !== undefined && (
        <span className={styles.people}>{t('editJourney.card.in', { people: format.compact(people) })}</span>
      )}
    </>
  );
}

function WayWords({
  row,
  journey,
}: {
  readonly row: Exclude<OutlineRow, { kind: 'step' }>;
  readonly journey: Journey;
}) {
  const { t } = useTranslation();
  const from = journey.steps[row.exit.from];
  const exit = from ? exitLabel(from, row.exit.exit, t) : row.exit.exit;
  const to = row.kind === 'again' ? row.id : row.to;
  const target = to === undefined ? undefined : (journey.steps[to]?.name ?? to);
  const words =
    target === undefined
      ? t('canvas.outline.nowhere')
      : row.kind === 'again'
        ? t('canvas.outline.again', { step: target })
        : '';
  return (
    <>
      <span className={classes(styles.icon, styles.soft)}>
        <Icon of={CornerDownRight} size={14} />
      </span>
      <span className={styles.words}>
        {row.kind === 'way' && (
          <span dir="auto" className={styles.way}>
            {exit}
          </span>
        )}
        {words && (
          <span dir="auto" className={styles.soft}>
            {' '}
            {words}
          </span>
        )}
      </span>
    </>
  );
}
