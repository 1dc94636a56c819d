import type { Audience, AudienceColumn } from '../../src/audience/audience.ts';
import { bind } from '../../src/audience/bind.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { compile } from '../../src/compile/compile.ts';
import type { Program } from '../../src/compile/program.ts';
import {
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  UNSENT_REASONS,
  type GroupField,
  type Results,
  type SendField,
  type UnsentReason,
} from '../../src/engine/results.ts';
import { runContacts } from '../../src/engine/runContacts.ts';
import { BENCHMARKS_ONLY, type Calibration } from '../../src/journey/calibration.ts';
import { createJourney } from '../../src/journey/createJourney.ts';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { STEP_DEFINITIONS, type Step, type StepKind } from '../../src/journey/steps/index.ts';
import { minutes } from '../../src/journey/units.ts';

type Draft = { readonly [K in StepKind]: { readonly kind: K } & Record<string, unknown> }[StepKind];

export interface Small {
  /** Steps by id, defaults filled in; the entry comes by itself as `entry`. */
  readonly steps: Readonly<Record<string, Draft>>;
  /** `from>exit>to`; `entry>next>to` included. */
  readonly links: readonly string[];
  readonly settings?: Partial<JourneySettings>;
  readonly entry?: Record<string, unknown>;
  /** Default 2026-03-02T00:00:00Z, a Monday. */
  readonly start?: string;
}

/** A journey in a few lines. */
export function smallJourney({
  steps,
  links,
  settings = {},
  entry = {},
  start = '2026-03-02T00:00:00Z',
}: Small): Journey {
  const made = createJourney({ id: journeyId('small'), luckId: 'small', name: 'Small', start });
  const all: Record<string, Step> = { entry: { ...STEP_DEFINITIONS.entry.defaults(), ...entry } };
  for (const [id, draft] of Object.entries(steps))
    all[id] = { ...STEP_DEFINITIONS[draft.kind].defaults(), ...draft } as Step;
  const linked: Record<string, Record<string, string>> = {};
  for (const link of links) {
    const [from = '', exit = '', to = ''] = link.split('>');
    (linked[from] ??= {})[exit] = to;
  }
  return {
    ...made,
    settings: { ...made.settings, heterogeneity: 'off', ...settings },
    steps: all,
    links: linked as unknown as Journey['links'],
    layout: Object.fromEntries(Object.keys(all).map((id) => [stepId(id), { x: 0, y: 0 }])),
  };
}

export interface Crowd {
  readonly contacts?: number;
  readonly seed?: number;
  readonly columns?: readonly AudienceColumn[];
  readonly roles?: Audience['roles'];
  readonly calibration?: Calibration;
}

/** What a small run came to, with names instead of indices. */
export class Ran {
  readonly program: Program;
  readonly results: Results;

  constructor(program: Program, results: Results) {
    this.program = program;
    this.results = results;
  }

  entered(step: string): number {
    return this.#counts.entered[this.#step(step)] ?? NaN;
  }

  exit(step: string, exit: string): number {
    const at = this.#step(step);
    const steps = this.#journey.steps;
    const before = steps.slice(0, at).reduce((sum, { exits }) => sum + exits.length, 0);
    const index = steps[at]?.exits.indexOf(exit) ?? -1;
    if (exit === '$end') return this.#counts.ended[at] ?? NaN;
    if (exit === '$exitRule') return this.#counts.exitRule[at] ?? NaN;
    if (exit === '$loopBound') return this.#counts.loopBound[at] ?? NaN;
    if (exit === 'inFlight') return this.#counts.inFlight[at] ?? NaN;
    if (index < 0) throw new RangeError(`invalid exit: ${exit}`);
    return this.#counts.exits[before + index] ?? NaN;
  }

  send(step: string, field: SendField): number {
    return this.#sends(step).reduce(
      (sum, s) => sum + (this.#counts.sends[s * SEND_FIELDS.length + SEND_FIELDS.indexOf(field)] ?? NaN),
      0,
    );
  }

  unsent(step: string, reason: UnsentReason): number {
    return this.#sends(step).reduce(
      (sum, s) =>
        sum + (this.#counts.unsent[s * UNSENT_REASONS.length + UNSENT_REASONS.indexOf(reason)] ?? NaN),
      0,
    );
  }

  total(field: GroupField): number {
    const from = GROUP_FIELDS.indexOf(field) * GROUPS;
    return this.#counts.groups.slice(from, from + GROUPS).reduce((sum, n) => sum + n, 0);
  }

  get #journey() {
    const [journey] = this.program.journeys;
    if (!journey) throw new RangeError('no journey');
    return journey;
  }

  get #counts() {
    const [counts] = this.results.journeys;
    if (!counts) throw new RangeError('no journey');
    return counts;
  }

  #step(id: string): number {
    const index = this.#journey.steps.findIndex((step) => step.id === id);
    if (index < 0) throw new RangeError(`invalid step: ${id}`);
    return index;
  }

  #sends(step: string): number[] {
    const at = this.#step(step);
    return this.#journey.sends.flatMap((send, index) => (send.step === at ? [index] : []));
  }
}

/** Runs a journey over `contacts` people who have nothing but the columns given. */
export function run(journey: Journey, crowd: Crowd = {}): Ran {
  const { contacts = 1, seed = 1, columns = [], roles = {}, calibration = BENCHMARKS_ONLY } = crowd;
  const audience: Audience = { id: 'crowd', name: 'Crowd', rows: contacts, columns, roles };
  const compiled = compile({
    journeys: [journey],
    schema: schemaOf(audience),
    policies: NO_POLICIES,
    calibration,
  });
  if (!compiled.ok) throw new Error(compiled.problems.map((problem) => problem.words).join('\n'));
  const { program } = compiled;
  const results = runContacts(
    { program, seed, contacts: { kind: 'range', from: 0, to: contacts, of: contacts } },
    (chosen) => bind(program, audience, chosen),
  );
  return new Ran(program, results);
}

/** Minute at which the only contact leaves a step: the shortest horizon under which it is not inside any more, found by halving. */
export function minuteOfLeaving(journey: Journey, step: string, crowd: Crowd = {}): number {
  const inside = (horizon: number): boolean => {
    const settings = { ...journey.settings, horizonMinutes: minutes(horizon) };
    return run({ ...journey, settings }, crowd).exit(step, 'inFlight') === 1;
  };
  let low = 1;
  let high = 200 * 1440;
  if (inside(high)) return Infinity;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inside(middle)) low = middle + 1;
    else high = middle;
  }
  // The shortest horizon is one more than the last minute inside.
  return low - 1;
}
