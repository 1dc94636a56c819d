import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { minutes } from '../../journey/units.ts';
import { type Anchor, ANCHORS } from './campaign.ts';
import type { Part, StepParts } from './parts.ts';

/** One event to be: a part of a step. */
export interface Spot {
  readonly step: StepId;
  readonly index: number;
  readonly part: Part;
}

/** Time on the way to an event. Without a step it is the window of a check. */
export interface Pause {
  readonly step?: StepId;
  readonly until: WaitUntil;
}

/** A path of the campaign ends: at an exit step, or at an exit without a link. */
export interface End {
  readonly exit?: StepId;
}

export interface Way {
  readonly pauses: readonly Pause[];
  readonly to: Spot | End;
}

export interface Plan {
  readonly start: Way;
  readonly waysOf: (spot: Spot) => readonly (readonly [Anchor, Way])[];
  /** Whether ways come together here, so that all but one are jumps. */
  readonly isJoin: (spot: Spot) => boolean;
  /** Steps that are in the campaign: as events, as time or as the end of a path. */
  readonly reached: ReadonlySet<StepId>;
}

/** Thrown: contacts would only wait, for ever. */
export class EndlessWait extends Error {
  override readonly name = 'EndlessWait';
  readonly step: StepId;

  constructor(step: StepId) {
    super(`endless wait at ${step}`);
    this.step = step;
  }
}

/** The events of a journey and the ways between them, before any is a jump. Throws `EndlessWait`. */
export function planOf(journey: Journey, entry: StepId, parts: ReadonlyMap<StepId, StepParts>): Plan {
  const spots = new Map(
    [...parts].map(([step, made]) => [step, made.parts.map((part, index): Spot => ({ step, index, part }))]),
  );
  const onward = (step: StepId, exit: ExitName) => followed(journey, parts, spots, step, exit);
  const waysOf = (spot: Spot) =>
    ANCHORS.flatMap((anchor): [Anchor, Way][] => {
      const out = spot.part.out[anchor];
      if (!out) return [];
      const way = 'exit' in out ? onward(spot.step, out.exit) : within(spots.get(spot.step), out.part);
      const late = spot.part.eventType === 'decision' && anchor === 'no';
      const pauses = late ? [...windowOf(parts, spot), ...way.pauses] : way.pauses;
      return [[anchor, { ...way, pauses: late && pauses.length === 0 ? [NO_TIME] : pauses }]];
    });
  const start = onward(entry, 'next');
  return { start, waysOf, ...walked(start, waysOf, entry) };
}

/** Nothing may follow a decision’s `no` at once. */
const NO_TIME: Pause = { until: { type: 'duration', minutes: minutes(0) } };

function within(spots: readonly Spot[] | undefined, part: number): Way {
  const to = spots?.[part];
  const after = to?.part.after;
  return {
    pauses: after === undefined ? [] : [{ until: { type: 'duration', minutes: after } }],
    to: to ?? {},
  };
}

function windowOf(parts: ReadonlyMap<StepId, StepParts>, { step }: Spot): readonly Pause[] {
  const window = parts.get(step)?.window;
  return window === undefined ? [] : [{ until: { type: 'duration', minutes: window } }];
}

function followed(
  journey: Journey,
  parts: ReadonlyMap<StepId, StepParts>,
  spots: ReadonlyMap<StepId, readonly Spot[]>,
  from: StepId,
  exit: ExitName,
): Way {
  const pauses: Pause[] = [];
  const seen = new Set<StepId>();
  for (let id = journey.links[from]?.[exit]; id !== undefined; id = journey.links[id]?.['next']) {
    const step = stepOf(journey, id);
    if (step?.kind === 'exit') return { pauses, to: { exit: id } };
    if (step?.kind !== 'wait') {
      const [first] = spots.get(id) ?? [];
      const before = parts.get(id)?.before;
      if (before !== undefined) pauses.push({ until: { type: 'duration', minutes: before } });
      return { pauses, to: first ?? {} };
    }
    if (seen.has(id)) throw new EndlessWait(id);
    seen.add(id);
    pauses.push({ step: id, until: step.until });
  }
  return { pauses, to: {} };
}

function walked(start: Way, waysOf: Plan['waysOf'], entry: StepId): Pick<Plan, 'isJoin' | 'reached'> {
  const seen = new Set<Spot>();
  const joins = new Set<Spot>();
  const reached = new Set<StepId>([entry]);
  const open = [start];
  for (let way = open.pop(); way; way = open.pop()) {
    const { pauses, to } = way;
    for (const { step } of pauses) if (step !== undefined) reached.add(step);
    if (!('part' in to)) {
      if (to.exit !== undefined) reached.add(to.exit);
    } else if (seen.has(to)) joins.add(to);
    else {
      seen.add(to);
      reached.add(to.step);
      open.push(...waysOf(to).map(([, onward]) => onward));
    }
  }
  return { isJoin: (spot) => joins.has(spot), reached };
}

/** Steps of these kinds, sorted by id. */
export function stepsOf<K extends Step['kind']>(
  journey: Journey,
  kind: K,
): readonly (readonly [StepId, Extract<Step, { kind: K }>])[] {
  return stepEntries(journey).flatMap(([id, step]) => (isKind(step, kind) ? [[id, step] as const] : []));
}

function isKind<K extends Step['kind']>(step: Step, kind: K): step is Extract<Step, { kind: K }> {
  return step.kind === kind;
}
