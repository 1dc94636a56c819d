import type { Economics } from '../../journey/economics.ts';
import type { Send } from '../../journey/steps/message.ts';
import { CHANNEL_BENCHMARKS, sourceOf } from './benchmarks.ts';
import type { Rate } from './rates.ts';

/** What one send costs in currency units, of ads one impression: the message's own cost, else the workspace's, else the benchmark. */
export function costOf({ channel, cost }: Pick<Send, 'channel' | 'cost'>, economics: Economics = {}): Rate {
  if (cost !== undefined) return { value: cost, source: 'journey', reference: 'this message' };
  const own = economics.costs?.[channel];
  if (own !== undefined) return { value: own, source: 'yours', reference: 'your settings' };
  const known = CHANNEL_BENCHMARKS[channel].cost;
  return { ...known, source: sourceOf(known) };
}
