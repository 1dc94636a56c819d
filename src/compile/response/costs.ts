import type { Channel } from '../../journey/channels.ts';
import { CHANNEL_BENCHMARKS, type Benchmark } from './benchmarks.ts';

/** Default cost of one send in currency units; for ads, of all its impressions. */
export function defaultCost(channel: Channel): Benchmark {
  const { cost, impressions } = CHANNEL_BENCHMARKS[channel];
  return { ...cost, value: cost.value * impressions };
}
