import { useWorkspace } from '../../state/useWorkspace.ts';

/** In which amounts are shown: the open journey's, else that of new ones. */
export function useCurrency(): string {
  return useWorkspace(({ journey, defaults }) => journey?.settings.currency ?? defaults.currency);
}
