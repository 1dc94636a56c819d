import { readFileSync } from 'node:fs';
import { bind } from '../src/audience/bind.ts';
import { schemaOf } from '../src/audience/schema.ts';
import { synthesise } from '../src/audience/synthesise.ts';
import { compile } from '../src/compile/compile.ts';
import type { Columns, Program } from '../src/compile/program.ts';
import { BENCHMARKS_ONLY } from '../src/journey/calibration.ts';
import { parseJourney } from '../src/journey/format.ts';
import type { Journey } from '../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../src/journey/policies.ts';
import type { Step } from '../src/journey/steps/index.ts';
import { days, hours, minutes, money } from '../src/journey/units.ts';

/** Runs that are compared with each other: the orchestration template, and it with others, under policies, with shared capacity. */
export const VARIANTS = {
  plain: () => make([read('orchestration')], NO_POLICIES),
  policies: () => make([preferring(read('orchestration'))], STRICT),
  twoJourneys: () => make(rivals(), NO_POLICIES),
  twoJourneysPolicies: () => make(rivals().map(preferring), STRICT),
  chronological: () => make([withAgents(read('orchestration'))], SCARCE),
} satisfies Readonly<Record<string, () => Program>>;
export type Variant = keyof typeof VARIANTS;

const AUDIENCE_SEED = 1;

/** Columns of contacts `from` … `to` of `rows` for such a Program. */
export function columnsFor(program: Program, rows: number, from: number, to: number): Columns {
  const audience = synthesise(rows, AUDIENCE_SEED, from, to);
  const places = Uint32Array.from({ length: to - from }, (_, at) => at);
  return { ...bind(program, audience, places), contact: places.map((at) => from + at) };
}

/** Rolling and calendar caps of both ways to be full, and quiet nights. */
const STRICT: Policies = {
  caps: [
    {
      id: 'week',
      max: 3,
      window: { kind: 'rolling', minutes: days(7) },
      zone: 'contact',
      scope: 'all',
      onCap: { kind: 'skip' },
    },
    {
      id: 'email-day',
      max: 1,
      window: { kind: 'calendar', unit: 'day' },
      zone: 'contact',
      scope: { channels: ['email'] },
      onCap: { kind: 'retry', minutes: days(2) },
    },
  ],
  quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold', releaseOverMinutes: hours(1) },
  budgets: [],
  rateLimits: [],
};

/** Money for some 60 % of the text messages of a million contacts, and places for all e-mail within a few days. */
const SCARCE: Policies = {
  caps: [],
  budgets: [{ channel: 'sms', amount: money(3_000) }],
  rateLimits: [{ channel: 'email', max: 20_000, perMinutes: hours(1) }],
};

function read(name: string): Journey {
  const file = `public/samples/${name}.journey.json`;
  const parsed = parseJourney(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`${file} cannot be read`);
  return parsed.journey;
}

function make(journeys: readonly Journey[], policies: Policies): Program {
  const schema = schemaOf(synthesise(2_000, AUDIENCE_SEED));
  const compiled = compile({ journeys, schema, policies, calibration: BENCHMARKS_ONLY });
  if (!compiled.ok) throw new Error(`cannot be compiled: ${JSON.stringify(compiled.problems)}`);
  // As a worker gets it.
  return structuredClone(compiled.program);
}

function withSteps(journey: Journey, change: (step: Step) => Step): Journey {
  return {
    ...journey,
    steps: Object.fromEntries(Object.entries(journey.steps).map(([id, step]) => [id, change(step)])),
  };
}

/** E-mail goes by each contact's own channel instead. */
function preferring(journey: Journey): Journey {
  return withSteps(journey, (step) =>
    step.kind === 'message' && step.channel === 'email'
      ? { ...step, channel: 'preferred', fallback: ['email'] }
      : step,
  );
}

function withAgents(journey: Journey): Journey {
  return withSteps(journey, (step) =>
    step.kind === 'handoff' ? { ...step, capacity: { agents: 60, handlingMinutes: minutes(15) } } : step,
  );
}

/** Two journeys for the same contacts, the first before the second. */
function rivals(): Journey[] {
  return [
    { ...read('orchestration'), settings: { ...read('orchestration').settings, priority: 60 } },
    { ...read('win-back'), settings: { ...read('win-back').settings, priority: 40 } },
  ];
}
