import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../../ui/classes.ts';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { movingOf, whenKnown, type Known } from '../../../../journey/whenKnown.ts';
import type { Rule } from '../../../../journey/rules.ts';
import { useJourney } from '../useSurroundings.ts';
import { useRuleCount } from './useRuleCount.ts';
import styles from './counts.module.css';

interface RuleShareProps {
  readonly id?: string;
  readonly rule: Rule;
  /** Of whom the share is taken; absent: of the whole audience. */
  readonly of?: Rule;
}

/** “12 340 of 100 000 contacts, 12.3 %” of the chosen audience. Takes its line from the start, so that nothing moves when it is known. */
export function RuleShare({ id, rule, of }: RuleShareProps) {
  const { t } = useTranslation();
  const known = useKnown(rule);
  if (known === 'running')
    return (
      <p id={id} className={styles.count}>
        {t(of ? 'inspectors.count.takenRunning' : 'inspectors.count.running')}
      </p>
    );
  return (
    <KnownShare
      {...(id === undefined ? {} : { id })}
      rule={rule}
      {...(of ? { of } : {})}
      atStart={known === 'start'}
    />
  );
}

const EVERYONE: Rule = { kind: 'all', rules: [] };

function KnownShare({ id, rule, of, atStart }: RuleShareProps & { readonly atStart: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const part = useRuleCount(rule);
  const rest = useRuleCount(of ?? EVERYONE);
  const isStale = part.isStale || rest.isStale;
  const values =
    part.count === undefined || rest.count === undefined
      ? undefined
      : {
          part: format.number(part.count),
          whole: format.number(rest.count),
          share: format.rate(rest.count === 0 ? 0 : part.count / rest.count),
        };
  const words = values && t(of ? 'inspectors.count.ofLeft' : 'inspectors.count.ofAll', values);
  return (
    <p id={id} className={classes(styles.count, isStale && styles.stale)} aria-busy={isStale}>
      {words && (atStart ? t('inspectors.count.atStart', { words }) : words)}
    </p>
  );
}

function useKnown(rule: Rule): Known {
  const steps = useJourney()?.steps;
  const moving = useMemo(() => movingOf(Object.values(steps ?? {})), [steps]);
  return useMemo(() => whenKnown(rule, moving), [rule, moving]);
}
