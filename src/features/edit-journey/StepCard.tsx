import { memo, useContext, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { Handle, Position as Side, type NodeProps } from '@xyflow/react';
import { CircleAlert, Plus, TriangleAlert } from 'lucide-react';
import type { ExitName, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { useFormat, type Formats } from '../../i18n/useFormat.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useCanvas } from './canvasContext.ts';
import { IN_PORT_Y, outPortY } from './cardLayout.ts';
import { exitLabel } from '../../legend/exitLabel.ts';
import type { StepData, StepNode } from './flow.ts';
import { familyColour, iconOf } from '../../legend/kindLook.ts';
import { IN_PORT } from './linkEdges.ts';
import { PlayedContext } from './play/playedContext.ts';
import { stepSummary } from '../../legend/stepSummary.ts';
import { useAbsoluteNumbers } from './useAbsoluteNumbers.ts';
import styles from './StepCard.module.css';

/** A step on the canvas: what it is, what it does, how many come and what becomes of them, and where they go on. */
export const StepCard = memo(function StepCard({ id, data, selected, isConnectable }: NodeProps<StepNode>) {
  const { step, links, problems } = data;
  const played = useContext(PlayedContext);
  // While a run is played its people stand where the forecast's figures stood.
  const figures = played ? undefined : data.figures;
  const exits = exitsOf(step);
  const style: CSSProperties & Record<'--family', string> = { '--family': familyColour(step) };
  return (
    <div
      className={classes(styles.card, selected && styles.selected, step.disabled && styles.disabled)}
      style={style}
    >
      <div className={styles.head}>
        <Title step={step} problems={problems} />
        <Summary step={step} />
        {played?.(id)}
        {figures && <Figures figures={figures} />}
      </div>
      {exits.length > 1 && (
        <div className={styles.exits}>
          {exits.map((exit) => (
            <div key={exit} className={styles.exit}>
              <ExitLabel step={step} exit={exit} />
              <Share figures={figures} exit={exit} />
            </div>
          ))}
        </div>
      )}
      {step.kind !== 'entry' && <EntryPort canEdit={isConnectable} />}
      {exits.map((exit, index) => (
        <ExitPort
          key={exit}
          from={id as StepId}
          step={step}
          exit={exit}
          y={outPortY(step, index) - 1}
          open={links?.[exit] === undefined}
          canEdit={isConnectable}
        />
      ))}
    </div>
  );
}, isSameCard);

/** React Flow also says where a card stands, with every move of a drag, which changes nothing on it. */
function isSameCard(before: NodeProps<StepNode>, now: NodeProps<StepNode>): boolean {
  return (
    before.id === now.id &&
    before.data === now.data &&
    before.selected === now.selected &&
    before.isConnectable === now.isConnectable
  );
}

interface TitleProps {
  readonly step: Step;
  readonly problems: readonly Problem[];
}

// The parts of a card are drawn again each for its own reason: with every forecast the figures of all cards are others, and nothing else.
const Title = memo(function Title({ step, problems }: TitleProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.title}>
      <Icon of={iconOf(step)} />
      <span dir="auto" className={styles.name} title={step.name}>
        {step.name}
      </span>
      {step.disabled && <span className={styles.off}>{t('editJourney.card.disabled')}</span>}
      <ProblemBadge problems={problems} />
    </div>
  );
});

const Summary = memo(function Summary({ step }: { readonly step: Step }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useWorkspace(({ journey }) => journey?.settings.currency ?? 'USD');
  return <div className={styles.summary}>{stepSummary(step, { t, format, currency })}</div>;
});

const ExitLabel = memo(function ExitLabel({ step, exit }: { readonly step: Step; readonly exit: ExitName }) {
  const { t } = useTranslation();
  return <span className={styles.exitName}>{exitLabel(step, exit, t)}</span>;
});

type StepRate = NonNullable<NonNullable<StepData['figures']>['rate']>;

function Figures({ figures }: { readonly figures: NonNullable<StepData['figures']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const absolute = useAbsoluteNumbers();
  const { entered, rate } = figures;
  const rateWords = ({ part, whole, words, branch }: StepRate) =>
    t(`editJourney.rate.${words}`, {
      rate: absolute ? format.compact(part) : format.rate(part / whole),
      branch: branch ?? '',
    });
  return (
    <Tooltip
      words={() => inFull(figures, rate && rateWords(rate), { t, format })}
      side="above"
      named
      className={styles.figures}
    >
      <span className={styles.figures}>
        <span className={styles.people}>{t('editJourney.card.in', { people: format.compact(entered) })}</span>
        {rate && <span className={styles.rate}>{rateWords(rate)}</span>}
      </span>
    </Tooltip>
  );
}

/** All people and what became of them, with what else they could be. */
function inFull(
  { entered, enteredBand, rate }: NonNullable<StepData['figures']>,
  rateWords: string | undefined,
  { t, format }: { readonly t: TFunction; readonly format: Formats },
): string {
  const isKnown = !enteredBand || enteredBand.high <= enteredBand.low;
  const people =
    t('editJourney.card.inFull', { people: format.number(entered) }) +
    (isKnown
      ? ''
      : t('editJourney.card.interval', {
          low: format.number(enteredBand.low),
          high: format.number(enteredBand.high),
        }));
  if (!rate || rateWords === undefined) return people;
  const became =
    t('editJourney.card.rateFull', {
      rate: rateWords,
      part: format.number(rate.part),
      whole: format.number(rate.whole),
    }) +
    t('editJourney.card.interval', { low: format.rate(rate.band.low), high: format.rate(rate.band.high) });
  return `${people}\n${became}`;
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

const IN_PLACE: CSSProperties = { left: 0, top: IN_PORT_Y - 1 };

const EntryPort = memo(function EntryPort({ canEdit }: { readonly canEdit: boolean }) {
  return (
    <Handle
      type="target"
      id={IN_PORT}
      position={Side.Left}
      className={classes(styles.port, styles.in)}
      style={IN_PLACE}
      isConnectable={canEdit}
    />
  );
});

interface ExitPortProps {
  readonly from: StepId;
  readonly step: Step;
  readonly exit: ExitName;
  readonly y: number;
  readonly open: boolean;
  readonly canEdit: boolean;
}

/** Where a link starts. While the exit leads nowhere it offers to add what comes next. */
const ExitPort = memo(function ExitPort({ from, step, exit, y, open, canEdit }: ExitPortProps) {
  return (
    <Handle
      type="source"
      id={exit}
      position={Side.Right}
      className={classes(styles.port, open && canEdit && styles.open)}
      style={{ left: '100%', right: 'auto', top: y }}
      isConnectable={canEdit}
    >
      {open && canEdit && <AddButton from={from} step={step} exit={exit} />}
    </Handle>
  );
});

function AddButton({ from, step, exit }: Pick<ExitPortProps, 'from' | 'step' | 'exit'>) {
  const { t } = useTranslation();
  const canvas = useCanvas();
  return (
    <button
      type="button"
      className={classes('nodrag', styles.plus)}
      aria-label={t('editJourney.card.openExit', { exit: `${step.name}, ${exitLabel(step, exit, t)}` })}
      onClick={(event) => {
        event.stopPropagation();
        canvas.pickAfter({ from, exit }, event.currentTarget);
      }}
    >
      <Icon of={Plus} size={12} />
    </button>
  );
}
