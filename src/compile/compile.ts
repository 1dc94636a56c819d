import type { AudienceSchema } from '../audience/audience.ts';
import type { Channel } from '../journey/channels.ts';
import type { Calibration } from '../journey/calibration.ts';
import type { ExitRule, Goal, Journey, JourneySettings, StepId } from '../journey/journey.ts';
import type { Policies } from '../journey/policies.ts';
import type { Problem } from '../journey/problem.ts';
import { findErrors } from '../journey/errors.ts';
import type { Rule } from '../journey/rules.ts';
import { exitsOf } from '../journey/steps/index.ts';
import { MINUTES_PER_DAY } from '../journey/units.ts';
import { companyProblems } from './company.ts';
import { CompileContext, RunContext } from './context.ts';
import { stepsOnCycles } from './cycles.ts';
import { distinctKeys } from './hash.ts';
import { minorDigits, minorUnits } from './money.ts';
import { lowerPolicies } from './policies.ts';
import type {
  Program,
  ProgramExitRule,
  ProgramGoal,
  ProgramJourney,
  ProgramOutputs,
  ProgramPolicies,
  ProgramStep,
  StepOp,
} from './program.ts';
import { commonRate } from './response/common.ts';
import { compileResponse, type ResponseContext } from './response/sends.ts';
import { rateProblems } from './response/problems.ts';
import { lowerStep } from './steps/index.ts';
import { localToUtc, zoneTables } from './zones.ts';

export interface CompileRequest {
  /** The journeys of one run over one audience; at least one. */
  readonly journeys: readonly Journey[];
  readonly schema: AudienceSchema;
  readonly policies: Policies;
  readonly calibration: Calibration;
  /** Nothing beside the counts when left out. */
  readonly outputs?: OutputRequest;
  /** Channels on which nobody can be reached; none when left out. */
  readonly muted?: readonly Channel[];
}

/** What else a run shall keep. `segments`: rules over audience columns, counted apart. */
export type OutputRequest = Partial<Omit<ProgramOutputs, 'segments'>> & {
  readonly segments?: readonly Rule[];
};

/** `journey`: its place in the request. */
export type JourneyProblem = Problem & { readonly journey: number };

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly JourneyProblem[] };

/** Journeys × audience schema × policies × rates → Program, or the errors that stand in the way. */
export function compile(request: CompileRequest): Compiled {
  const { journeys, schema, policies, calibration } = request;
  const [first] = journeys;
  if (first === undefined) throw new RangeError('there is no journey to compile');
  const response: ResponseContext = {
    calibration,
    heterogeneous: first.settings.heterogeneity === 'on',
    economics: policies.economics,
  };
  const errors = journeys.flatMap((journey, place) =>
    [
      ...findErrors(journey, { schema, policies }),
      ...rateProblems(journey, response),
      ...companyProblems(journey, journeys.slice(0, place)),
    ]
      .filter((problem) => problem.severity === 'error')
      .map((problem) => ({ ...problem, journey: place })),
  );
  if (errors.length > 0) return { ok: false, problems: errors };
  return {
    ok: true,
    program: lower(request, new RunContext(journeys, { schema, policies, response })),
  };
}

function lower({ journeys, outputs = {}, muted = [] }: CompileRequest, run: RunContext): Program {
  const { schema } = run;
  const { currency } = journeys[0]!.settings;
  const starts = journeys.map(({ settings }) => Math.floor(Date.parse(settings.start) / 60_000));
  const epoch = Math.min(...starts);
  const ordered = journeys
    .map((journey, place) => ({ journey, start: starts[place]! - epoch }))
    .sort(
      (a, b) =>
        b.journey.settings.priority - a.journey.settings.priority ||
        a.start - b.start ||
        (a.journey.id < b.journey.id ? -1 : 1),
    );
  const contexts = ordered.map(({ journey }) => new CompileContext(journey, run));
  const keys = distinctKeys(
    contexts.flatMap(({ journey, ids }) => ids.map((id) => `${journey.luckId}\u0000${id}`)),
  );
  let nextKey = 0;
  const lowered = contexts.map((context, place) => {
    const { start } = ordered[place]!;
    const own = keys.slice(nextKey, (nextKey += context.ids.length));
    return lowerJourney(context, { epoch, start, keys: own });
  });
  const endMinute = Math.max(...lowered.map(({ horizonMinute }) => horizonMinute));
  const scoreColumn = Object.keys(schema.roles).find((name) => schema.roles[name] === 'score');
  const tags = run.rules.tags.map((tag) => run.input({ kind: 'rule', rule: { kind: 'tag', tag } }));
  const policies = lowerPolicies(run);
  return {
    programVersion: 2,
    epoch,
    endMinute,
    minorDigits: minorDigits(currency),
    channels: run.channels,
    muted: run.channels.reduce((bits, channel, bit) => bits | (muted.includes(channel) ? 1 << bit : 0), 0),
    zones: zoneTables(run.zones, epoch, endMinute),
    scoreInput: scoreColumn === undefined ? -1 : run.input({ kind: 'number', column: scoreColumn }),
    tags,
    runtimeColumns: run.rules.writtenColumns,
    journeys: lowered,
    policies,
    outputs: lowerOutputs(outputs, run),
    chronological: isChronological(policies, lowered),
    response: compileResponse(
      minorUnits(commonRate('orderMean', run.response.calibration).value, currency),
      run.response,
    ),
    inputs: run.inputs,
  };
}

