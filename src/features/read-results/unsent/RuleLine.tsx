import { useTranslation } from 'react-i18next';
import type { RuleCost } from '../../../analytics/dashboard/ruleCost.ts';
import type { UnsentLine } from '../../../analytics/dashboard/unsent.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ShownRun } from '../shownRun.ts';
import { directionOf, figureOf, isMoney } from './costFigures.ts';
import { ruleHeading, type Naming } from './reasonWords.ts';
import { useNaming } from './useNaming.ts';
import { useUnsentEstimate, useUnsentFigure } from './useUnsentEstimate.ts';
import type { CostedRule } from './useRuleCosts.ts';
import styles from './unsent.module.css';

interface RuleLineProps {
  readonly run: ShownRun;
  readonly rule: CostedRule;
  readonly lines: readonly UnsentLine[];
}

const TOLD = ['conversions', 'revenue', 'profit', 'unsubscribed'] as const;

/** One rule in sentences: what it keeps back, and what there would be without it. */
export function RuleLine({ run, rule, lines }: RuleLineProps) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const estimate = useUnsentEstimate(run);
  const { cost, problem, reason } = rule;
  const kept = lines.reduce((sum, line) => (line.reason === reason ? sum + line.people : sum), 0);
  const isPolicy = rule.change.policies !== undefined;
  return (
    <li>
      <h3>{ruleHeading(rule.rule, naming)}</h3>
      <p>
        <Kept kept={kept} between={reason === undefined ? undefined : estimate({ reason })} />{' '}
        {cost && (cost.same ? t('unsent.costs.same') : changesIn(cost, naming))}
        {!cost && problem !== undefined && t('unsent.costs.blocked', { problem })}
      </p>
      <p className={styles.soft}>
        {rule.rule.kind === 'holdout' && `${t('unsent.costs.toArm', { arm: rule.rule.arm })} `}
        {rule.rule.kind === 'rateLimit' && `${t('unsent.costs.delays')} `}
        <a href={isPolicy ? '#/settings/policies' : '#/'}>
          {t(isPolicy ? 'unsent.costs.settings' : 'unsent.costs.journey')}
        </a>
      </p>
    </li>
  );
}

function Kept({ kept, between }: { readonly kept: number; readonly between: Estimate | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = useUnsentFigure();
  if (kept > 0) return t('unsent.costs.keeps', { messages: figure(kept, between) });
  if (!between) return t('unsent.costs.keepsNone');
  return t('unsent.costs.keepsNoneMost', { most: format.number(Math.round(between.high)) });
}

function changesIn(cost: RuleCost, naming: Naming): string {
  const { t, format } = naming;
  const changes = TOLD.map((metric) => {
    const figure = figureOf(cost, metric);
    const direction = directionOf(figure);
    const print = (value: number) =>
      isMoney(metric)
        ? format.money(Math.round(value), naming.journey.settings.currency)
        : format.number(Math.round(value));
    // Fewer and less are told without a sign.
    const [low, high] = direction === 'fewer' ? [-figure.high, -figure.low] : [figure.low, figure.high];
    return t(`unsent.costs.${direction}.${metric}`, { low: print(low), high: print(high) });
  });
  return t('unsent.costs.without', { changes: format.list(changes) });
}
