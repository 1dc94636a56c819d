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
      rateLimits: rateLimits.map((limit) => {
        const max = limit.max * share;
        if (max >= 1) return { ...limit, max: Math.round(max) };
        return { ...limit, max: 1, perMinutes: Math.round(limit.perMinutes / max) };
      }),
    },
    journeys: program.journeys.map((journey) => ({
      ...journey,
      steps: journey.steps.map((step) => scaleStep(step, share)),
    })),
  };
}

function scaleStep(step: ProgramStep, share: number): ProgramStep {
  const { op } = step;
  if (op.op !== 'handoff' || op.queue === undefined) return step;
  return { ...step, op: { ...op, queue: scaleQueue(op.queue, share) } };
}

function scaleQueue(queue: AgentQueue, share: number): AgentQueue {
  const agents = Math.max(1, Math.round(queue.agents * share));
  const slower = agents / (queue.agents * share);
  return { ...queue, agents, handling: queue.handling.map((seconds) => seconds * slower) };
}
