import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../state/useWorkspace.ts';

/** The tab is called after the open journey: tabs of several are told apart. */
export function useTitle(): void {
  const { t } = useTranslation();
  const name = useWorkspace(({ journey }) => journey?.name);
  const product = t('words.product');
  useEffect(() => {
    document.title = name === undefined ? product : t('shell.tabTitle', { name, product });
  }, [name, product, t]);
}
