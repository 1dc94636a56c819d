import type { Policies } from '../../../journey/policies.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';

export type ChangePolicies = (policies: Policies, field?: string) => void;

/** The policies and what changes them; `field` names what is being typed into, so that typing becomes one change. */
export function usePolicies(): readonly [Policies, ChangePolicies] {
  const store = useWorkspaceStore();
  const policies = useWorkspace((workspace) => workspace.policies);
  const change: ChangePolicies = (next, field) =>
    store.getState().changePolicies(next, field === undefined ? {} : { merge: `policies.${field}` });
  return [policies, change];
}