function lowerOutputs({ segments = [], ...rest }: OutputRequest, run: RunContext): ProgramOutputs {
  return {
    detail: false,
    outcomes: false,
    paths: 0,
    stories: 0,
    ...rest,
    segments: segments.map((rule) => run.input({ kind: 'rule', rule })),
  };
}

function isChronological(
  { budgets, rateLimits }: ProgramPolicies,
  journeys: readonly ProgramJourney[],
): boolean {
  const queues = journeys.some(({ steps }) =>
    steps.some(({ op }) => op.op === 'handoff' && op.queue !== undefined),
  );
  return queues || budgets.length > 0 || rateLimits.length > 0;
}

function lowerJourney(
  context: CompileContext,
  {
    epoch,
    start,
    keys,
  }: { readonly epoch: number; readonly start: number; readonly keys: readonly number[] },
): ProgramJourney {
  const { journey, ids } = context;
  const { settings } = journey;
  const targets = ids.map((id) =>
    exitsOf(context.step(id)).map((exit) => context.index(journey.links[id]?.[exit] ?? ('' as StepId))),
  );
  const cyclic = stepsOnCycles(targets);
  let counters = 0;
  const steps = ids.map((id, index): ProgramStep => {
    const step = context.step(id);
    return {
      id,
      key: keys[index]!,
      exits: exitsOf(step),
      targets: targets[index]!,
      counter: cyclic[index] === true ? counters++ : -1,
      maxPasses: step.maxPasses ?? settings.maxPasses,
      op:
        step.disabled === true && step.kind !== 'entry'
          ? passThrough(context, index)
          : lowerStep(step, index, context),
    };
  });
  return {
    id: journey.id,
    zone: context.run.zones.indexOf(settings.zone),
    startMinute: start,
    horizonMinute: start + settings.horizonMinutes,
    priority: settings.priority,
    entryStep: ids.findIndex((id) => context.step(id).kind === 'entry'),
    reEntry: lowerReEntry(settings),
    entryCap: settings.entryCap ?? -1,
    exitRules: settings.exitRules.map((rule) => lowerExitRule(rule, context)),
    goals: settings.goals.map((goal) => lowerGoal(goal, context)),
    targetMinute: targetMinute(settings, { epoch, horizon: start + settings.horizonMinutes }),
    steps,
    sends: context.sends,
    slots: context.slotOf.size,
    latestSlot: context.slotOf.get('latest') ?? -1,
    anySlot: context.slotOf.get('ever') ?? -1,
    counters,
    ladders: context.ladders,
  };
}

/** A disabled step passes by its first exit; a check by no response, a split by everyone else. */
function passThrough(context: CompileContext, index: number): StepOp {
  const step = context.step(context.ids[index]!);
  if (step.kind === 'exit') return { op: 'exit' };
  const last = exitsOf(step).length - 1;
  return { op: 'pass', exit: step.kind === 'check' || step.kind === 'split' ? last : 0 };
}

function lowerReEntry({ reEntry }: JourneySettings): ProgramJourney['reEntry'] {
  if (reEntry.mode !== 'cooldown') return { mode: reEntry.mode, minutes: 0, fromStart: false };
  return { mode: 'cooldown', minutes: reEntry.minutes, fromStart: reEntry.from === 'start' };
}

function lowerExitRule({ when, mode }: ExitRule, context: CompileContext): ProgramExitRule {
  switch (when.kind) {
    case 'converted':
      return { when, mode };
    case 'unsubscribed':
      return {
        when: { kind: when.kind, channel: when.channel === 'any' ? -1 : context.channel(when.channel) },
        mode,
      };
    case 'rule':
      return { when: { kind: 'test', test: context.test(when.rule) }, mode };
  }
}

function lowerGoal(goal: Goal, context: CompileContext): ProgramGoal {
  return {
    on: lowerGoalEvent(goal, context),
    value: lowerGoalValue(goal, context),
    every: goal.count === 'every',
    windowMinutes: goal.window.minutes,
    windowFrom: goal.window.from,
  };
}

function lowerGoalEvent({ on }: Goal, context: CompileContext): ProgramGoal['on'] {
  switch (on.kind) {
    case 'conversion':
      return on;
    case 'step':
      return { kind: 'step', step: context.index(on.step) };
    case 'rule':
      return { kind: 'test', test: context.test(on.rule) };
  }
}

function lowerGoalValue({ value }: Goal, context: CompileContext): ProgramGoal['value'] {
  switch (value.kind) {
    case 'event':
      return value;
    case 'fixed':
      return { kind: 'fixed', minor: minorUnits(value.amount, context.journey.settings.currency) };
    case 'column':
      return { kind: 'input', input: context.input({ kind: 'number', column: value.column }) };
  }
}

/** The end of the target's day in the journey's zone, at most the end of the run. */
function targetMinute(
  settings: JourneySettings,
  { epoch, horizon }: { readonly epoch: number; readonly horizon: number },
): number {
  if (settings.target === undefined) return -1;
  if (settings.target.by === undefined) return horizon;
  const midnight = Date.parse(`${settings.target.by}T00:00:00Z`) / 60_000 + MINUTES_PER_DAY;
  const minute = localToUtc(settings.zone, midnight) - epoch;
  return Math.max(0, Math.min(horizon, minute));
}
