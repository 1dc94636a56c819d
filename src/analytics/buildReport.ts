import type { Program, ProgramJourney, ProgramSend } from '../compile/program.ts';
import {
  SEND_FIELDS,
  type JourneyResults,
  unsentReasons,
  type Results,
  type SendField,
} from '../engine/results.ts';
import {
  FUNNEL_STAGES,
  SHARED,
  type MessageReport,
  type Report,
  type Shared,
  type StepReport,
  type TargetReport,
} from './report.ts';
import { funnel, groupSums, reportTarget, totals } from './totals.ts';
import { makeView, MICROS_PER_UNIT, people, tidy, type View } from './view.ts';

/** Currency units; `grossMargin` is a part of one. */
interface Economics {
  readonly grossMargin?: number;
  readonly fixedCost?: number;
}

export interface ReportRequest {
  readonly program: Program;
  readonly results: Results;
  /** Which journey of the run; the only one when left out. */
  readonly journeyId?: string;
  /** By step id: what the Program does not carry. */
  readonly names: Readonly<Record<string, { readonly name: string; readonly kind: string }>>;
  readonly journeyName: string;
  readonly seed: number;
  /** Seconds that compiling and running took. */
  readonly seconds: number;
  readonly target?: Pick<TargetReport, 'metric' | 'atLeast'>;
  /** Show counts and money for this many contacts although another number was simulated. */
  readonly scaleTo?: number;
  /** What does not come from the contacts; left out: all revenue is profit but for what was spent on them. */
  readonly economics?: Economics | undefined;
  /** Contacts that the audience has; when fewer were simulated they are a sample. */
  readonly audienceRows?: number;
}

/** Results of a journey of a run, as people read them. */
export function buildReport(request: ReportRequest): Report {
  const { program, results, seconds, scaleTo = results.contacts } = request;
  const place =
    request.journeyId === undefined ? 0 : program.journeys.findIndex(({ id }) => id === request.journeyId);
  const journey = program.journeys[place];
  const counted = results.journeys[place];
  if (!journey || !counted) throw new RangeError('a report needs a program with a journey, and its results');
  const { grossMargin: margin = 1, fixedCost = 0 } = request.economics ?? {};
  const view = makeView(program, results, scaleTo, { margin, fixedCost });
  const reasons = unsentReasons(program);
  return {
    journey: request.journeyName,
    journeyId: journey.id,
    seed: request.seed,
    contacts: results.contacts,
    ...(scaleTo === results.contacts ? {} : { scaledTo: scaleTo }),
    ...approximate(program, results.contacts < (request.audienceRows ?? 0)),
    seconds: tidy(seconds, 4),
    stepsPerSecond: seconds > 0 ? Math.round(results.stepsExecuted / seconds) : 0,
    stepsExecuted: results.stepsExecuted,
    steps: reportSteps(view, { journey, counted, names: request.names }),
    messages: journey.sends.map((send, index) => ({
      step: journey.steps[send.step]!.id,
      channel: program.channels[send.channel]!,
      ...reportSend(view, { send, index, counted, reasons }),
    })),
    totals: totals(view, journey, counted),
    funnel: FUNNEL_STAGES.map((stage) => ({ stage, people: funnel(view, counted, stage) })),
    entries: {
      dropped: people(view, counted.droppedEntries),
      notEligible: people(view, counted.notEligible),
      overCap: people(view, counted.overEntryCap),
    },
    groups: groupSums(view, counted),
    ...(fixedCost === 0 ? {} : { fixedCost }),
    ...(request.target ? { target: reportTarget(view, counted, request.target) } : {}),
  };
}

/** What the contacts of a sample share with the others. */
export function approximate(program: Program, isSample: boolean): Pick<Report, 'approximate'> {
  if (!isSample || !program.chronological) return {};
  const { budgets, rateLimits } = program.policies;
  const isShared: Record<Shared, boolean> = {
    agents: program.journeys.some(({ steps }) =>
      steps.some(({ op }) => op.op === 'handoff' && op.queue !== undefined),
    ),
    budgets: budgets.length > 0,
    rateLimits: rateLimits.length > 0,
  };
  return { approximate: SHARED.filter((what) => isShared[what]) };
}

function reportSteps(
  view: View,
  {
    journey,
    counted,
    names,
  }: { journey: ProgramJourney; counted: JourneyResults; names: ReportRequest['names'] },
): StepReport[] {
  let nextExit = 0;
  return journey.steps.map((step, index) => {
    const exits: Record<string, number> = {};
    for (const exit of step.exits) exits[exit] = people(view, counted.exits[nextExit++]!);
    if (counted.exitRule[index]! > 0) exits['$exitRule'] = people(view, counted.exitRule[index]!);
    if (counted.loopBound[index]! > 0) exits['$loopBound'] = people(view, counted.loopBound[index]!);
    if (counted.ended[index]! > 0 || step.op.op === 'exit')
      exits['$end'] = people(view, counted.ended[index]!);
    const entered = people(view, counted.entered[index]!);
    const inFlight = people(view, counted.inFlight[index]!);
    const { kind, name } = names[step.id] ?? { kind: step.op.op, name: step.id };
    return { id: step.id, kind, name, entered, inFlight, exits };
  });
}

function reportSend(
  view: View,
  {
    send,
    index,
    counted,
    reasons,
  }: { send: ProgramSend; index: number; counted: JourneyResults; reasons: readonly string[] },
): Omit<MessageReport, 'step' | 'channel'> {
  const count = (field: SendField): number =>
    counted.sends[index * SEND_FIELDS.length + SEND_FIELDS.indexOf(field)]!;
  const unsent: Record<string, number> = {};
  reasons.forEach((reason, at) => {
    const times = counted.unsent[index * reasons.length + at]!;
    if (times > 0) unsent[reason] = people(view, times);
  });
  return {
    ...(send.rung < 0 ? {} : { rung: send.rung + 1 }),
    sent: people(view, count('sent')),
    delivered: people(view, count('delivered')),
    opened: people(view, count('opened')),
    openedTrue: people(view, count('openedTrue')),
    clicked: people(view, count('clicked')),
    converted: people(view, count('converted')),
    unsubscribed: people(view, count('unsubscribed')),
    cost: tidy((count('costMicros') / MICROS_PER_UNIT) * view.factor, 6),
    unsent,
  };
}
