import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Part } from '../../../audience/parts.ts';
import { useFormat } from '../../../i18n/useFormat.ts';

/** “Gold”, “3 to 12”, “from 2026-03-02”, “Others”. */
export function usePartName(): (part: Part) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    ({ is }) => {
      const print = (end: number | string) => (typeof end === 'number' ? format.number(end, 2) : end);
      switch (is.kind) {
        case 'value':
          if (typeof is.value === 'boolean') return t(is.value ? 'who.yes' : 'who.no');
          return is.value === '' ? t('who.empty') : is.value;
        case 'range':
          if (is.from === undefined) return t('who.below', { below: print(is.below ?? '') });
          if (is.below === undefined) return t('who.from', { from: print(is.from) });
          return t('who.between', { from: print(is.from), below: print(is.below) });
        case 'other':
        case 'unknown':
          return t(`who.${is.kind}`);
      }
    },
    [t, format],
  );
}
