import type { StepId } from '../../journey/ids.ts';
import { stepOf } from '../../journey/graph.ts';
import type { Journey, Link } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import type { Portability } from '../portability.ts';
import { isObject } from '../kept.ts';
import { isOn, JUMP, type JsonObject, type Source } from './campaign.ts';
import { placed, type Placed } from './emit.ts';
import {
  bare,
  carriedSettings,
  type Slip,
  inOrder,
  type NamedExit,
  type SourceSlip,
  sourceInOrder,
} from './slip.ts';
import { eventName, nameOfEvent } from './eventName.ts';
import { type Kept, keptAt, objects } from './origin.ts';
import type { StepParts } from './parts.ts';
import { partsOf } from './partsOf.ts';
import { type Plan, type Spot, stepsOf } from './plan.ts';
import { readEvent } from './readEvent.ts';
import { tellPlaces } from './tellPlaces.ts';
import { refilled } from './anyId.ts';
import { withAnyIds } from './withAnyIds.ts';
import { canvasSettings, inOrderOf } from './canvas.ts';
import { type Writing, writtenEvents } from './write.ts';

interface Making {
  /** In steps that Mautic has. */
  readonly journey: Journey;
  readonly original: Journey;
  readonly entry: readonly [StepId, EntryStep];
  readonly plan: Plan;
  readonly parts: ReadonlyMap<StepId, StepParts>;
  readonly port: Portability;
  /** The step of the original that a step stands for. */
  readonly sourceOf: (id: StepId) => StepId;
  readonly kept: Kept | undefined;
  /** Links that nobody takes in Mautic, to steps that are there. */
  readonly untaken: readonly Link[];
  /** Steps that are in the file. */
  readonly reached: ReadonlySet<StepId>;
}

/** What is sent to Mautic to make the campaign. */
export function bodyOf(making: Making): JsonObject {
  const { journey, original, plan, kept, entry } = making;
  const events = placed(plan, {
    keptId: (step) => idOf(kept?.eventOf(step)?.raw),
    keptWait: (wait, type) => {
      const raw = kept?.eventOf(wait)?.raw;
      return raw?.['type'] === type ? idOf(raw) : undefined;
    },
    keptAt: (from, type, target) => idOf(keptAt(kept, from, type, target)),
    nameOf: (step) => stepOf(journey, step)?.name ?? step,
    slipOf: (step) => slipOf(making, step),
  });
  tellPlaces(events, making);
  const source: Source = entry[1].trigger.type === 'events' ? 'forms' : 'lists';
  const writings = events.map((event) => plainly(writingOf(event, making), making));
  const own = {
    name: original.name.trim() === '' ? 'Campaign' : original.name,
    description: original.brief ?? '',
    isPublished: false,
    allowRestart: journey.settings.reEntry.mode !== 'never',
    ...sourcesOf(making, source),
    events: inOrderOf(kept?.events ?? [], writtenEvents(writings), ({ id }) => String(id)),
    canvasSettings: canvasSettings(writings, { source, slip: sourceSlip(making), kept }),
  };
  if (!kept) return own;
  const { description: _, isPublished: __, allowRestart, ...rest } = own;
  return { ...kept.body, ...rest, ...keptRestart(kept, allowRestart) };
}

function idOf(raw: JsonObject | undefined): string | undefined {
  return typeof raw?.['id'] === 'string' ? raw['id'] : undefined;
}

/** 1 and 0 stay what they were. */
function keptRestart({ body }: Kept, allowRestart: boolean): JsonObject {
  const before = body['allowRestart'];
  const same = isOn(before) === allowRestart;
  return same ? (before === undefined ? {} : { allowRestart: before }) : { allowRestart };
}

/** The first event of a step says which step it is, and the step itself where reading the event would not give it. */
function slipOf({ journey, parts, untaken }: Making, id: StepId): Slip {
  const step = stepOf(journey, id);
  const made = parts.get(id);
  if (!step || !made) return {};
  const [first] = made.parts;
  const carried = bare(step);
  const read = made.parts.length === 1 && readEvent(first, step.name);
  const called = eventName(step.name);
  return inOrder({
    id,
    ...(called !== step.name && { name: step.name }),
    ...(!(read && sameJson(read.step, carried)) && { step: carried }),
    ...untakenOf(untaken, id),
  });
}

