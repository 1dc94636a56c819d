import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../state/useWorkspace.ts';

/** Whose contacts everything is tried on. */
export function useAudienceName(): string {
  const { t } = useTranslation();
  const audience = useWorkspace((workspace) => workspace.audience);
  const imported = useWorkspace(({ audiences }) =>
    audience.kind === 'imported' ? audiences.find(({ id }) => id === audience.id)?.name : undefined,
  );
  return imported ?? t('words.sampleAudience');
}
