import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { UtmDefaults, UtmPart } from '../../../journey/utm.ts';

interface KeptDefaults {
  readonly defaults: UtmDefaults;
  /** An empty text takes the default back. */
  readonly set: (part: UtmPart, text: string) => void;
}

/** The workspace’s UTM tags for messages that have none. */
export function useUtmDefaults(): KeptDefaults {
  const store = useWorkspaceStore();
  const defaults = useWorkspace((workspace) => workspace.defaults.utm);
  const set = (part: UtmPart, text: string) => {
    const { defaults: all, changeDefaults } = store.getState();
    const { [part]: _, ...others } = all.utm;
    changeDefaults({ ...all, utm: text.trim() === '' ? others : { ...others, [part]: text } });
  };
  return { defaults, set };
}
