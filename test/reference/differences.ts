import type { Program } from '../../src/compile/program.ts';
import {
  AUDIENCE_FIELDS,
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  unsentReasons,
  type Results,
} from '../../src/engine/results.ts';

/** Where two results differ, in words: a diff of bare arrays of numbers tells nobody anything. */
export function differences(program: Program, [one, other]: readonly [Results, Results]): string[] {
  const [a, b] = [named(program, one), named(program, other)];
  return [...a.keys()]
    .filter((name) => a.get(name) !== b.get(name))
    .map((name) => `${name}: ${a.get(name)}, ${b.get(name)}`);
}

function named(program: Program, results: Results): Map<string, number | undefined> {
  const names = new Map<string, number | undefined>();
  names.set('contacts', results.contacts);
  program.journeys.forEach((_, journey) => nameJourney(program, results, journey, names));
  nameGroups(AUDIENCE_FIELDS, results.audience, 'audience', names);
  names.set('stepsExecuted', results.stepsExecuted);
  return names;
}

function nameJourney(
  program: Program,
  results: Results,
  place: number,
  names: Map<string, number | undefined>,
): void {
  const journey = program.journeys[place]!;
  const counted = results.journeys[place]!;
  const name = program.journeys.length > 1 ? `${journey.id} ` : '';
  const reasons = unsentReasons(program);
  let exit = 0;
  journey.steps.forEach((step, index) => {
    for (const field of ['entered', 'inFlight', 'exitRule', 'loopBound', 'ended', 'wentOn', 'won'] as const) {
      names.set(`${name}${step.id} ${field}`, counted[field][index]);
    }
    for (const by of step.exits) names.set(`${name}${step.id} left by ${by}`, counted.exits[exit++]);
  });
  journey.sends.forEach((send, index) => {
    const sender = `${name}${journey.steps[send.step]!.id} ${send.rung} ${program.channels[send.channel]}`;
    SEND_FIELDS.forEach((field, at) =>
      names.set(`${sender} ${field}`, counted.sends[index * SEND_FIELDS.length + at]),
    );
    reasons.forEach((reason, at) =>
      names.set(`${sender} unsent ${reason}`, counted.unsent[index * reasons.length + at]),
    );
  });
  counted.goals.forEach((value, at) =>
    names.set(`${name}goal ${at >> 1} ${at % 2 === 0 ? 'count' : 'value'}`, value),
  );
  for (const field of ['droppedEntries', 'notEligible', 'overEntryCap'] as const)
    names.set(`${name}${field}`, counted[field]);
  nameGroups(GROUP_FIELDS, counted.groups, name, names);
}

function nameGroups(
  fields: readonly string[],
  counts: Float64Array,
  name: string,
  names: Map<string, number | undefined>,
): void {
  fields.forEach((field, at) => {
    for (let group = 0; group < GROUPS; group++)
      names.set(`${name} group ${group} ${field}`.trim(), counts[at * GROUPS + group]);
  });
}
