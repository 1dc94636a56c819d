import { CHANNEL_BENCHMARKS } from '../compile/response/benchmarks.ts';
import { COMMON_BENCHMARKS } from '../compile/response/commonBenchmarks.ts';
import { type Channel, CHANNELS } from '../journey/channels.ts';
import type { ConversionRates } from '../journey/facts.ts';

/** What the linter is told of how often contacts convert: the benchmarks, as shares of what is sent. */
export const CONVERSION_BENCHMARKS: ConversionRates = {
  organicPerDay: COMMON_BENCHMARKS.organicPerDay.value,
  perSend: new Map(CHANNELS.map((channel) => [channel, perSendOn(channel)])),
};

function perSendOn(channel: Channel) {
  const { delivered, clicked, converted, clickedTriggered, convertedTriggered } = CHANNEL_BENCHMARKS[channel];
  const triggered = (clickedTriggered ?? clicked).value * (convertedTriggered ?? converted).value;
  return {
    campaign: delivered.value * clicked.value * converted.value,
    triggered: delivered.value * triggered,
  };
}
