import { stepOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { Portability } from '../portability.ts';
import { carried, withSteps } from './carried.ts';
import type { LoweredJourney } from './makePlan.ts';
import { digestOf, type Slip } from './slip.ts';
import { readPlain } from './readPlain.ts';
import { reEntryOf } from './sketchEntry.ts';
import { type Data, isStepType, SLIP_KEY, type PlatformStep, type StepMap } from './stepMap.ts';
import type { Plan } from './tellers.ts';
import type { Written } from './write.ts';

interface Around {
  readonly lowered: LoweredJourney;
  readonly plan: Plan;
  readonly written: ReadonlyMap<StepId, Written>;
  readonly port: Portability;
}

/** The map, with a slip beside every step that would not be read as what it is. */
export function writeSlips(map: StepMap, around: Around): StepMap {
  const all: Record<string, PlatformStep> = { ...map };
  for (const [id, written] of around.written) {
    const own = around.plan.externalOf(id);
    const step = stepOf(around.lowered.journey, id);
    const node = Object.hasOwn(map, own) ? map[own] : undefined;
    if (!step || !node || written.again) continue;
    const exits = { ...written.exits, ...elsewhere(id, map, around) };
    const said = saidAlready(node, step, exits) && written.ids.length === 1;
    const journey = step.kind === 'entry' ? journeySlip(around.lowered.before, node.data ?? {}) : undefined;
    if (said && !journey) continue;
    const slip: Slip = {
      ...(!said && { step: withSteps(carried(step), (other) => externalOf(other, around)) }),
      ...(written.ids.length > 1 && { parts: written.ids.slice(1) }),
      exits,
      ...(journey && { journey: withSteps(journey, (other) => externalOf(other, around)) }),
      ...(step.kind === 'entry' && filledEvents(around)),
      digest: digestOf(map, written.ids),
    };
    all[own] = { ...node, data: { ...node.data, [SLIP_KEY]: slip } };
  }
  return all;
}

function externalOf(other: string, { lowered, plan }: Around): string | undefined {
  const id = other as StepId;
  return stepOf(lowered.journey, id) ? plan.externalOf(id) : undefined;
}

/** Exits that the platform has no path for: where they lead stands on the slip as long as that is in the file. */
function elsewhere(id: StepId, map: StepMap, { lowered, plan, written }: Around): Slip['exits'] {
  const links = Object.entries(lowered.journey.links[id] ?? {});
  const known = written.get(id)?.exits ?? {};
  return Object.fromEntries(
    links.flatMap(([exit, target]) => {
      const to = plan.externalOf(target);
      if (Object.hasOwn(known, exit)) return [];
      if (Object.hasOwn(map, to)) return [[exit, { to }]];
      plan.say('missing', id, {
        code: 'link-lost',
        words: 'Where this leads by a way that the platform does not have is not in the file.',
      });
      return [];
    }),
  );
}

/** Whether the platform's step alone is read as this one, its exits included. */
function saidAlready(node: PlatformStep, step: Step, exits: Slip['exits']): boolean {
  if (!isStepType(node)) return false;
  const plain = readPlain(node, { messageOf: () => undefined, doubt: () => undefined, exists: () => true });
  const names = exitsOf(step);
  const isSame =
    sameJson(carried(plain.step), carried(step)) &&
    plain.step.name === step.name &&
    sameJson(exitsOf(plain.step), names);
  return (
    isSame &&
    Object.entries(exits).every(([exit, slot]) => {
      const found = plain.exits.find((other) => other.exit === exit);
      return found && 'node' in slot && found.path === slot.path && found.place === slot.place;
    })
  );
}

/** What is said of the whole journey, which a map of steps has no place for. */
function journeySlip({ name, settings }: Journey, data: Data): Data {
  const { reEntry, entryCap, exitRules, transactional } = settings;
  return {
    name,
    ...(!sameJson(reEntryOf(data), reEntry) && { reEntry }),
    ...(entryCap !== undefined && { entryCap }),
    ...(exitRules.length > 0 && { exitRules }),
    ...(transactional !== undefined && { transactional }),
  };
}

/** Names of events that somebody filled in: a rule does not say that it was a blank. */
function filledEvents({ port }: Around): Pick<Slip, 'blanks'> {
  const events = port.blanks.filter(({ kind, filled }) => kind === 'event' && filled);
  return events.length > 0 ? { blanks: Object.fromEntries(events.map(({ id, value }) => [id, value])) } : {};
}
