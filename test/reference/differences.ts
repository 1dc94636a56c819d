import type { Program } from '../../src/compile/program.ts';
import {
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  UNSENT_REASONS,
  type JourneyResults,
  type Results,
} from '../../src/engine/results.ts';

/** Where two results differ, in words: a diff of bare arrays of numbers tells nobody anything. */
export function differences(program: Program, [one, other]: readonly [Results, Results]): string[] {
  const [a, b] = [one, other].map((results) => named(program, results.journeys[0]!));
  const lines = [...a!.keys()].filter((name) => a!.get(name) !== b!.get(name));
  const contacts = one.contacts === other.contacts ? [] : [`contacts: ${one.contacts}, ${other.contacts}`];
  return [...contacts, ...lines.map((name) => `${name}: ${a!.get(name)}, ${b!.get(name)}`)];
}

function named(program: Program, counted: JourneyResults): Map<string, number> {
  const journey = program.journeys[0]!;
  const names = new Map<string, number>();
  let exit = 0;
  journey.steps.forEach((step, index) => {
    for (const field of ['entered', 'inFlight', 'exitRule', 'loopBound', 'ended', 'wentOn', 'won'] as const) {
      names.set(`${step.id} ${field}`, counted[field][index]!);
    }
    for (const name of step.exits) names.set(`${step.id} left by ${name}`, counted.exits[exit++]!);
  });
  journey.sends.forEach((send, index) => {
    const sender = `${journey.steps[send.step]!.id} ${send.rung} ${program.channels[send.channel]}`;
    SEND_FIELDS.forEach((field, at) =>
      names.set(`${sender} ${field}`, counted.sends[index * SEND_FIELDS.length + at]!),
    );
    UNSENT_REASONS.forEach((reason, at) =>
      names.set(`${sender} unsent ${reason}`, counted.unsent[index * UNSENT_REASONS.length + at]!),
    );
  });
  counted.goals.forEach((value, at) =>
    names.set(`goal ${at >> 1} ${at % 2 === 0 ? 'count' : 'value'}`, value),
  );
  GROUP_FIELDS.forEach((field, at) => {
    for (let group = 0; group < GROUPS; group++)
      names.set(`group ${group} ${field}`, counted.groups[at * GROUPS + group]!);
  });
  for (const field of ['droppedEntries', 'notEligible', 'overEntryCap'] as const)
    names.set(field, counted[field]);
  return names;
}
