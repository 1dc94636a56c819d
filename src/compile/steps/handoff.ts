import type { Capacity, HandoffStep } from '../../journey/steps/handoff.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import type { CompileContext } from '../context.ts';
import { clockMinutes } from '../clock.ts';
import { minorUnits } from '../money.ts';
import type { AgentQueue, HandoffOp } from '../program.ts';
import { exponentialMinutes, logNormalMinutes } from '../response/delays.ts';
import { commonRate } from '../response/common.ts';
import { fromMedian, winThresholds } from '../response/sends.ts';

export function lowerHandoff(step: HandoffStep, _index: number, context: CompileContext): HandoffOp {
  const { winRate, halfLifeMinutes, value, cycleMinutes, cycleSigma } = step.opportunity;
  const currency = context.journey.settings.currency;
  const { calibration, economics } = context.run.response;
  return {
    op: 'handoff',
    serviceMinutes: step.serviceMinutes,
    slaMinutes: step.slaMinutes ?? -1,
    costMicros: Math.round(costOfHandoff(step, economics?.agentHour) * 1e6),
    queue: step.capacity && lowerQueue(step.capacity),
    winThreshold: winThresholds(winRate),
    halfLifeMinutes: Math.max(1, halfLifeMinutes),
    valueMeanMinor: minorUnits(value ?? commonRate('orderMean', calibration).value, currency),
    cycle: logNormalMinutes(fromMedian(cycleMinutes, cycleSigma)),
  };
}

/** Its own cost, else what an agent's time comes to on average, where agents are counted. */
function costOfHandoff({ costPerHandoff, capacity }: HandoffStep, agentHour = 0): number {
  return costPerHandoff ?? ((capacity?.handlingMinutes ?? 0) / 60) * agentHour;
}

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
