import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Figures } from './figures.ts';

export function useFigures(currency: string): Figures {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => ({ t, format, currency }), [t, format, currency]);
}
