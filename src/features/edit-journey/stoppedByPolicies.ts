import type { Report } from '../../analytics/report.ts';

const STOPPING = ['caps', 'quiet', 'priority', 'budget'] as const;
type Stopping = (typeof STOPPING)[number];

/** Due messages that the workspace's policies stopped, by policy; those that stopped none are left out. */
export function stoppedByPolicies({ messages }: Pick<Report, 'messages'>): ReadonlyMap<Stopping, number> {
  const stopped = new Map<Stopping, number>();
  for (const { unsent } of messages)
    for (const [reason, times] of Object.entries(unsent)) {
      const policy = STOPPING.find((one) => one === (reason.startsWith('cap:') ? 'caps' : reason));
      if (policy) stopped.set(policy, (stopped.get(policy) ?? 0) + times);
    }
  return stopped;
}
