import { CHANNEL_BENCHMARKS } from '../../compile/response/benchmarks.ts';
import { CHANNELS } from '../../journey/channels.ts';

/** Whether a channel says who opened: of one that does not, no opens are counted, which is not the same as none. */
export function tellsOpens(channel: string): boolean {
  const known = CHANNELS.find((name) => name === channel);
  return known !== undefined && CHANNEL_BENCHMARKS[known].opensReported;
}
