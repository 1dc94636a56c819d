import type { HandoffStep } from '../../journey/steps/handoff.ts';
import type { CompileContext } from '../context.ts';
import { minorUnits } from '../money.ts';
import type { HandoffOp } from '../program.ts';
import { logNormalMinutes } from '../response/delays.ts';
import { COMMON_BENCHMARKS } from '../response/commonBenchmarks.ts';
import { fromMedian, winThreshold } from '../response/sends.ts';

export function lowerHandoff(step: HandoffStep, _index: number, context: CompileContext): HandoffOp {
  const { winRate, halfLifeMinutes, value, cycleMinutes, cycleSigma } = step.opportunity;
  const currency = context.journey.settings.currency;
  return {
    op: 'handoff',
    serviceMinutes: step.serviceMinutes,
    slaMinutes: step.slaMinutes ?? -1,
    costMicros: Math.round((step.costPerHandoff ?? 0) * 1e6),
    winThreshold: winThreshold(winRate, step.serviceMinutes, halfLifeMinutes),
    valueMeanMinor: minorUnits(value ?? COMMON_BENCHMARKS.orderMean.value, currency),
    cycle: logNormalMinutes(fromMedian(cycleMinutes, cycleSigma)),
  };
}
