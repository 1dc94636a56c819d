import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { useRuleCount } from '../counts/useRuleCount.ts';
import type { Comparison } from '../../../../journey/rules.ts';
import styles from './rules.module.css';

/** Says that no contact has a number as high, or as low, as the one compared with: a slip of the finger, or another unit. */
export function RangeNote({ rule }: { readonly rule: Comparison }) {
  const { column, value } = rule;
  const asHigh = useSide(column, 'atLeast', value);
  const asLow = useSide(column, 'atMost', value);
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof value !== 'number' || (asHigh !== 0 && asLow !== 0) || asHigh === asLow) return null;
  return (
    <p className={styles.words} dir="auto">
      {t(asHigh === 0 ? 'inspectors.rule.aboveAll' : 'inspectors.rule.belowAll', {
        column,
        value: format.number(value, 6),
      })}
    </p>
  );
}

/** Contacts with a number on this side of the value; undefined while that is not known. */
function useSide(column: string, operator: 'atLeast' | 'atMost', value: Comparison['value']) {
  const rule = useMemo(
    (): Comparison => ({ kind: 'column', column, operator, value: value ?? 0 }),
    [column, operator, value],
  );
  const { count, isStale } = useRuleCount(rule);
  return isStale ? undefined : count;
}
