import type { Program } from '../../src/compile/program.ts';
import {
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  UNSENT_REASONS,
  type GroupField,
  type Results,
  type SendField,
} from '../../src/engine/results.ts';

/** Results by name, for tests. */
export function readResults(program: Program, { journeys: [counted] }: Results) {
  const journey = program.journeys[0]!;
  const results = counted!;
  const index = (id: string) => {
    const at = journey.steps.findIndex((step) => step.id === id);
    if (at < 0) throw new Error(`no step ${id}`);
    return at;
  };
  const exitsBefore = (at: number) =>
    journey.steps.slice(0, at).reduce((sum, { exits }) => sum + exits.length, 0);
  return {
    entered: (id: string) => results.entered[index(id)]!,
    inFlight: (id: string) => results.inFlight[index(id)]!,
    ended: (id: string) => results.ended[index(id)]!,
    exitRule: (id: string) => results.exitRule[index(id)]!,
    loopBound: (id: string) => results.loopBound[index(id)]!,
    wentOn: (id: string) => results.wentOn[index(id)]!,
    won: (id: string) => results.won[index(id)]!,
    exit: (id: string, exit: string) =>
      results.exits[exitsBefore(index(id)) + journey.steps[index(id)]!.exits.indexOf(exit)]!,
    /** Over all sends of the step. */
    sends: (id: string, field: SendField) =>
      journey.sends.reduce(
        (sum, { step }, send) =>
          step === index(id)
            ? sum + results.sends[send * SEND_FIELDS.length + SEND_FIELDS.indexOf(field)]!
            : sum,
        0,
      ),
    unsent: (id: string) =>
      journey.sends.reduce((sum, { step }, send) => {
        if (step !== index(id)) return sum;
        const reasons = results.unsent.subarray(
          send * UNSENT_REASONS.length,
          (send + 1) * UNSENT_REASONS.length,
        );
        return sum + reasons.reduce((a, b) => a + b, 0);
      }, 0),
    total: (field: GroupField) => {
      const at = GROUP_FIELDS.indexOf(field) * GROUPS;
      return results.groups.subarray(at, at + GROUPS).reduce((a, b) => a + b, 0);
    },
  };
}
