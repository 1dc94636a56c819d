import type { Program } from '../compile/program.ts';
import { DAY_FIELDS, GROUPS, unsentReasons, type Results } from '../engine/results.ts';
import type { RunDetail } from './detail.ts';
import { flowsOf } from './flows.ts';
import { MINUTES_PER_DAY } from './units.ts';
import { groupsOf, makeView } from './view.ts';

const DAY_WIDTH = DAY_FIELDS.length * GROUPS;
const MILLISECONDS_PER_DAY = 86_400_000;

export interface DetailRequest {
  /** Of one journey, with its detail asked for. */
  readonly program: Program;
  readonly results: Results;
  readonly scaleTo?: number;
}

/** What is kept of a run beside its report. */
export function buildDetail({ program, results, scaleTo = results.contacts }: DetailRequest): RunDetail {
  const [journey] = program.journeys;
  const [counted] = results.journeys;
  const kept = counted?.detail;
  if (!journey || !kept) throw new RangeError('these results were made without their detail');
  const { factor, minorPerUnit, orderMinor, ...dear } = makeView(program, results, scaleTo);
  const { daysPerBucket, daily, dayGroups, dayUnsent, unsentGroups, hours, reached, messages } = kept;
  const reasons = unsentReasons(program);
  return {
    factor,
    minorPerUnit,
    orderMinor,
    callMicros: dear.callMicros,
    dealMinor: dear.dealMinor,
    dearestMinor: dear.dearestMinor,
    firstDay: firstDay(program),
    days: dayGroups.length / DAY_WIDTH,
    daysPerBucket,
    sends: journey.sends.map(({ step, channel, rung, opensReported }) => ({
      step: journey.steps[step]!.id,
      channel: program.channels[channel]!,
      ...(rung < 0 ? {} : { rung: rung + 1 }),
      opensReported,
    })),
    channels: program.channels,
    reasons,
    contacts: groupsOf(counted, 'contacts').slice(),
    daily,
    dayGroups,
    dayUnsent,
    unsentGroups,
    hours,
    reached,
    messages,
    sendGroups: kept.sendGroups,
    flows: flowsOf(journey, counted, kept.flows),
    paths: kept.paths,
    handoffs: kept.handoffs,
    ...(kept.accounts && { accounts: kept.accounts }),
    steps: journey.steps.map(({ id }) => id),
  };
}

/** Of the run, on zone 0's clock. */
function firstDay({ epoch, zones }: Program): string {
  const { firstQuarter, offsets } = zones;
  const local = epoch + (offsets[Math.floor(epoch / 15) - firstQuarter] ?? 0);
  return new Date(Math.floor(local / MINUTES_PER_DAY) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
