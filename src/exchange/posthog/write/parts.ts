import { stepEntries, stepOf, successorsOf } from '../../../journey/graph.ts';
import type { StepId } from '../../../journey/ids.ts';
import type { Journey } from '../../../journey/journey.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { Step } from '../../../journey/steps/index.ts';
import { isObject, keptOf } from '../../kept.ts';
import type { Lowered } from '../../lower/lowered.ts';
import type { Asked, Portability } from '../../portability.ts';
import type { Config } from '../format.ts';
import { configOf, type Origin, overOrigin, unchangedPart } from './keptParts.ts';
import { Variables } from './variables.ts';
import { LONGEST_NAME, type Part, type Writing } from './writing.ts';
import { writeStep } from './writeStep.ts';

export interface Parts {
  /** From the trigger on, in the order in which contacts can come to them. */
  readonly parts: ReadonlyMap<StepId, Part>;
  /** Those that stand as they stood in the file that the journey came from. */
  readonly unchanged: ReadonlySet<string>;
  readonly variables: Variables;
  /** The id of a step’s first action. */
  readonly actionOf: (step: StepId) => string;
  /** An id that no action has. */
  readonly freeId: (wanted: string) => string;
}

interface Source {
  /** What the person sees. */
  readonly journey: Journey;
  readonly lowered: Extract<Lowered, { ok: true }>;
  readonly portability: Portability;
  readonly origin: Origin;
}

export function writeParts(source: Source): Parts {
  const { journey, lowered, origin, portability } = source;
  const said = new Set<string>();
  const ids = new Ids(source);
  const variables = new Variables(origin.context.variables.keys());
  const stopped = suppressible(lowered.journey);
  const unchanged = new Set<string>();
  const parts = new Map<StepId, Part>();
  for (const step of inOrder(lowered.journey)) {
    const content = stepOf(lowered.journey, step);
    if (!content) continue;
    const of = lowered.sourceOf(step);
    const origins = of === step ? origin.actionsOf(step) : [];
    const writing: Writing = {
      id: ids.of(step),
      step,
      source: of,
      journey: lowered.journey,
      kept: configOf(origins),
      say: (fit, told) => {
        // Of the copies of a step the first speaks for all; those of a ladder are about different channels.
        const first = !said.has(`${of} ${told.code}`) || stepOf(journey, of)?.kind === 'escalate';
        said.add(`${of} ${told.code}`);
        if (first || of === step) portability.say(fit, of, told);
      },
      fill: (asked) => portability.fill({ ...asked, ...(asked.scope === 'journey' && { step: of }) }),
      next: (number) => ids.next(step, number),
      actionOf: (other) => ids.of(other),
      suppressible: stopped,
      variables,
    };
    const kept = isUnchanged(source, step, content)
      ? keptPart(writing, content, { origins, origin })
      : undefined;
    if (kept) for (const { id } of kept.actions) unchanged.add(id);
    if (!kept && content.name.length > LONGEST_NAME)
      writing.say('missing', {
        code: 'name-cut',
        words: `A name has ${LONGEST_NAME} characters at most there: the rest is cut off.`,
        returns: false,
      });
    parts.set(step, kept ?? overOrigin(writeStep(writing, content), origins));
  }
  return {
    parts,
    unchanged,
    variables,
    actionOf: (step) => ids.of(step),
    freeId: (wanted) => ids.free(wanted),
  };
}

function isUnchanged({ journey, lowered }: Source, step: StepId, content: Step): boolean {
  if (lowered.sourceOf(step) !== step || !sameJson(stepOf(journey, step), content)) return false;
  return keptOf(journey, 'posthog', step)?.unchanged === true;
}

/** The step’s own action again, with the answers to its blanks. Several actions that are one step are written anew. */
function keptPart(
  writing: Writing,
  step: Step,
  {
    origins,
    origin,
  }: { readonly origins: readonly Readonly<Record<string, unknown>>[]; readonly origin: Origin },
): Part | undefined {
  const [raw, other] = origins;
  if (!raw || other || raw['id'] !== writing.id) return undefined;
  const part = unchangedPart(raw, step, origin.context);
  const [action] = part?.actions ?? [];
  if (!part || !action) return undefined;
  const drawn = (fill: Writing['fill']): Config =>
    writeStep({ ...writing, say: () => undefined, fill, variables: new Variables([]) }, step).actions[0]
      ?.config ?? {};
  const before = drawn(({ kept, placeholder }) => kept ?? placeholder);
  const after = drawn((asked: Omit<Asked, 'step'>) =>
    asked.kept === undefined ? asked.placeholder : writing.fill(asked),
  );
  return { ...part, actions: [{ ...action, config: patched(action.config, before, after) as Config }] };
}

/** What differs between two values, changed in a third. */
function patched(value: unknown, before: unknown, after: unknown): unknown {
  if (sameJson(before, after)) return value;
  if (!isObject(value) || !isObject(before) || !isObject(after)) return after;
  const changed = Object.keys(after).filter((key) => !sameJson(before[key], after[key]));
  return {
    ...value,
    ...Object.fromEntries(changed.map((key) => [key, patched(value[key], before[key], after[key])])),
  };
}

/** Ids of actions: those of steps, or of the actions that steps came from. */
class Ids {
  readonly #ids = new Map<StepId, string>();
  readonly #taken = new Set<string>();
  readonly #more = new Map<string, string>();

  constructor({ lowered, origin }: Pick<Source, 'lowered' | 'origin'>) {
    const steps = stepEntries(lowered.journey).map(([id]) => id);
    const reserved = new Set<string>(steps);
    for (const step of steps) {
      const [raw] = lowered.sourceOf(step) === step ? origin.actionsOf(step) : [];
      const kept = typeof raw?.['id'] === 'string' && !this.#taken.has(raw['id']) ? raw['id'] : undefined;
      const own = kept !== undefined && (kept === step || !reserved.has(kept)) ? kept : step;
      this.#ids.set(step, own);
      this.#taken.add(own);
    }
  }

  of(step: StepId): string {
    return this.#ids.get(step) ?? step;
  }

  /** The same for the same number of the same step. */
  next(step: StepId, number: number): string {
    const wanted = `${this.of(step)}--${number}`;
    const known = this.#more.get(wanted);
    if (known !== undefined) return known;
    const id = this.free(wanted);
    this.#more.set(wanted, id);
    return id;
  }

  free(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${wanted}_${n}`;
    this.#taken.add(id);
    return id;
  }
}

/** Breadth first from the entry, exits last among equals: as somebody would draw it. */
function inOrder(journey: Journey): readonly StepId[] {
  const successors = successorsOf(journey);
  const entries = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  const seen = new Set<StepId>(entries);
  for (const id of seen) for (const next of successors.get(id) ?? []) seen.add(next);
  const ends = [...seen].filter((id) => stepOf(journey, id)?.kind === 'exit');
  return [...[...seen].filter((id) => !ends.includes(id)), ...ends];
}

/** Channels that some step of the journey may suppress. */
function suppressible(journey: Journey): ReadonlySet<string> {
  return new Set(
    stepEntries(journey).flatMap(([, step]) =>
      step.kind === 'update'
        ? step.changes.flatMap((change) => (change.type === 'suppress' ? [change.channel] : []))
        : [],
    ),
  );
}
