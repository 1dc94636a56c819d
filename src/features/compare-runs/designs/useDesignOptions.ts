import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { Option } from '../../../ui/Select.tsx';
import { clipped } from '../../../legend/diff/plainWords.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { NOW, refOf, UNTOUCHED, type DesignRef } from './designRef.ts';

/** Everything that can be compared, by what it is. */
export function useDesignOptions(scenarios: readonly Scenario[]): readonly Option<DesignRef>[] {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const journey = useWorkspace((workspace) => workspace.journey);
  const versions = useWorkspace((workspace) => workspace.versions);
  const library = useWorkspace((workspace) => workspace.library);
  const open = journey?.id;
  useEffect(() => {
    // What cannot be read is not offered; the versions’ own dialog says why.
    if (open !== undefined)
      store
        .getState()
        .listVersions()
        .catch(() => undefined);
  }, [store, open]);
  return useMemo(() => {
    const group = (kind: 'now' | 'version' | 'scenario' | 'journey') =>
      t(`compareRuns.designs.group.${kind}`);
    return [
      { value: NOW, label: t('compareRuns.designs.now'), group: group('now') },
      { value: UNTOUCHED, label: t('compareRuns.designs.untouched'), group: group('now') },
      ...(versions ?? []).map(({ id, name }) => ({
        value: refOf('version', id),
        label: clipped(name),
        group: group('version'),
      })),
      ...scenarios.map(({ id, name }) => ({
        value: refOf('scenario', id),
        label: clipped(name),
        group: group('scenario'),
      })),
      ...library
        .filter(({ id }) => id !== open)
        .map(({ id, name }) => ({
          value: refOf('journey', id),
          label: clipped(name),
          group: group('journey'),
        })),
    ];
  }, [t, versions, scenarios, library, open]);
}
