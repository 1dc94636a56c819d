import type { Capacity, HandoffStep } from '../../journey/steps/handoff.ts';
import type { CompileContext } from '../context.ts';
import { clockMinutes } from '../clock.ts';
import { minorUnits } from '../money.ts';
import type { AgentQueue, HandoffOp } from '../program.ts';
import { exponentialMinutes, logNormalMinutes } from '../response/delays.ts';
import { COMMON_BENCHMARKS } from '../response/commonBenchmarks.ts';
import { fromMedian, winThresholds } from '../response/sends.ts';

export function lowerHandoff(step: HandoffStep, _index: number, context: CompileContext): HandoffOp {
  const { winRate, halfLifeMinutes, value, cycleMinutes, cycleSigma } = step.opportunity;
  const currency = context.journey.settings.currency;
  return {
    op: 'handoff',
    serviceMinutes: step.serviceMinutes,
    slaMinutes: step.slaMinutes ?? -1,
    costMicros: Math.round((step.costPerHandoff ?? 0) * 1e6),
    queue: step.capacity && lowerQueue(step.capacity),
    winThreshold: winThresholds(winRate),
    halfLifeMinutes: Math.max(1, halfLifeMinutes),
    valueMeanMinor: minorUnits(value ?? COMMON_BENCHMARKS.orderMean.value, currency),
    cycle: logNormalMinutes(fromMedian(cycleMinutes, cycleSigma)),
  };
}

const MINUTES_PER_DAY = 1440;

function lowerQueue({ agents, handlingMinutes, handlingSpread, hours }: Capacity): AgentQueue {
  const seconds = handlingMinutes * 60;
  return {
    agents,
    handling:
      handlingSpread === 'constant' ? new Float64Array(1025).fill(seconds) : exponentialMinutes(seconds),
    hours: (hours ? [...new Set(hours.weekdays)] : [])
      .sort((a, b) => a - b)
      .map((day) => {
        const midnight = day * MINUTES_PER_DAY;
        return [midnight + clockMinutes(hours!.from), midnight + clockMinutes(hours!.until)] as const;
      }),
    pauses: false,
  };
}
