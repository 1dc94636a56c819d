import { isObject } from '../kept.ts';
import type { MessageStep } from '../../journey/steps/message.ts';
import { type Step, STEP_DEFINITIONS, STEP_KINDS, type StepKind } from '../../journey/steps/index.ts';
import { stepSchema } from '../../journey/schema.ts';
import { fitsSlip } from './sketchMessage.ts';

type Json = Readonly<Record<string, unknown>>;

/** All of a step but its name and what `rejoin` brings: that is what must come back from a file. */
export function carried(step: Step): Json {
  const { name: _, note: __, maxPasses: ___, ...said } = step;
  switch (said.kind) {
    case 'entry': {
      if (said.trigger.type !== 'events') return said;
      const { type, event } = said.trigger;
      return { ...said, trigger: { type, event } };
    }
    case 'message':
      return carriedMessage(said);
    case 'handoff':
      return { kind: said.kind, to: said.to };
    case 'goal':
      return { kind: said.kind };
    case 'split':
    case 'experiment':
    case 'wait':
    case 'check':
    case 'escalate':
    case 'update':
    case 'exit':
      return said;
  }
}

function carriedMessage({ cost: _, response: __, occasion: ___, ...said }: Omit<MessageStep, 'name'>): Json {
  const { content, ...rest } = said;
  return content && fitsSlip(content) ? { ...rest, content } : rest;
}

const PER_DAY = 100;

/** The step that was carried, under a name; undefined: it is none. What `rejoin` may bring is as in a new step. */
export function uncarried(json: unknown, name: string): Step | undefined {
  if (!isObject(json)) return undefined;
  const kind = STEP_KINDS.find((known) => known === json['kind']);
  if (!kind) return undefined;
  const trigger = json['trigger'];
  const events = isObject(trigger) &&
    trigger['type'] === 'events' && { trigger: { perDay: PER_DAY, ...trigger } };
  const read = stepSchema.safeParse({ ...defaultsOf(kind), ...json, ...events, name });
  return read.success ? read.data : undefined;
}

function defaultsOf(kind: StepKind): Step {
  return STEP_DEFINITIONS[kind].defaults();
}

/** The same with other ids where it names steps: of a check, of rules. Without an id: any message, or the latest. */
export function withSteps(json: unknown, other: (id: string) => string | undefined): unknown {
  if (Array.isArray(json)) return json.map((part) => withSteps(part, other));
  if (!isObject(json)) return json;
  const parts = Object.fromEntries(Object.entries(json).map(([key, part]) => [key, withSteps(part, other)]));
  const { on, step } = json;
  if (json['kind'] === 'check' && typeof on === 'string' && on !== 'latest')
    return { ...parts, on: other(on) ?? 'latest' };
  if (json['kind'] !== 'behaviour' || typeof step !== 'string') return parts;
  const { step: _, ...any } = parts;
  const named = other(step);
  return named === undefined ? any : { ...any, step: named };
}
