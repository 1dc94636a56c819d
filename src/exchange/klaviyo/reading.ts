import { freshId, isId, stepId, type StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { stepOf } from '../../journey/graph.ts';
import type { Step, StepKind } from '../../journey/steps/index.ts';
import type { Draft } from '../draft.ts';
import { isObject } from '../kept.ts';
import type { Node } from './graph.ts';
import type { Known } from './knownFilters.ts';
import type { Reader } from './readCondition.ts';
import type { Json } from './types.ts';

/** What readers of actions may look at. */
export class Reading {
  readonly draft: Draft;
  readonly base: Journey | undefined;
  /** What the journey that the file was made from would be written as. */
  readonly known: Known | undefined;
  /** Of flows that a date starts: the column of that date. */
  readonly dateColumn: string | undefined;
  /** Whether contacts come in by an event: what they are sent answers it. */
  readonly isTriggered: boolean;
  /** Steps that messages become. */
  readonly messageIds: ReadonlyMap<string, StepId>;
  readonly #messages: ReadonlyMap<string, ReadonlySet<StepId>>;

  constructor(
    draft: Draft,
    nodes: ReadonlyMap<string, Node>,
    more: Pick<Reading, 'base' | 'known' | 'dateColumn' | 'isTriggered'>,
  ) {
    this.draft = draft;
    this.base = more.base;
    this.known = more.known;
    this.dateColumn = more.dateColumn;
    this.isTriggered = more.isTriggered;
    this.messageIds = idsOfMessages(nodes);
    this.#messages = namesOfMessages(nodes, this.messageIds);
  }

  /** For the conditions of one action; each doubt is told once. */
  readerAt(path: string): Reader {
    const told = new Set<string>();
    return {
      message: (said) => {
        const found = this.#messages.get(said);
        const [only] = found ?? [];
        return found?.size === 1 ? only : undefined;
      },
      doubt: (code, words) => {
        if (told.has(words)) return;
        told.add(words);
        this.draft.warn({ code, words, path });
      },
    };
  }

  doubt({ path }: Node, code: string, words: string): void {
    this.draft.warn({ code, words, path });
  }

  /** The step of the base that the action belongs to. */
  inBase<K extends StepKind>({ name }: Node, kind: K): Extract<Step, { kind: K }> | undefined {
    const step = this.base && name && stepOf(this.base, name.copyOf ?? name.own);
    return step?.kind === kind ? (step as Extract<Step, { kind: K }>) : undefined;
  }

  /** What the file calls it, else what the base does. */
  nameOf(node: Node, kind: StepKind, said: unknown, otherwise: string): string {
    if (typeof said === 'string' && said.trim() !== '') return said;
    return this.inBase(node, kind)?.name ?? otherwise;
  }
}

export function dataOf({ action }: Node): Json {
  return isObject(action.data) ? action.data : {};
}

export function messageIn(node: Node): Json {
  const { message } = dataOf(node);
  return isObject(message) ? message : {};
}

const SENDS: ReadonlySet<string> = new Set([
  'send-email',
  'send-sms',
  'send-mobile-push',
  'send-whatsapp',
  'send-webhook',
  'ab-test',
  'content-experiment',
]);

function idsOfMessages(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, StepId> {
  const taken = new Set<string>([...nodes.values()].flatMap(({ name }) => (name ? [name.own] : [])));
  const ids = new Map<string, StepId>();
  for (const { id, name, action } of nodes.values()) {
    if (!SENDS.has(action.type)) continue;
    const own =
      name && isId(name.own) && name.own !== 'latest' ? name.own : stepId(freshId(taken, 'message'));
    taken.add(own);
    ids.set(id, own);
  }
  return ids;
}

/** By the names and ids under which events know messages; copies of a message are that message. */
function namesOfMessages(
  nodes: ReadonlyMap<string, Node>,
  ids: ReadonlyMap<string, StepId>,
): ReadonlyMap<string, ReadonlySet<StepId>> {
  const found = new Map<string, Set<StepId>>();
  for (const node of nodes.values()) {
    const step = node.name?.copyOf ?? ids.get(node.id);
    const { name, id } = messageIn(node);
    for (const said of [name, id])
      if (step !== undefined && typeof said === 'string')
        found.set(said, (found.get(said) ?? new Set()).add(step));
  }
  return found;
}
