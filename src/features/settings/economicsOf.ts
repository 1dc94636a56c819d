import type { Channel } from '../../journey/channels.ts';
import type { Economics } from '../../journey/economics.ts';
import type { Policies } from '../../journey/policies.ts';
import type { Money } from '../../journey/units.ts';
import { put } from '../../forms/optional.ts';

/** Without anything in it there is no `economics` at all. */
export function withEconomics(policies: Policies, economics: Economics): Policies {
  return put(policies, 'economics', Object.keys(economics).length === 0 ? undefined : economics);
}

/** A channel's own cost; undefined: its benchmark again. */
export function withCost(policies: Policies, channel: Channel, cost: Money | undefined): Policies {
  const { economics = {} } = policies;
  const costs = put({ ...economics.costs }, channel, cost);
  return withEconomics(
    policies,
    put(economics, 'costs', Object.keys(costs).length === 0 ? undefined : costs),
  );
}
