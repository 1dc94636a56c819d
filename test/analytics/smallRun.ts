import type { Program, ProgramJourney, ProgramSend, ProgramStep } from '../../src/compile/program.ts';
import {
  GROUPS,
  AUDIENCE_FIELDS,
  GROUP_FIELDS,
  SEND_FIELDS,
  UNSENT_REASONS,
  type GroupField,
  type Results,
} from '../../src/engine/results.ts';

const nothing = new Float64Array(0);

/** Entry → message on e-mail or SMS → exit, 1 280 contacts, 10 in each group; as much of a Program as reports read. */
export function smallProgram(change: Partial<ProgramJourney> = {}): Program {
  const step = (id: string, exits: string[], op: ProgramStep['op']): ProgramStep => ({
    id,
    key: 0,
    exits,
    targets: exits.map(() => -1),
    counter: -1,
    maxPasses: 10,
    op,
  });
  const steps = [
    step('bye', [], { op: 'exit' }),
    step('hello', ['next'], { op: 'pass', exit: 0 }),
    step('in', ['next'], { op: 'pass', exit: 0 }),
  ];
  const send = (channel: number, rung: number) => ({ step: 1, rung, channel }) as ProgramSend;
  const journey: ProgramJourney = {
    id: 'small',
    zone: 0,
    startMinute: 0,
    horizonMinute: 100,
    priority: 50,
    entryStep: 2,
    reEntry: { mode: 'never', minutes: 0, fromStart: false },
    entryCap: -1,
    exitRules: [],
    goals: [
      {
        on: { kind: 'conversion' },
        value: { kind: 'event' },
        every: false,
        windowMinutes: 100,
        windowFrom: 'entry',
      },
    ],
    targetMinute: -1,
    steps,
    sends: [send(0, -1), send(1, 0)],
    slots: 0,
    latestSlot: -1,
    anySlot: -1,
    counters: 0,
    ladders: 0,
    ...change,
  };
  return {
    programVersion: 2,
    epoch: 0,
    endMinute: 100,
    channels: ['email', 'sms'],
    muted: 0,
    zones: { ids: ['UTC'], firstQuarter: 0, quarters: 0, offsets: new Int16Array(0) },
    inputs: [],
    journeys: [journey],
    policies: { caps: [], quiet: undefined, budgets: [], rateLimits: [] },
    chronological: false,
    outputs: { detail: false, segments: [], outcomes: false, paths: 0, stories: 0 },
    response: {
      organicGap: nothing,
      exponential: nothing,
      goodwill: [],
      goodwillDelay: nothing,
      orderValue: nothing,
      orderMeanMinor: 0,
      machineThreshold: 0,
      machineOpenMinutes: 60,
      warp: { virtualAtHour: nothing, hourOfVirtual: new Uint8Array(0) },
      startPressure: 0,
      pressureDecay: nothing,
    },
    runtimeColumns: 0,
    tags: [],
    scoreInput: -1,
    minorDigits: 2,
  };
}

export function smallResults(): Results {
  const groups = new Float64Array(GROUP_FIELDS.length * GROUPS);
  const everyGroup = (field: GroupField, value: (group: number) => number) => {
    for (let group = 0; group < GROUPS; group++)
      groups[GROUP_FIELDS.indexOf(field) * GROUPS + group] = value(group);
  };
  everyGroup('contacts', () => 10);
  everyGroup('entered', () => 10);
  everyGroup('messaged', () => 8);
  everyGroup('opened', () => 4);
  everyGroup('clicked', () => 2);
  everyGroup('converters', () => 1);
  everyGroup('conversions', () => 1);
  everyGroup('conversionsAudience', (group) => 1 + (group % 2));
  everyGroup('conversionsByTarget', (group) => (group < 64 ? 1 : 0));
  everyGroup('revenueMinor', (group) => 10_000 + group);
  everyGroup('revenueByTargetMinor', () => 5_000);
  everyGroup('costMicros', () => 8_000);
  everyGroup('costByTargetMicros', () => 8_000);
  const sends = new Float64Array(2 * SEND_FIELDS.length);
  sends.set([1024, 1000, 512, 300, 256, 0, 128, 2, 24, 0, 1_024_000, 1_288_128]);
  const unsent = new Float64Array(2 * UNSENT_REASONS.length);
  unsent[UNSENT_REASONS.indexOf('consent')] = 256;
  return {
    contacts: 1280,
    stepsExecuted: 3836,
    audience: new Float64Array(AUDIENCE_FIELDS.length * GROUPS),
    outcomes: undefined,
    paths: { most: 0, traces: [] },
    stories: { most: 0, traces: [] },
    journeys: [
      {
        entered: Float64Array.of(1276, 1280, 1280),
        inFlight: Float64Array.of(0, 3, 0),
        exitRule: Float64Array.of(0, 1, 0),
        loopBound: new Float64Array(3),
        ended: Float64Array.of(1276, 0, 0),
        wentOn: new Float64Array(3),
        won: new Float64Array(3),
        exits: Float64Array.of(1276, 1280),
        sends,
        unsent,
        goals: Float64Array.of(128, 1_288_128),
        groups,
        detail: undefined,
        segments: new Float64Array(0),
        droppedEntries: 7,
        notEligible: 0,
        overEntryCap: 0,
      },
    ],
  };
}
