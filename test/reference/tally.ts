import type { Program } from '../../src/compile/program.ts';
import {
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  UNSENT_REASONS,
  type GroupField,
  type JourneyResults,
  type Results,
  type SendField,
  type UnsentReason,
} from '../../src/engine/results.ts';

type PerStep = 'entered' | 'inFlight' | 'exitRule' | 'loopBound' | 'ended' | 'wentOn' | 'won';

/** Counts by name; laid out as Results in the end. */
export class Tally {
  contacts = 0;
  droppedEntries = 0;
  notEligible = 0;
  overEntryCap = 0;
  private readonly counts = new Map<string, number>();
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  step(what: PerStep, step: number): void {
    this.add(`${what} ${step}`, 1);
  }

  exit(step: number, exit: number): void {
    this.add(`exit ${step} ${exit}`, 1);
  }

  send(send: number, field: SendField, amount = 1): void {
    this.add(`send ${send} ${field}`, amount);
  }

  unsent(send: number, reason: UnsentReason): void {
    this.add(`unsent ${send} ${reason}`, 1);
  }

  goal(goal: number, value: number): void {
    this.add(`goal ${goal}`, 1);
    this.add(`goal value ${goal}`, value);
  }

  group(group: number, field: GroupField, amount = 1): void {
    this.add(`group ${field} ${group}`, amount);
  }

  results(): Results {
    return { contacts: this.contacts, stepsExecuted: this.total('entered '), journeys: [this.journey()] };
  }

  private journey(): JourneyResults {
    const journey = this.program.journeys[0]!;
    const steps = (what: PerStep) => this.list(journey.steps.map((_, step) => `${what} ${step}`));
    return {
      entered: steps('entered'),
      inFlight: steps('inFlight'),
      exitRule: steps('exitRule'),
      loopBound: steps('loopBound'),
      ended: steps('ended'),
      wentOn: steps('wentOn'),
      won: steps('won'),
      exits: this.list(
        journey.steps.flatMap(({ exits }, step) => exits.map((_, exit) => `exit ${step} ${exit}`)),
      ),
      sends: this.list(
        journey.sends.flatMap((_, send) => SEND_FIELDS.map((field) => `send ${send} ${field}`)),
      ),
      unsent: this.list(
        journey.sends.flatMap((_, send) => UNSENT_REASONS.map((reason) => `unsent ${send} ${reason}`)),
      ),
      goals: this.list(journey.goals.flatMap((_, goal) => [`goal ${goal}`, `goal value ${goal}`])),
      groups: this.list(
        GROUP_FIELDS.flatMap((field) =>
          Array.from({ length: GROUPS }, (_, group) => `group ${field} ${group}`),
        ),
      ),
      droppedEntries: this.droppedEntries,
      notEligible: this.notEligible,
      overEntryCap: this.overEntryCap,
    };
  }

  private add(name: string, amount: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + amount);
  }

  private list(names: readonly string[]): Float64Array {
    return Float64Array.from(names, (name) => this.counts.get(name) ?? 0);
  }

  private total(start: string): number {
    return [...this.counts].reduce((sum, [name, count]) => (name.startsWith(start) ? sum + count : sum), 0);
  }
}
