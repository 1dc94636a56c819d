import type { Rule } from '../../src/journey/rules.ts';
import type { Branch } from '../../src/journey/steps/split.ts';
import { createJourney } from '../../src/journey/createJourney.ts';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import type { ExitName, Journey, JourneySettings, StepId } from '../../src/journey/journey.ts';
import { type Step, STEP_DEFINITIONS, type StepKind, type StepOf } from '../../src/journey/steps/index.ts';

/** `step('wait', {…})`: the kind's defaults with some fields of one's own. */
export function step<K extends StepKind>(kind: K, own: Partial<StepOf<K>> = {}): StepOf<K> {
  const definition = STEP_DEFINITIONS[kind] as { defaults(): StepOf<K> };
  return { ...definition.defaults(), ...own };
}

export const empty: Journey = createJourney({
  id: journeyId('draft'),
  luckId: 'draft',
  name: 'Draft',
  start: '2026-03-02T08:00:00Z',
});

/**
 * A journey of the given steps, links as one line each: `entry-1.next > mail`. Every step stands in its own column.
 * The entry `entry-1` is there unless the steps bring one.
 */
export function draft(
  steps: Readonly<Record<string, Step>>,
  links: readonly string[] = [],
  settings: Partial<JourneySettings> = {},
): Journey {
  const bringsEntry = Object.values(steps).some(({ kind }) => kind === 'entry');
  const all: Readonly<Record<string, Step>> = bringsEntry ? steps : { ...empty.steps, ...steps };
  return {
    ...empty,
    steps: all,
    links: linksFrom(links),
    layout: Object.fromEntries(Object.keys(all).map((id, index) => [id, { x: index * 320, y: 0 }])),
    settings: { ...empty.settings, ...settings },
  };
}

function linksFrom(lines: readonly string[]): Journey['links'] {
  const links: Record<StepId, Record<ExitName, StepId>> = {};
  for (const line of lines) {
    const [, from, exit, to] = /^([\w-]+)\.([\w-]+) > ([\w-]+)$/.exec(line) ?? [];
    if (!from || !exit || !to) throw new Error(`invalid link: ${line}`);
    links[stepId(from)] = { ...links[stepId(from)], [exit]: stepId(to) };
  }
  return links;
}

/** Entry → the step → exit, every exit of it linked. */
export function around(
  middle: Step,
  exits: readonly string[] = ['next'],
  settings: Partial<JourneySettings> = {},
): Journey {
  return draft(
    { m: middle, end: step('exit') },
    ['entry-1.next > m', ...exits.map((exit) => `m.${exit} > end`)],
    settings,
  );
}

export function branchOf(id: string, rule: Rule): Branch {
  return { id, name: id, rule };
}
