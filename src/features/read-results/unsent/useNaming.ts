import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ShownRun } from '../shownRun.ts';
import type { Naming } from './reasonWords.ts';

export function useNaming({ request: { journey, policies } }: ShownRun): Naming {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => ({ t, format, journey, policies }), [t, format, journey, policies]);
}
