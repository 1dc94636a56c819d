import { stepOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import { exitsOf } from '../../journey/steps/index.ts';
import { isObject } from '../kept.ts';
import { slipOf, withSlip } from './slip.ts';
import { overRaw, renamed } from './raw.ts';
import { rawExits } from './rawExits.ts';
import { baseOf } from './reading.ts';
import { activityShape, type ShapedActivity } from './shape.ts';
import type { Activity, Json } from './types.ts';
import { writeStep } from './writeSteps.ts';
import { eventKeyOf, writeEligible, writeTrigger } from './writeTrigger.ts';
import type { OpenActivity, Piece, Way, Writing } from './writing.ts';

/** An activity as it stands in the file: ours, or the platform's own. */
type Emitted = Activity | Json;

export interface Emission {
  readonly trigger: Json;
  /** The first is the one that contacts come to first. */
  readonly activities: readonly Emitted[];
}

/** Where an outcome leads: an activity, or out of the journey, by an exit step or without one. */
interface End {
  readonly next: string | null;
  readonly exit?: Json;
}

/** Trigger and activities with their links. */
export function emit(writing: Writing, entry: StepId): Emission {
  return new Emitter(writing, entry).emission();
}

class Emitter {
  readonly #writing: Writing;
  readonly #entry: StepId;
  readonly #pieces = new Map<StepId, Piece | readonly ShapedActivity[]>();

  constructor(writing: Writing, entry: StepId) {
    this.#writing = writing;
    this.#entry = entry;
  }

  emission(): Emission {
    const { steps } = this.#writing.journey;
    const ids = (Object.keys(steps) as StepId[]).sort();
    for (const id of ids) if (id !== this.#entry) this.#pieces.set(id, this.#pieceOf(id));
    const { trigger, first } = this.#begin();
    const activities = this.#inOrder().flatMap((id) => this.#emitted(id));
    return { trigger, activities: [...first, ...activities] };
  }

  /** The trigger, and the question who may come in. */
  #begin(): { readonly trigger: Json; readonly first: readonly Emitted[] } {
    const [id, writing] = [this.#entry, this.#writing];
    const step = stepOf(writing.journey, id);
    if (step?.kind !== 'entry') return { trigger: {}, first: [] };
    const raw = this.#rawOf(id);
    if (raw) {
      const [trigger = {}, ...first] = this.#rawEmitted(id, raw, rawExits(raw, step));
      return { trigger, first };
    }
    const question = writeEligible(writing, id, step);
    const trigger = writeTrigger(writing, id, step);
    return { trigger, first: question ? [this.#closed(id, question)] : [] };
  }

  #pieceOf(id: StepId): Piece | readonly ShapedActivity[] {
    const step = stepOf(this.#writing.journey, id);
    return this.#rawOf(id) ?? (step ? writeStep(this.#writing, id, step) : []);
  }

  #rawOf(id: StepId): readonly ShapedActivity[] | undefined {
    const raw = this.#writing.unchanged(id)?.map((part) => activityShape.safeParse(part));
    return raw?.every(({ success }) => success) ? raw.flatMap(({ data }) => data ?? []) : undefined;
  }

  /** Steps as contacts come to them; those of a file in the order of that file, but for the first. */
  #inOrder(): readonly StepId[] {
    const order: StepId[] = [];
    const seen = new Set<StepId>();
    const open: (StepId | undefined)[] = [this.#follow(this.#entry, 'next')];
    for (let at = 0; at < open.length; at += 1) {
      const id = open[at];
      const step = id !== undefined && stepOf(this.#writing.journey, id);
      if (id === undefined || !step || seen.has(id)) continue;
      seen.add(id);
      order.push(id);
      open.push(...exitsOf(step).map((exit) => this.#follow(id, exit)));
    }
    return order;
  }

  #emitted(id: StepId): readonly Emitted[] {
    const step = stepOf(this.#writing.journey, id);
    const raw = this.#rawOf(id);
    if (raw && step) return this.#rawEmitted(id, raw, rawExits(raw, step));
    const piece = (this.#pieces.get(id) ?? []) as Piece;
    return piece.map((activity, index) => {
      const closed = this.#closed(id, activity);
      return index === 0 ? overRaw(this.#writing.kept(id), closed) : closed;
    });
  }

  #closed(id: StepId, activity: OpenActivity): Activity {
    const note = stepOf(this.#writing.journey, id)?.note;
    return {
      ...activity,
      ...(note !== undefined && { description: note }),
      outcomes: activity.outcomes.map(({ way, key, arguments: given, metaData }) => {
        const { next, exit } = this.#endOf(id, way);
        const outcome = { key, next, arguments: given, metaData };
        return exit ? slipEnd(outcome, exit) : outcome;
      }),
    };
  }

  #rawEmitted(
    id: StepId,
    raw: readonly ShapedActivity[],
    exits: readonly (readonly (ExitName | undefined)[])[],
  ): readonly Json[] {
    const { name = '', note = '' } = stepOf(this.#writing.journey, id) ?? {};
    return raw.map((activity, index) => {
      const { id: _, ...rest } = activity;
      const outcomes = activity.outcomes?.map((outcome, at) => {
        const exit = exits[index]?.[at];
        return exit === undefined ? outcome : relinked(outcome, this.#endOf(id, { exit }));
      });
      const called = index === 0 ? calledAnew(activity, name, note) : {};
      const linked = { ...rest, ...called, ...(outcomes && { outcomes }) };
      return this.#rebound(this.#pointed(id, linked));
    });
  }

  /** An engagement split looks at the message that the step names, whatever that is called now. */
  #pointed(id: StepId, activity: Json): Json {
    const step = stepOf(this.#writing.journey, id);
    const { configurationArguments } = activity;
    if (step?.kind !== 'check' || step.on === 'latest' || !isObject(configurationArguments)) return activity;
    if (!Object.hasOwn(configurationArguments, 'refActivityCustomerKey')) return activity;
    const refActivityCustomerKey = this.#writing.keyOf(step.on);
    return { ...activity, configurationArguments: { ...configurationArguments, refActivityCustomerKey } };
  }

  /** Bound to the event definition that was answered instead of the one in the file. */
  #rebound(activity: Json): Json {
    const before = eventKeyOf(this.#writing.kept(this.#entry));
    const now = renamed(activity, before ?? '', this.#writing.event);
    return isObject(now) ? now : activity;
  }

  #endOf(id: StepId, way: Way): End {
    if ('to' in way) return { next: way.to };
    return this.#target(this.#follow(id, way.exit));
  }

  #follow(id: StepId, exit: ExitName): StepId | undefined {
    return this.#writing.journey.links[id]?.[exit];
  }

  /** Past the steps that nothing is written for. */
  #target(start: StepId | undefined): End {
    const seen = new Set<StepId>();
    for (let id = start; id !== undefined && !seen.has(id);) {
      seen.add(id);
      const step = stepOf(this.#writing.journey, id);
      if (!step) return { next: null };
      if (step.kind === 'exit') {
        const { name, reason } = step;
        return { next: null, exit: { id, name, ...(reason !== undefined && { reason }) } };
      }
      const [first] = this.#pieces.get(id) ?? [];
      if (first) return { next: this.#writing.keyOf(id) };
      id = this.#follow(id, exitsOf(step)[0] ?? '');
    }
    return { next: null };
  }
}

function slipEnd<T extends { readonly metaData?: unknown }>(
  part: T,
  exit: Json,
): T & { readonly metaData: Json } {
  const metaData = isObject(part.metaData) ? part.metaData : {};
  return { ...part, metaData: withSlip(metaData, { ...slipOf(metaData), exit }) };
}

/** What a person may have changed of a step that otherwise is what it was. */
function calledAnew(activity: ShapedActivity, name: string, note: string): Json {
  const read = baseOf(activity);
  return { ...(read.name !== name && { name }), ...((read.note ?? '') !== note && { description: note }) };
}

/** An outcome of the file with another target; unwritten as long as it leads where it led. */
function relinked(outcome: Json, { next, exit }: End): Json {
  const was = outcome['next'] === '' || outcome['next'] === undefined ? null : outcome['next'];
  const { exit: _, ...others } = slipOf(outcome['metaData']);
  const { rehearsal: __, ...metaData } = isObject(outcome['metaData']) ? outcome['metaData'] : {};
  const plain = isObject(outcome['metaData'])
    ? { ...outcome, metaData: withSlip(metaData, others) }
    : outcome;
  const led = was === next ? plain : { ...plain, next };
  return exit ? slipEnd(led, exit) : led;
}
