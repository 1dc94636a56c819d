import { loopsIn } from '../../journey/graph.ts';
import type { Position } from '../../journey/journey.ts';
import { lineAndColumn, tooDeepAt } from '../../journey/jsonText.ts';
import { MAX_STEPS } from '../../journey/limits.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft, refusal } from '../draft.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { FILE_ENDING } from './exportSteps.ts';
import { type Group, type Groups, groupsOf } from './groups.ts';
import { ReadSteps } from './readSteps.ts';
import { recognise } from './recognise.ts';
import { repeatedKey } from './repeatedKey.ts';
import type { StepMap } from './stepMap.ts';

/** A journey keeps what it was read from, and is itself no deeper than its own file may be. */
const MOST_DEPTH = 40;

/** The answer of `GET …/journeys/:id/steps`, or a file that was made for `PUT`. */
export function importSteps(files: readonly ExchangeFile[], options: ImportOptions = {}): Imported {
  const [file] = files;
  if (!file || files.length > 1)
    return refusal(
      'one-file-wanted',
      `Choose one file: the steps of a journey are one map. Here are ${files.length}.`,
    );
  const read = readJsonFile(file);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const deep = tooDeepAt(file.text, MOST_DEPTH);
  if (deep !== undefined) {
    const { line, column } = lineAndColumn(file.text, deep);
    return refusal(
      'nested-too-deep',
      `Rules in this file are nested more than ${MOST_DEPTH} levels deep. Is it the right file?`,
      `line ${line}, column ${column}`,
    );
  }
  const recognised = recognise(read.value);
  if (!recognised.ok) return recognised;
  const twice = repeatedKey(file.text.replace(/^\uFEFF/, ''));
  if (twice !== undefined)
    return refusal(
      'id-twice',
      `Two steps have the external_id “${clip(twice)}”. Give one of them another.`,
      clip(twice),
    );
  return fromMap(recognised.map, file, options);
}

function fromMap(map: StepMap, file: ExchangeFile, options: ImportOptions): Imported {
  const groups = groupsOf(map);
  const steps = groups.all.filter(({ id }) => !isLoose(map, id, groups));
  if (steps.length >= MAX_STEPS)
    return refusal(
      'too-many-steps',
      `This file has ${steps.length} steps; a journey can have ${MAX_STEPS - 1}.`,
    );
  const entrances = steps.filter(({ id }) => map[id]?.type === 'entrance');
  const used = entrances.filter(({ id }) => (map[id]?.children ?? []).length > 0);
  if (used.length > 1)
    return refusal(
      'several-entrances',
      `People come in by ${used.length} entrances (${used
        .map(({ id }) => `“${clip(map[id]?.name ?? id)}”`)
        .slice(0, 5)
        .join(
          ', ',
        )}); a journey here has one. Leave one of them in the file, and import the others as journeys of their own.`,
      used[1]?.id,
    );
  const [entrance = entrances[0]] = used;
  const draft = new Draft('parcelvoy', nameOf(map, entrance, file), options);
  for (const { id } of entrances.filter((other) => other !== entrance))
    draft.warn({
      code: 'entrance-unused',
      words: 'This entrance leads nowhere and is left out.',
      path: clip(id),
    });
  for (const { id } of groups.all.filter(({ id }) => isLoose(map, id, groups)))
    draft.warn({
      code: 'exit-by-event',
      words:
        'This exit takes people out at an event that is not known here: nobody leaves by it. Add an exit rule for what is meant.',
      path: `${clip(id)}.data.event_name`,
    });
  const read = steps.filter((group) => group === entrance || !entrances.includes(group));
  const places = placesOf(map, read);
  const reading = new ReadSteps(map, draft, { groups, places });
  reading.read(read, entrance);
  if (loopsIn(reading.successors()).length > 0) {
    draft.settle({ maxPasses: 1 });
    draft.warn({
      code: 'loop-once',
      words:
        'Steps lead back to each other. Who comes to a step a second time leaves the journey, there and here: each may be come to once.',
    });
  }
  const loose = Object.fromEntries(
    Object.entries(map).filter(
      ([id]) => isLoose(map, id, groups) || (map[id]?.type === 'entrance' && id !== entrance?.id),
    ),
  );
  draft.keep({ ids: Object.keys(map), placed: places !== undefined, loose });
  return draft.finish();
}

/** An exit for an event, which nothing leads to. */
function isLoose(map: StepMap, id: string, { led }: Groups): boolean {
  const step = map[id];
  const event = step?.data?.['event_name'];
  return step?.type === 'exit' && typeof event === 'string' && event !== '' && !led.has(id);
}

/** The map has no name of its own. */
function nameOf(map: StepMap, entrance: Group | undefined, { name }: ExchangeFile): string {
  const told = entrance?.slip?.journey;
  if (typeof told === 'object' && told !== null && 'name' in told && typeof told.name === 'string')
    return told.name;
  const plain = name.replace(new RegExp(`(${FILE_ENDING.replaceAll('.', '\\.')}|\\.json)$`, 'i'), '');
  return plain.trim() === '' ? (map[entrance?.id ?? '']?.name ?? '') : plain;
}

const FARTHEST = 1e6;

/** Where the cards stand, unless they lie on each other, as they do in files that no canvas has made. */
function placesOf(map: StepMap, groups: readonly Group[]): ReadonlyMap<string, Position> | undefined {
  const places = new Map<string, Position>();
  const seen = new Set<string>();
  for (const { id } of groups) {
    const { x, y } = map[id] ?? {};
    if (typeof x !== 'number' || typeof y !== 'number') return undefined;
    if (Math.max(Math.abs(x), Math.abs(y)) > FARTHEST || seen.has(`${x} ${y}`)) return undefined;
    seen.add(`${x} ${y}`);
    places.set(id, { x, y });
  }
  return places;
}