/** What came without slips goes back without them, as long as it is what it was. */
function plainly(writing: Writing, { kept }: Making): Writing {
  return kept && !kept.ours && writing.raw ? { ...writing, event: { ...writing.event, slip: {} } } : writing;
}

function untakenOf(untaken: Making['untaken'], id: StepId): Slip {
  const links = untaken.filter(({ from }) => from === id).map(({ exit, to }): [string, string] => [exit, to]);
  return links.length > 0 ? { untaken: Object.fromEntries(links) } : {};
}

function writingOf(event: Placed, making: Making): Writing {
  const { kept } = making;
  const { spot, wait, type, id } = event;
  if (!spot) {
    const target = type === JUMP ? String(event.properties['jumpToEvent']) : undefined;
    const there = keptAt(kept, event.from, type, target);
    const own = wait === undefined ? undefined : kept?.eventOf(wait)?.raw;
    const raw = [there, own].find((one) => one?.['type'] === type && one['id'] === id);
    if (!raw) return { event, properties: event.properties };
    const before = isObject(raw['properties']) ? raw['properties'] : {};
    const named = wait === undefined ? { ...event, name: nameOfEvent(raw) } : event;
    return { event: named, raw, properties: { ...before, ...event.properties } };
  }
  const before = spot.index === 0 ? kept?.eventOf(spot.step) : undefined;
  if (!before?.unchanged || before.raw['id'] !== id) return { event, properties: event.properties };
  return { event, raw: before.raw, properties: keptProperties(before.raw, spot, event.properties, making) };
}

/** What the file said of the event, with what now stands in its blanks. */
function keptProperties(
  raw: JsonObject,
  { step: id }: Spot,
  ours: JsonObject,
  { journey }: Making,
): JsonObject {
  const step = stepOf(journey, id);
  const before = raw['properties'];
  if (!step || !isObject(before)) return ours;
  const pattern = partsOf(step, withAnyIds(id, journey.settings))?.parts[0];
  if (!pattern || pattern.type !== raw['type']) return before;
  const filled = refilled(before, pattern.properties, ours);
  return isObject(filled) ? filled : before;
}

/** What belongs to no event: who comes in, what ends are called, and what a campaign has no field for. */
function sourceSlip({ journey, entry: [id, step], kept, reached }: Making): SourceSlip | undefined {
  if (kept && !kept.ours) return undefined;
  const settings = carriedSettings(journey.settings);
  const named = stepsOf(journey, 'exit').filter(([exit]) => reached.has(exit));
  const exits = named.map(([exit, { name, reason }]): [StepId, NamedExit] => [
    exit,
    { name, ...(reason !== undefined && { reason }) },
  ]);
  return sourceInOrder({
    id,
    step: bare(step),
    ...(exits.length > 0 && { exits: Object.fromEntries(exits) }),
    ...(Object.keys(settings).length > 0 && { settings }),
  });
}

const SOURCE_WORDS = {
  lists: { kind: 'segment', what: 'the number of the segment whose contacts come in (Segments, column ID)' },
  forms: {
    kind: 'form',
    what: 'the number of the form whose submission starts the campaign (Components, Forms, column ID)',
  },
} as const;

/** The lists or forms that contacts come from; those of the file, if it had some. */
function sourcesOf({ entry: [step], port, kept }: Making, source: Source): Pick<JsonObject, Source> {
  const before = objects(kept?.body[source]);
  const { kind, what } = SOURCE_WORDS[source];
  const asked = (index: number, was: unknown) =>
    port.fill({
      id: index === 0 ? kind : `${kind}:${index + 1}`,
      kind,
      what,
      step,
      form: 'wholeNumber',
      scope: 'journey',
      placeholder: '0',
      kept: typeof was === 'number' || typeof was === 'string' ? String(was).replace(/^0$/, '') : undefined,
    });
  const none: Pick<JsonObject, Source> = {
    lists: kept?.body['lists'] ?? [],
    forms: kept?.body['forms'] ?? [],
  };
  if (before.length === 0) return { ...none, [source]: [{ id: Number(asked(0, undefined)) }] };
  return {
    ...none,
    [source]: before.map((one, index) => {
      const id = asked(index, one['id']);
      return String(one['id']) === id ? one : { ...one, id: Number(id) };
    }),
  };
}
