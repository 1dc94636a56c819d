import { useTranslation } from 'react-i18next';
import type { words } from './en/words.ts';
import { useFormat } from './useFormat.ts';

/** Why figures of a sample are only near: what its contacts share. */
export function useApproximation(
  shared: readonly (keyof typeof words.shared)[] | undefined,
): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  if (shared === undefined) return undefined;
  return t('words.approximateBecause', {
    shared: format.list(shared.map((what) => t(`words.shared.${what}`))),
  });
}
