import { ADDRESSED_CHANNELS, type Channel } from '../../journey/channels.ts';
import { linksInto, reachableFrom, stepEntries, stepOf, successorsOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { EXHAUSTED, type EscalateStep, SENT } from '../../journey/steps/escalate.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { MessageStep } from '../../journey/steps/message.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { copyId } from './copyId.ts';
import type { Lacks } from './lowered.ts';
import { type LoopBounds, loopBounds } from './loopBounds.ts';
import { pointAt, referredSends } from './pointAt.ts';

export interface Unfolded {
  readonly journey: Journey;
  /** Step → its copies, in the order in which contacts first come to them. */
  readonly copies: ReadonlyMap<StepId, readonly StepId[]>;
}

export class TooManySteps extends Error {
  override readonly name = 'TooManySteps';
}

/**
 * The journey as the ways that a contact can take through it, told apart by what the platform cannot remember: how often it came to a step
 * of a loop, which rung is next, which arm it was given there, and which copy of a message was the last. Throws `TooManySteps`.
 */
export function unfold(journey: Journey, lacks: Lacks): Unfolded {
  const bounds = loopBounds(journey);
  let copied: ReadonlySet<StepId> = new Set();
  for (;;) {
    const unfolded = new Unfolding(journey, lacks, bounds, copied).unfolded();
    // A check must find the copy that its contact was sent: where there are several, ways with different ones stay apart.
    const more = [...referredSends(journey)].filter(
      (id) => !copied.has(id) && (unfolded.copies.get(id)?.length ?? 0) > 1,
    );
    if (more.length === 0 || lacks.joins === 'clone') return unfolded;
    copied = new Set([...copied, ...more]);
  }
}

/** What is remembered of a contact on its way. Of loops only the one it is in. */
interface Memory {
  readonly loop: ReadonlySet<StepId> | undefined;
  readonly arrivals: ReadonlyMap<StepId, number>;
  readonly rungs: ReadonlyMap<StepId, number>;
  readonly arms: ReadonlyMap<StepId, ExitName>;
  readonly last: ReadonlyMap<StepId, StepId>;
}

const NOTHING: Memory = {
  loop: undefined,
  arrivals: new Map(),
  rungs: new Map(),
  arms: new Map(),
  last: new Map(),
};

class Unfolding {
  readonly #journey: Journey;
  readonly #lacks: Lacks;
  readonly #bounds: LoopBounds;
  readonly #referred: ReadonlyMap<StepId, readonly StepId[]>;
  readonly #known = new Map<string, StepId>();
  readonly #steps: Record<StepId, Step> = {};
  readonly #links: Record<StepId, Record<ExitName, StepId>> = {};
  readonly #copies = new Map<StepId, StepId[]>();
  /** Checks and the copy of their message that was last on the way to them. */
  readonly #seen = new Map<StepId, StepId | undefined>();
  readonly #taken: Set<string>;

  constructor(journey: Journey, lacks: Lacks, bounds: LoopBounds, copied: ReadonlySet<StepId>) {
    this.#journey = journey;
    this.#lacks = lacks;
    this.#bounds = bounds;
    this.#referred = referredAhead(journey, copied);
    this.#taken = new Set(Object.keys(journey.steps));
  }

  unfolded(): Unfolded {
    for (const [id, { kind }] of stepEntries(this.#journey)) if (kind === 'entry') this.#arrive(id, NOTHING);
    const plain = { ...this.#journey, steps: this.#steps, links: this.#links };
    return { journey: pointAt(plain, this.#copies, this.#seen), copies: this.#copies };
  }

  /** The copy that a contact with this memory comes to; undefined: it leaves the journey instead. */
  #arrive(id: StepId, before: Memory): StepId | undefined {
    const step = stepOf(this.#journey, id);
    if (!step) return undefined;
    const memory = this.#counted(id, within(before, this.#bounds.loopOf(id)));
    if (!memory) return undefined;
    const arm = memory.arms.get(id);
    if (arm !== undefined) return this.#follow(id, arm, memory);
    const key = this.#keyOf(id, memory);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const first =
      step.kind === 'escalate' && this.#lacks.ladders === 'expand'
        ? this.#climb({ id, step, key }, memory.rungs.get(id) ?? 0, memory)
        : this.#copy(id, step, key, memory);
    // Copies are shared with ways that lead back only: what comes together is written out for each way.
    if (this.#lacks.joins === 'clone') this.#known.delete(key);
    return first;
  }

  #counted(id: StepId, memory: Memory): Memory | undefined {
    if (this.#lacks.loops !== 'unroll' || !this.#bounds.isCounted(id)) return memory;
    const arrivals = (memory.arrivals.get(id) ?? 0) + 1;
    if (arrivals > this.#bounds.boundOf(id)) return undefined;
    return { ...memory, arrivals: new Map(memory.arrivals).set(id, arrivals) };
  }

  #copy(id: StepId, step: Step, key: string, memory: Memory): StepId {
    const copy = this.#put(id, step);
    this.#known.set(key, copy);
    if (step.kind === 'check' && step.on !== 'latest') this.#seen.set(copy, memory.last.get(step.on));
    const sent = step.kind === 'message' || step.kind === 'escalate' ? remember(memory, id, copy) : memory;
    const sticks = step.kind === 'experiment' && this.#lacks.loops === 'unroll' && memory.loop !== undefined;
    for (const exit of exitsOf(step)) {
      const onward = sticks ? { ...sent, arms: new Map(sent.arms).set(id, exit) } : sent;
      this.#link(copy, exit, this.#follow(id, exit, onward));
    }
    return copy;
  }

  /** One visit of a ladder, from the rung `from` up: a question whether the contact can get the rung, the message, or the next question. */
  #climb(ladder: Ladder, from: number, memory: Memory): StepId | undefined {
    const { id, step, key } = ladder;
    const rung = step.rungs[from];
    const onLoop = memory.loop !== undefined;
    const pointed = (next: number) =>
      onLoop ? { ...memory, rungs: new Map(memory.rungs).set(id, next) } : memory;
    if (!rung) return this.#follow(id, EXHAUSTED, pointed(step.rungs.length));
    const message = this.#put(id, messageOf(step, from));
    const question = needsConsent(rung.channel) ? this.#put(id, questionOf(step, rung.channel)) : undefined;
    this.#known.set(key, question ?? message);
    this.#link(message, 'next', this.#follow(id, SENT, remember(pointed(from + 1), id, message)));
    if (question === undefined) return message;
    this.#link(question, YES, message);
    this.#link(question, ELSE, this.#climb({ ...ladder, key: `${key}>${from + 1}` }, from + 1, memory));
    return question;
  }

  #follow(id: StepId, exit: ExitName, memory: Memory): StepId | undefined {
    const to = this.#journey.links[id]?.[exit];
    return to === undefined ? undefined : this.#arrive(to, memory);
  }

  #link(from: StepId, exit: ExitName, to: StepId | undefined): void {
    if (to !== undefined) (this.#links[from] ??= {})[exit] = to;
  }

  #put(id: StepId, step: Step): StepId {
    const before = this.#copies.get(id);
    const copy = before ? copyId(id, this.#taken) : id;
    if (before) before.push(copy);
    else this.#copies.set(id, [copy]);
    this.#steps[copy] = step;
    if (Object.keys(this.#steps).length > this.#lacks.mostSteps) throw new TooManySteps();
    return copy;
  }

  #keyOf(id: StepId, { arrivals, rungs, arms, last }: Memory): string {
    const ahead = (this.#referred.get(id) ?? []).map((message) => [message, last.get(message) ?? '']);
    return JSON.stringify([id, listed(arrivals), listed(rungs), listed(arms), ahead]);
  }
}

interface Ladder {
  readonly id: StepId;
  readonly step: EscalateStep;
  readonly key: string;
}

const YES = 'yes';

function needsConsent(channel: Channel): boolean {
  const addressed: readonly Channel[] = ADDRESSED_CHANNELS;
  return addressed.includes(channel);
}

function questionOf(step: EscalateStep, channel: Channel): Step {
  const rule = { kind: 'consent', channel } as const;
  return { kind: 'split', name: `${step.name}: ${channel}?`, branches: [{ id: YES, name: 'Yes', rule }] };
}

function messageOf(step: EscalateStep, rung: number): MessageStep {
  const { obeysCaps, countsTowardCaps, tags, rungs } = step;
  const { channel, ...send } = rungs[rung] ?? { channel: 'email', occasion: 'triggered' };
  return {
    kind: 'message',
    name: `${step.name}: ${channel}`,
    channel,
    ...send,
    obeysCaps,
    countsTowardCaps,
    ...(tags && { tags }),
    transactional: false,
  };
}

function within(memory: Memory, loop: ReadonlySet<StepId> | undefined): Memory {
  return memory.loop === loop ? memory : { ...NOTHING, loop, last: memory.last };
}

function remember(memory: Memory, message: StepId, copy: StepId): Memory {
  return { ...memory, last: new Map(memory.last).set(message, copy) };
}

function listed<V>(record: ReadonlyMap<StepId, V>): readonly (readonly [StepId, V])[] {
  return [...record].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Step → the messages that checks from there on look at, of those that have several copies. */
function referredAhead(
  journey: Journey,
  copied: ReadonlySet<StepId>,
): ReadonlyMap<StepId, readonly StepId[]> {
  const ahead = new Map<StepId, StepId[]>();
  const backward = new Map(
    [...successorsOf(journey).keys()].map((id) => [
      id,
      (linksInto(journey).get(id) ?? []).map(({ from }) => from),
    ]),
  );
  for (const message of [...copied].sort()) {
    const checks = stepEntries(journey).flatMap(([id, step]) =>
      step.kind === 'check' && step.on === message ? [id] : [],
    );
    for (const id of reachableFrom(checks, backward)) ahead.set(id, [...(ahead.get(id) ?? []), message]);
  }
  return ahead;
}
