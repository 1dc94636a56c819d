import { stepEntries, stepOf } from '../journey/graph.ts';
import type { Goal, Journey } from '../journey/journey.ts';
import type { EntryStep } from '../journey/steps/entry.ts';
import type { EscalateStep } from '../journey/steps/escalate.ts';
import type { Step } from '../journey/steps/index.ts';
import type { Send } from '../journey/steps/message.ts';

/**
 * An imported journey with what no platform keeps taken from the journey that its file was made from: what a rehearsal supposes (how many
 * events, rates, costs, what an hour of sales is worth), when it is, and what it counts. Steps are the same by their ids.
 */
export function rejoin(imported: Journey, base: Journey): Journey {
  const steps = Object.fromEntries(
    stepEntries(imported).map(([id, step]) => [id, rejoinStep(step, stepOf(base, id))]),
  );
  const { start, horizonMinutes, zone, currency, heterogeneity, maxPasses, priority, target } = base.settings;
  const { target: _, ...settings } = imported.settings;
  return {
    ...imported,
    ...(base.brief !== undefined && { brief: base.brief }),
    settings: {
      ...settings,
      ...{ start, horizonMinutes, zone, currency, heterogeneity, maxPasses, priority },
      ...(target && { target }),
      goals: goalsFor(imported, base),
    },
    steps,
  };
}

function rejoinStep(step: Step, base: Step | undefined): Step {
  if (base?.kind !== step.kind) return step;
  const noted = { ...step, ...(base.note !== undefined && { note: base.note }) };
  const bounded = { ...noted, ...(base.maxPasses !== undefined && { maxPasses: base.maxPasses }) };
  if (bounded.kind === 'handoff' && base.kind === 'handoff')
    return { ...base, name: bounded.name, to: bounded.to };
  if (bounded.kind === 'entry' && base.kind === 'entry') return rejoinEntry(bounded, base);
  if (bounded.kind === 'message' && base.kind === 'message') return supposed(bounded, base);
  if (bounded.kind === 'goal' && base.kind === 'goal')
    return { ...bounded, ...(base.conversion && { conversion: base.conversion }) };
  return bounded.kind === 'escalate' && base.kind === 'escalate' ? rejoinRungs(bounded, base) : bounded;
}

function rejoinEntry(step: EntryStep, { trigger }: EntryStep): EntryStep {
  if (step.trigger.type !== 'events' || trigger.type !== 'events') return step;
  const { perDay, hourProfile } = trigger;
  return { ...step, trigger: { ...step.trigger, perDay, ...(hourProfile && { hourProfile }) } };
}

function rejoinRungs(step: EscalateStep, base: EscalateStep): EscalateStep {
  const rungs = step.rungs.map((rung, index) => {
    const was = base.rungs[index];
    return was && was.channel === rung.channel ? supposed(rung, was) : rung;
  });
  return { ...step, rungs };
}

/** Rates, costs and the benchmark that a send goes by are nothing that a platform knows. */
function supposed<S extends Pick<Send, 'occasion' | 'cost' | 'response'>>(send: S, base: S): S {
  const { cost: _, response: __, ...rest } = send;
  return {
    ...(rest as S),
    occasion: base.occasion,
    ...(base.cost !== undefined && { cost: base.cost }),
    ...(base.response !== undefined && { response: base.response }),
  };
}

/** What is counted, as far as the imported journey still has the steps that it is counted at. */
function goalsFor(imported: Journey, base: Journey): readonly Goal[] {
  const goals = base.settings.goals.filter(({ on }) => on.kind !== 'step' || stepOf(imported, on.step));
  return goals.length > 0 ? goals : imported.settings.goals;
}
