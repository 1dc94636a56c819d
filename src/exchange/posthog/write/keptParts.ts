import type { StepId } from '../../../journey/ids.ts';
import type { Journey } from '../../../journey/journey.ts';
import { exitsOf, type Step } from '../../../journey/steps/index.ts';
import { isObject, keptDocument, keptOf, overKept } from '../../kept.ts';
import type { Config, Edge } from '../format.ts';
import type { RawAction, ReadContext } from '../read/context.ts';
import { graphOf } from '../read/graph.ts';
import { rawActions } from '../read/groups.ts';
import { readAlone } from '../read/readAction.ts';
import { contextOf, stepIdsOf } from '../read/readFlow.ts';
import { describe } from '../slip.ts';
import type { Part } from './writing.ts';

type Json = Readonly<Record<string, unknown>>;

/** The workflow that a journey was read from, as far as it is kept. */
export interface Origin {
  /** Fields beside actions. */
  readonly document: Json | undefined;
  readonly edges: readonly KeptEdge[];
  /** The order of its actions. */
  readonly order: readonly string[];
  readonly context: ReadContext;
  /** The actions of a step; none: it is new. */
  readonly actionsOf: (step: StepId) => readonly Json[];
}

export interface KeptEdge extends Edge {
  /** As it stood there. */
  readonly raw: Json;
}

/** A journey’s file may hold anything as its origin. */
export function originOf(journey: Journey): Origin {
  const kept = keptDocument(journey, 'posthog');
  const document = isObject(kept) ? kept : undefined;
  const edges = listIn(document, 'edges').flatMap(edgeOf);
  const listed = listIn(document, 'actions').flatMap((action) =>
    isObject(action) && isName(action['id']) && typeof action['type'] === 'string'
      ? [{ id: action['id'], type: action['type'] }]
      : [],
  );
  const actions = rawActions({ actions: listed });
  const graph = graphOf(edges);
  const whole = { flow: { variables: document?.['variables'] }, actions, graph, ids: stepIdsOf(actions) };
  return {
    document,
    edges,
    order: actions.map(({ id }) => id),
    context: contextOf(whole, {}, { warn: () => undefined }),
    actionsOf: (step) => {
      const raw = keptOf(journey, 'posthog', step)?.raw;
      return (Array.isArray(raw) ? raw : [raw]).filter(
        (action): action is Json =>
          isObject(action) && isName(action['id']) && typeof action['type'] === 'string',
      );
    },
  };
}

function listIn(document: Json | undefined, key: string): readonly unknown[] {
  const list = document?.[key];
  return Array.isArray(list) ? list : [];
}

function isName(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id.length <= 200;
}

function edgeOf(raw: unknown): readonly KeptEdge[] {
  if (!isObject(raw) || !isName(raw['from']) || !isName(raw['to'])) return [];
  const { from, to, type, index } = raw;
  if (type === 'continue') return [{ from, to, type, raw }];
  return type === 'branch' && typeof index === 'number' ? [{ from, to, type, index, raw }] : [];
}

export function configOf(actions: readonly Json[]): Config {
  const config = actions[0]?.['config'];
  return isObject(config) ? config : {};
}

/** A step that is as it was read: its own action again, with the name and note that it has now. */
export function unchangedPart(raw: Json, step: Step, context: ReadContext): Part | undefined {
  const [action] = rawActions({ actions: [{ ...raw, id: String(raw['id']), type: String(raw['type']) }] });
  if (!action) return undefined;
  const reading = readAlone(action, context);
  const exits = exitsOf(step);
  if (!reading.ways.every(({ exit }) => exits.includes(exit))) return undefined;
  return { actions: [renamed(raw, action, step) as unknown as Part['actions'][number]], ways: reading.ways };
}

function renamed(raw: Json, { name, note, slip }: RawAction, step: Step): Json {
  const own = step.note ?? '';
  return {
    ...raw,
    ...(step.name !== name && { name: step.name }),
    ...(own !== note && { description: describe(own, slip) }),
  };
}

/** A part of ours over the actions that its step came from: what only they say stays. */
export function overOrigin(part: Part, origins: readonly Json[]): Part {
  const known = new Map(origins.map((action) => [action['id'], action]));
  const actions = part.actions.map((action) => {
    const kept = known.get(action.id);
    if (kept?.['type'] !== action.type) return action;
    const { created_at, updated_at, ...own } = action;
    const times = { ...(!Object.hasOwn(kept, 'created_at') && { created_at, updated_at }) };
    return overKept(withoutDesign(kept, action.config), { ...own, ...times }) as Part['actions'][number];
  });
  return { ...part, actions };
}

/** The drawing that an e-mail’s page was made of says what the page said before. */
function withoutDesign(kept: Json, config: Config): Json {
  const mail = valueAt(kept, ['config', 'inputs', 'email', 'value']);
  const ours = valueAt({ config }, ['config', 'inputs', 'email', 'value']);
  if (!isObject(mail) || !isObject(ours) || mail['html'] === ours['html']) return kept;
  const { design: _, ...value } = mail;
  const inputs = valueAt(kept, ['config', 'inputs']);
  const email = valueAt(kept, ['config', 'inputs', 'email']);
  if (!isObject(inputs) || !isObject(email) || !isObject(kept['config'])) return kept;
  return { ...kept, config: { ...kept['config'], inputs: { ...inputs, email: { ...email, value } } } };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
}
