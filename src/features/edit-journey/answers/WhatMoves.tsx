import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Assumption, Design } from '../../../compile/response/assumption.ts';
import { assumptionsOf } from '../../../compile/response/assumptions.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { GhostLine } from '../ghost/Comparison.tsx';
import { useDifferences } from '../ghost/useDifferences.ts';
import { AssumptionLine } from './AssumptionLine.tsx';
import { sizeOf } from '../../../state/swings.ts';
import { useSwings, type SwingsState } from './useSwings.ts';
import styles from './answers.module.css';

interface WhatMovesProps {
  readonly metric: PairedMetric;
  readonly journey: Journey;
  readonly onShow: (id: StepId) => void;
}

/** The numbers that a figure rests on, most moving first, each to be changed here. */
export function WhatMoves({ metric, journey, onShow }: WhatMovesProps) {
  const { t } = useTranslation();
  const policies = useWorkspace((workspace) => workspace.policies);
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const schema = useWorkspace((workspace) => workspace.schema);
  const design = useMemo(() => ({ journey, policies, calibration }), [journey, policies, calibration]);
  const swings = useSwings(metric);
  const stale = swings.of !== undefined && !isOf(swings.of, design);
  const moving = assumptionsOf(design, schema).filter(({ moves }) => moves.includes(metric));
  const lines = inOrder(moving, metric, swings);
  const widest = Math.max(0, ...lines.map((one) => sizeOf(one, metric, swings.swings) ?? 0));
  const known = moving.filter(({ id }) => swings.swings[id]).length;
  return (
    <>
      <Now metric={metric} journey={journey} />
      <p className={styles.soft}>{t('answers.moves.about')}</p>
      <p role="status" className={classes(styles.about, stale ? styles.stale : styles.soft)}>
        {swings.error !== undefined ? (
          t('answers.moves.failed', { words: swings.error })
        ) : swings.of === undefined && !swings.working ? (
          t('answers.moves.blocked')
        ) : swings.working ? (
          t('answers.moves.working', { known, all: moving.length })
        ) : stale ? (
          <>
            <span>{t('answers.moves.stale')}</span>
            <Button small onClick={swings.again}>
              {t('answers.moves.again')}
            </Button>
          </>
        ) : (
          t('answers.moves.done')
        )}
      </p>
      <ul className={styles.list}>
        {lines.map((assumption) => (
          <AssumptionLine
            key={assumption.id}
            assumption={assumption}
            design={design}
            metric={metric}
            swing={swings.swings[assumption.id]}
            widest={widest}
            onShow={onShow}
          />
        ))}
      </ul>
    </>
  );
}

function isOf(of: NonNullable<SwingsState['of']>, { journey, policies, calibration }: Design): boolean {
  return (
    sameJson(of.calibration, calibration) &&
    sameJson(of.policies, policies) &&
    of.journey?.steps === journey.steps &&
    of.journey.links === journey.links &&
    of.journey.settings === journey.settings
  );
}

/** Lines keep their places while they are worked out; then the one that moves most comes first. */
function inOrder(
  moving: readonly Assumption[],
  metric: PairedMetric,
  { swings, working }: SwingsState,
): readonly Assumption[] {
  if (working) return moving;
  const size = (one: Assumption) => sizeOf(one, metric, swings) ?? -1;
  return moving.toSorted((a, b) => size(b) - size(a));
}

/** The figure itself, and what the last change did to it. */
function Now({ metric, journey }: { readonly metric: PairedMetric; readonly journey: Journey }) {
  const format = useFormat();
  const report = useWorkspace(({ forecast }) => forecast.report);
  const differences = useDifferences();
  if (!report) return null;
  const { value } = report.totals[metric];
  const isMoney = metric !== 'conversions' && metric !== 'unsubscribed';
  return (
    <div className={styles.now}>
      <strong>
        {isMoney ? format.money(Math.round(value), journey.settings.currency) : format.number(value)}
      </strong>
      <span role="status">
        {differences && <GhostLine differences={differences} journey={journey} metric={metric} />}
      </span>
    </div>
  );
}
