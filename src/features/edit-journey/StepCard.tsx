import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { CircleAlert, Plus, TriangleAlert } from 'lucide-react';
import type { ExitName, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useCanvas } from './canvasContext.ts';
import { IN_PORT_Y, outPortY } from './cardLayout.ts';
import { exitLabel } from './exitLabel.ts';
import { IN_PORT, type StepData, type StepNode } from './flow.ts';
import { familyColour, iconOf } from './kindLook.ts';
import { stepSummary } from './stepSummary.ts';
import { useAbsoluteNumbers } from './useAbsoluteNumbers.ts';
import styles from './StepCard.module.css';

/** A step on the canvas: what it is, what it does, how many come and what becomes of them, and where they go on. */
export const StepCard = memo(function StepCard({ id, data, selected, isConnectable }: NodeProps<StepNode>) {
  const { step, figures, problems } = data;
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useWorkspace(({ journey }) => journey?.settings.currency ?? 'USD');
  const exits = exitsOf(step);
  const rows = exits.length > 1;
  const style: CSSProperties & Record<'--family', string> = { '--family': familyColour(step) };
  return (
    <div
      className={classes(styles.card, selected && styles.selected, step.disabled && styles.disabled)}
      style={style}
    >
      <div className={styles.head}>
        <div className={styles.title}>
          <Icon of={iconOf(step)} />
          <span dir="auto" className={styles.name} title={step.name}>
            {step.name}
          </span>
          {step.disabled && <span className={styles.off}>{t('editJourney.card.disabled')}</span>}
          <ProblemBadge problems={problems} />
        </div>
        <div className={styles.summary}>{stepSummary(step, { t, format, currency })}</div>
        {figures && <Figures figures={figures} />}
      </div>
      {rows && (
        <div className={styles.exits}>
          {exits.map((exit) => (
            <div key={exit} className={styles.exit}>
              <span className={styles.exitName}>{exitLabel(step, exit, t)}</span>
              <Share figures={figures} exit={exit} />
            </div>
          ))}
        </div>
      )}
      {step.kind !== 'entry' && (
        <Handle
          type="target"
          id={IN_PORT}
          position={Side.Left}
          className={classes(styles.port, styles.in)}
          style={{ left: 0, top: IN_PORT_Y - 1 }}
          isConnectable={isConnectable}
        />
      )}
      {exits.map((exit, index) => (
        <ExitPort
          key={exit}
          from={id as StepId}
          exit={exit}
          y={outPortY(step, index) - 1}
          data={data}
          canEdit={isConnectable}
        />
      ))}
    </div>
  );
});

function Figures({ figures }: { readonly figures: NonNullable<StepData['figures']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { entered, enteredBand, rate } = figures;
  const absolute = useAbsoluteNumbers();
  const shown = rate && (absolute ? format.compact(rate.part) : format.rate(rate.part / rate.whole));
  const words =
    rate && shown && t(`editJourney.rate.${rate.words}`, { rate: shown, branch: rate.branch ?? '' });
  const full = [
    t('editJourney.card.inFull', { people: format.number(entered) }) +
      (enteredBand && enteredBand.high > enteredBand.low
        ? t('editJourney.card.interval', {
            low: format.number(enteredBand.low),
            high: format.number(enteredBand.high),
          })
        : ''),
    rate &&
      words &&
      t('editJourney.card.rateFull', {
        rate: words,
        part: format.number(rate.part),
        whole: format.number(rate.whole),
      }) +
        t('editJourney.card.interval', {
          low: format.rate(rate.band.low),
          high: format.rate(rate.band.high),
        }),
  ];
  return (
    <Tooltip words={full.filter(Boolean).join('\n')} side="above" named className={styles.figures}>
      <span className={styles.figures}>
        <span className={styles.people}>{t('editJourney.card.in', { people: format.compact(entered) })}</span>
        {words && <span className={styles.rate}>{words}</span>}
      </span>
    </Tooltip>
  );
}

function Share({ figures, exit }: { readonly figures: StepData['figures']; readonly exit: ExitName }) {
  const format = useFormat();
  const absolute = useAbsoluteNumbers();
  const people = figures?.exits[exit];
  const left = Object.values(figures?.exits ?? {}).reduce((total, count) => total + count, 0);
  return people === undefined || left === 0 ? null : (
    <span className={styles.share}>{absolute ? format.compact(people) : format.rate(people / left)}</span>
  );
}

function ProblemBadge({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
  const label = t('editJourney.card.problems', { count: problems.length });
  return (
    <Tooltip words={problems.map(({ words }) => words).join('\n')} side="above">
      <span role="img" aria-label={label} data-severity={severity} className={styles.badge}>
        <Icon of={severity === 'error' ? CircleAlert : TriangleAlert} />
      </span>
    </Tooltip>
  );
}

interface ExitPortProps {
  readonly from: StepId;
  readonly exit: ExitName;
  readonly y: number;
  readonly data: StepData;
  readonly canEdit: boolean;
}

/** Where a link starts. While the exit leads nowhere it offers to add what comes next. */
function ExitPort({ from, exit, y, data, canEdit }: ExitPortProps) {
  const { t } = useTranslation();
  const canvas = useCanvas();
  const open = data.links?.[exit] === undefined;
  const label = t('editJourney.card.openExit', {
    exit: `${data.step.name}, ${exitLabel(data.step, exit, t)}`,
  });
  return (
    <Handle
      type="source"
      id={exit}
      position={Side.Right}
      className={classes(styles.port, open && canEdit && styles.open)}
      style={{ left: '100%', right: 'auto', top: y }}
      isConnectable={canEdit}
    >
      {open && canEdit && (
        <button
          type="button"
          className={classes('nodrag', styles.plus)}
          aria-label={label}
          onClick={(event) => {
            event.stopPropagation();
            canvas.pickAfter({ from, exit }, event.currentTarget);
          }}
        >
          <Icon of={Plus} size={12} />
        </button>
      )}
    </Handle>
  );
}
