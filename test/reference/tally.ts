import type { Program, ProgramJourney } from '../../src/compile/program.ts';
import {
  AUDIENCE_FIELDS,
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  unsentReasons,
  type AudienceField,
  type GroupField,
  type JourneyResults,
  type Results,
  type SendField,
} from '../../src/engine/results.ts';

type PerStep = 'entered' | 'inFlight' | 'exitRule' | 'loopBound' | 'ended' | 'wentOn' | 'won';

/** Counts by name. */
class Counts {
  private readonly counts = new Map<string, number>();

  add(name: string, amount = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + amount);
  }

  list(names: readonly string[]): Float64Array {
    return Float64Array.from(names, (name) => this.counts.get(name) ?? 0);
  }
}

/** What the whole run comes to; laid out as Results in the end. */
export class Tally {
  contacts = 0;
  readonly journeys: readonly JourneyTally[];
  private readonly counts = new Counts();

  constructor(program: Program) {
    this.journeys = program.journeys.map((journey) => new JourneyTally(journey, unsentReasons(program)));
  }

  audience(group: number, field: AudienceField, amount = 1): void {
    this.counts.add(`group ${field} ${group}`, amount);
  }

  results(): Results {
    const journeys = this.journeys.map((journey) => journey.results());
    return {
      contacts: this.contacts,
      stepsExecuted: journeys.flatMap(({ entered }) => [...entered]).reduce((sum, n) => sum + n, 0),
      audience: this.counts.list(perGroup(AUDIENCE_FIELDS)),
      journeys,
      outcomes: undefined,
      paths: { most: 0, traces: [] },
      stories: { most: 0, traces: [] },
    };
  }
}

export class JourneyTally {
  droppedEntries = 0;
  notEligible = 0;
  overEntryCap = 0;
  private readonly counts = new Counts();
  private readonly journey: ProgramJourney;
  private readonly reasons: readonly string[];

  constructor(journey: ProgramJourney, reasons: readonly string[]) {
    this.journey = journey;
    this.reasons = reasons;
  }

  step(what: PerStep, step: number): void {
    this.counts.add(`${what} ${step}`);
  }

  exit(step: number, exit: number): void {
    this.counts.add(`exit ${step} ${exit}`);
  }

  send(send: number, field: SendField, amount = 1): void {
    this.counts.add(`send ${send} ${field}`, amount);
  }

  unsent(send: number, reason: string): void {
    if (!this.reasons.includes(reason)) throw new Error(`no reason ${reason}`);
    this.counts.add(`unsent ${send} ${reason}`);
  }

  goal(goal: number, value: number): void {
    this.counts.add(`goal ${goal}`);
    this.counts.add(`goal value ${goal}`, value);
  }

  group(group: number, field: GroupField, amount = 1): void {
    this.counts.add(`group ${field} ${group}`, amount);
  }

  results(): JourneyResults {
    const { steps, sends, goals } = this.journey;
    const perStep = (what: PerStep) => this.counts.list(steps.map((_, step) => `${what} ${step}`));
    const exits = steps.flatMap(({ exits }, step) => exits.map((_, exit) => `exit ${step} ${exit}`));
    return {
      entered: perStep('entered'),
      inFlight: perStep('inFlight'),
      exitRule: perStep('exitRule'),
      loopBound: perStep('loopBound'),
      ended: perStep('ended'),
      wentOn: perStep('wentOn'),
      won: perStep('won'),
      exits: this.counts.list(exits),
      sends: this.counts.list(
        sends.flatMap((_, send) => SEND_FIELDS.map((field) => `send ${send} ${field}`)),
      ),
      unsent: this.counts.list(
        sends.flatMap((_, send) => this.reasons.map((reason) => `unsent ${send} ${reason}`)),
      ),
      goals: this.counts.list(goals.flatMap((_, goal) => [`goal ${goal}`, `goal value ${goal}`])),
      groups: this.counts.list(perGroup(GROUP_FIELDS)),
      detail: undefined,
      segments: new Float64Array(0),
      droppedEntries: this.droppedEntries,
      notEligible: this.notEligible,
      overEntryCap: this.overEntryCap,
    };
  }
}

function perGroup(fields: readonly string[]): string[] {
  return fields.flatMap((field) => Array.from({ length: GROUPS }, (_, group) => `group ${field} ${group}`));
}
