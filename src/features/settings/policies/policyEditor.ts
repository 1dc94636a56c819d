import type { Policies } from '../../../journey/policies.ts';
import type { PolicyDoubt } from './policyDoubts.ts';
import type { ChangePolicies } from './usePolicies.ts';
import type { PolicyEffects } from './usePolicyEffects.ts';

/** What every editor of policies gets. */
export interface PolicyEditorProps {
  readonly policies: Policies;
  readonly onChange: ChangePolicies;
  readonly doubts: ReadonlyMap<string, PolicyDoubt>;
  readonly effects: PolicyEffects;
}
