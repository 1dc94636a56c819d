import type { Channel } from '../../journey/channels.ts';
import { NO_RESPONSE, RESPONSES, type Response } from '../../journey/steps/check.ts';
import { ACCEPTED, type HandoffStep, MISSED } from '../../journey/steps/handoff.ts';
import { EXHAUSTED, SENT } from '../../journey/steps/escalate.ts';
import { type Step, STEP_DEFINITIONS, type StepKind } from '../../journey/steps/index.ts';
import type { Send } from '../../journey/steps/message.ts';
import { tagOf } from '../tagOf.ts';
import { channelsIn } from './channelWords.ts';
import { durationIn } from './durations.ts';
import type { Built, Drawn } from './drawn.ts';
import { type CheckExit, isPositive, responsesIn } from './responseWords.ts';
import { buildExperiment, buildSplit } from './buildBranches.ts';

export function buildStep(kind: StepKind, drawn: Drawn): Built {
  const { name, onward } = drawn;
  const byNext = onward.map((edge) => ({ exit: 'next', edge }));
  switch (kind) {
    case 'entry':
    case 'goal':
      return { step: { ...STEP_DEFINITIONS[kind].defaults(), name }, ways: byNext };
    case 'message':
      return {
        step: { ...STEP_DEFINITIONS.message.defaults(), name, channel: channelsIn(name)[0] ?? 'email' },
        ways: byNext,
      };
    case 'wait':
      return { step: waitNamed(name), ways: byNext };
    case 'update':
      return {
        step: { ...STEP_DEFINITIONS.update.defaults(), name, changes: [changeFor(name)] },
        ways: byNext,
      };
    case 'exit':
      return { step: { ...STEP_DEFINITIONS.exit.defaults(), name }, ways: [] };
    case 'split':
      return buildSplit(drawn);
    case 'experiment':
      return buildExperiment(drawn);
    case 'check':
      return buildCheck(drawn);
    case 'escalate':
      return {
        step: { ...STEP_DEFINITIONS.escalate.defaults(), name, ...rungs(name) },
        ways: onward.map((edge) => ({ exit: escalateExit(edge.label), edge })),
      };
    case 'handoff':
      return {
        step: { ...STEP_DEFINITIONS.handoff.defaults(), name, to: handoffTo(name) },
        ways: onward.map((edge) => ({ exit: handoffExit(edge.label), edge })),
      };
  }
}

function waitNamed(name: string): Step {
  const wait = STEP_DEFINITIONS.wait.defaults();
  const minutes = durationIn(name);
  return { ...wait, name, ...(minutes && { until: { type: 'duration', minutes } }) };
}

function changeFor(name: string) {
  if (!/suppress|block ?list|do[- ]not|unsubscri|opt[- ]?out/i.test(name))
    return { type: 'addTag', tag: tagOf(name) } as const;
  return { type: 'suppress', channel: channelsIn(name)[0] ?? 'all' } as const;
}

function rungs(name: string): { readonly rungs?: readonly Send[] } {
  const channels: readonly Channel[] = channelsIn(name);
  return channels.length > 0 ? { rungs: channels.map((channel) => ({ channel, occasion: 'campaign' })) } : {};
}

function escalateExit(label: string): string {
  return /exhaust|\bnone\b|\bno\b|\bfail|give up|gave up|unreach/i.test(label) ? EXHAUSTED : SENT;
}

function handoffTo(name: string): HandoffStep['to'] {
  if (/call[- ]?cent|contact[- ]?cent/i.test(name)) return 'call-centre';
  return /\bcrm\b/i.test(name) && !/\bsales\b/i.test(name) ? 'crm' : 'sales';
}

function handoffExit(label: string): string {
  return /miss|reject|declin|\bno\b|\bnot\b|\blost\b|fail/i.test(label) ? MISSED : ACCEPTED;
}

function buildCheck({ name, onward }: Drawn): Built {
  const taken = new Set<string>();
  const ways = onward.flatMap((edge) => {
    const meant = meantBy(edge.label, name, taken);
    const free = meant.filter((exit) => !taken.has(exit));
    for (const exit of free) taken.add(exit);
    const exits = free.length > 0 ? free : meant.slice(0, 1);
    return exits.map((exit) => ({ exit, edge }));
  });
  const responses = RESPONSES.filter((response) => taken.has(response));
  const windowMinutes =
    onward.map(({ label }) => durationIn(label)).find((found) => found) ?? durationIn(name);
  const check = STEP_DEFINITIONS.check.defaults();
  return {
    step: {
      ...check,
      name,
      responses: responses.length > 0 ? responses : check.responses,
      ...(windowMinutes && { windowMinutes }),
    },
    ways,
  };
}

/** An arrow that says nothing is “no response” if no other is, and any answer if one is already. */
function meantBy(label: string, question: string, taken: ReadonlySet<string>): readonly CheckExit[] {
  const named = responsesIn(label);
  if (named.length > 0) return named;
  if (!isPositive(label) && !taken.has(NO_RESPONSE)) return [NO_RESPONSE];
  const asked = responsesIn(question).filter((exit): exit is Response => exit !== NO_RESPONSE);
  return asked.length > 0 ? asked : ['clicked', 'opened'];
}
