import { expect } from 'vitest';
import type { Audience } from '../../../src/audience/audience.ts';
import { bind } from '../../../src/audience/bind.ts';
import type { Program } from '../../../src/compile/program.ts';
import { unsentReasons, type Results } from '../../../src/engine/results.ts';
import { journeyId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import { minutes } from '../../../src/journey/units.ts';
import { anybody, run, tryCompileAll } from '../../support/simulate.ts';
import { type Small, smallJourney } from '../../support/tinyRun.ts';
import { differences } from '../differences.ts';
import { simulateNaively } from '../naive.ts';
import type { Watched } from '../sender.ts';

// Worked cases that stand elsewhere: “in 1 day at 09:00” and “next Saturday” in test/engine/waits.test.ts; exit rules on day 1 or 30, who
// buys before the first message, ranked checks and checks without time in test/engine/checks.test.ts.

/** A small journey that is not the only one of its run. */
export function journeyOf(id: string, { settings = {}, ...small }: Small): Journey {
  const priority = id === 'first' ? 60 : 40;
  return {
    ...smallJourney({ ...small, settings: { priority, ...settings } }),
    id: journeyId(id),
    luckId: id,
  };
}

interface Case {
  readonly policies?: Partial<Policies>;
  readonly audience?: Audience;
  readonly contacts?: number;
  /** Whose clock the times are told by. */
  readonly zone?: string;
}

/** What both engines say to a worked case. */
export class Worked {
  readonly program: Program;
  readonly results: Results;
  readonly sent: readonly Watched[];
  private readonly zone: string;

  constructor(program: Program, results: Results, sent: readonly Watched[], zone: string) {
    this.program = program;
    this.results = results;
    this.sent = sent;
    this.zone = zone;
  }

  /** When messages of a step went out, `2026-03-02 06:00`, in the order of time. */
  times(step: string): string[] {
    return this.sent
      .filter((sent) => sent.step === step)
      .map(({ minute }) =>
        new Date((this.program.epoch + minute) * 60_000).toLocaleString('sv-SE', {
          timeZone: this.zone,
          dateStyle: 'short',
          timeStyle: 'short',
        }),
      )
      .sort();
  }

  /** How often a step's messages were not sent, by reason. */
  unsent(step: string, journey = this.program.journeys[0]!.id): Record<string, number> {
    const [{ steps, sends }, counted] = this.journey(journey);
    const reasons = unsentReasons(this.program);
    const found: Record<string, number> = {};
    sends.forEach((send, index) => {
      if (steps[send.step]!.id !== step) return;
      reasons.forEach((reason, at) => {
        const count = counted.unsent[index * reasons.length + at]!;
        if (count > 0) found[reason] = (found[reason] ?? 0) + count;
      });
    });
    return found;
  }

  /** How many left a step by one of its exits, by an exit rule or not at all. */
  left(step: string, by: string, journey = this.program.journeys[0]!.id): number {
    const [{ steps }, counted] = this.journey(journey);
    const at = steps.findIndex(({ id }) => id === step);
    if (by === 'exitRule' || by === 'inFlight' || by === 'ended') return counted[by][at]!;
    const before = steps.slice(0, at).flatMap(({ exits }) => exits).length;
    return counted.exits[before + steps[at]!.exits.indexOf(by)]!;
  }

  private journey(id: string) {
    const place = this.program.journeys.findIndex((journey) => journey.id === id);
    return [this.program.journeys[place]!, this.results.journeys[place]!] as const;
  }
}

/**
 * Runs journeys both ways, which must agree: to the end, and also when the run ends before and after each message, so that the engine's
 * minutes are seen too.
 */
export function bothWays(journeys: Journey | readonly Journey[], rest: Case = {}): Worked {
  const all = [journeys].flat();
  const { zone = all[0]!.settings.zone } = rest;
  const whole = compared(all, rest);
  const minutesOfSends = new Set(whole.sent.map(({ minute }) => minute));
  for (const minute of [...minutesOfSends].slice(0, 12)) {
    for (const end of [minute, minute + 1]) compared(shortened(all, end), rest);
  }
  return new Worked(whole.program, whole.results, whole.sent, zone);
}

function compared(
  journeys: readonly Journey[],
  { policies, audience = anybody, contacts = 1 }: Case,
): { program: Program; results: Results; sent: Watched[] } {
  const compiled = tryCompileAll(journeys, audience, { ...NO_POLICIES, ...policies });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join('\n'));
  const { program } = compiled;
  const all = Uint32Array.from({ length: contacts }, (_, contact) => contact);
  const sent: Watched[] = [];
  const results = simulateNaively(program, bind(program, audience, all), 1, (one) => sent.push(one));
  const fast = run(program, { contacts, audience });
  expect(differences(program, [fast, results]).slice(0, 20), 'engine, reference').toEqual([]);
  return { program, results, sent };
}

/** The same journeys, over at a minute of the run. */
function shortened(journeys: readonly Journey[], end: number): Journey[] {
  const start = (journey: Journey) => Date.parse(journey.settings.start) / 60_000;
  const epoch = Math.min(...journeys.map(start));
  return journeys.map((journey) => {
    const mine = Math.max(1, end - (start(journey) - epoch));
    const horizonMinutes = minutes(Math.min(journey.settings.horizonMinutes, mine));
    return { ...journey, settings: { ...journey.settings, horizonMinutes } };
  });
}
