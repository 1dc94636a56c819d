import type { AgentQueue, Program, ProgramStep } from '../compile/program.ts';

/**
 * The Program for a sample of `n` of `of` contacts: what contacts share is scaled so that each has as much of it. Agents come in whole
 * numbers; their handling times make up for the rounding.
 */
export function scaleCapacity(program: Program, n: number, of: number): Program {
  if (!program.chronological || n >= of || n === 0) return program;
  const share = n / of;
  const { budgets, rateLimits } = program.policies;
  return {
    ...program,
    policies: {
      ...program.policies,
      budgets: budgets.map((budget) => ({ ...budget, micros: Math.floor(budget.micros * share) })),
      rateLimits: rateLimits.map((limit) => ({ ...limit, ...scaleRate(limit, share) })),
    },
    journeys: program.journeys.map((journey) => ({
      ...journey,
      steps: journey.steps.map((step) => scaleStep(step, share)),
    })),
  };
}

type Rate = Pick<Program['policies']['rateLimits'][number], 'max' | 'perMinutes'>;

/** Rates further off than this are worth a longer window. */
const NEAR = 0.01;
const MOST_WINDOWS = 60;

/** A whole number of messages in whole minutes, as near to the sample's share of the rate as needed: over one window or, if it must be, several. */
function scaleRate({ max, perMinutes }: Rate, share: number): Rate {
  const rate = (max * share) / perMinutes;
  let best: Rate = { max, perMinutes };
  let off = Infinity;
  for (let windows = 1; windows <= MOST_WINDOWS && off > NEAR; windows++) {
    const most = Math.max(1, Math.round(max * share * windows));
    const minutes = Math.max(1, Math.round(most / rate));
    const wrong = Math.abs(most / minutes / rate - 1);
    if (wrong >= off) continue;
    best = { max: most, perMinutes: minutes };
    off = wrong;
  }
  return best;
}

function scaleStep(step: ProgramStep, share: number): ProgramStep {
  const { op } = step;
  if (op.op !== 'handoff' || op.queue === undefined) return step;
  return { ...step, op: { ...op, queue: scaleQueue(op.queue, share) } };
}

function scaleQueue(queue: AgentQueue, share: number): AgentQueue {
  const agents = Math.max(1, Math.round(queue.agents * share));
  const slower = agents / (queue.agents * share);
  const handling = queue.handling.map((seconds) => seconds * slower);
  // One call of a stretched agent may be longer than a day of work: the nights must not count.
  return { ...queue, agents, handling, pauses: true };
}
