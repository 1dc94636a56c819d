import type { Problem } from '../../journey/problem.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import { isObject } from '../kept.ts';
import { lookOfText, lookOfValue } from '../looks.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { NO_RESOURCES } from './bundle.ts';
import { objectAt, textAt } from './keptDocument.ts';
import type { Body, ResourceKind, Resources } from './types.ts';

/** A journey in a file: its own parts stand below `path`. */
export interface FoundJourney {
  readonly body: Body;
  readonly definition: Body;
  readonly path: string;
}

export type ReadFiles =
  | { readonly ok: true; readonly journey: FoundJourney; readonly resources: Resources }
  | { readonly ok: false; readonly problem: Problem };

const MOST_DEEP = 4;

/** What is in the files, in whatever way it was put together: bodies of requests, lists of them, answers of a GET, a definition alone. */
export function readFiles(files: readonly ExchangeFile[]): ReadFiles {
  const journeys: FoundJourney[] = [];
  const resources: Record<ResourceKind, Body[]> = {
    userProperties: [],
    subscriptionGroups: [],
    templates: [],
    segments: [],
  };
  for (const file of files) {
    if (isLegacyYaml(file.text)) return refused('dittofeed-obsolete', OBSOLETE);
    const read = readJsonFile(file);
    if (!read.ok)
      return strangerIn([file]) ?? { ok: false, problem: inFile(file, read.problem, files.length) };
    collect(read.value, files.length > 1 ? `${file.name}: ` : '', MOST_DEEP, (found, path) => {
      const kind = kindOf(found);
      if (kind === 'journey') journeys.push(journeyAt(found, path));
      else if (kind) resources[kind].push(found);
      return kind !== undefined;
    });
  }
  const [journey, second] = journeys;
  if (!journey) return strangerIn(files) ?? nothingIn(resources);
  if (second) return severalIn(journeys);
  if (isObsolete(journey.definition)) return refused('dittofeed-obsolete', OBSOLETE, journey.path);
  return { ok: true, journey, resources: { ...NO_RESOURCES, ...resources } };
}

/** Looks into lists, and into objects that are nothing themselves: `{"journeys": […]}`. */
function collect(
  value: unknown,
  path: string,
  deep: number,
  take: (found: Body, path: string) => boolean,
): void {
  if (deep === 0 || typeof value !== 'object' || value === null) return;
  if (isObject(value) && take(value, path)) return;
  const below = path === '' || path.endsWith(' ') ? path : `${path}.`;
  for (const [key, part] of Object.entries(value)) collect(part, `${below}${key}`, deep - 1, take);
}

function kindOf(body: Body): ResourceKind | 'journey' | undefined {
  const definition = objectAt(body, 'definition');
  if (isDefinition(body) || (definition && isDefinition(definition))) return 'journey';
  if (definition && isObject(definition['entryNode']) && Array.isArray(definition['nodes']))
    return 'segments';
  const type = textAt(definition, 'type');
  if (type !== undefined && ['Email', 'Sms', 'MobilePush', 'Webhook'].includes(type)) return 'templates';
  if (type !== undefined && textAt(body, 'name') !== undefined) return 'userProperties';
  return ['OptIn', 'OptOut'].includes(textAt(body, 'type') ?? '') ? 'subscriptionGroups' : undefined;
}

function isDefinition(value: Body): boolean {
  const { entryNode, nodes } = value;
  if (!isObject(entryNode) || !Array.isArray(nodes)) return false;
  return (
    'exitNode' in value ||
    entryNode['type'] === 'EntryNode' ||
    entryNode['type'] === 'EventEntryNode' ||
    isObsolete(value)
  );
}

function journeyAt(body: Body, path: string): FoundJourney {
  const definition = objectAt(body, 'definition');
  if (!definition || !isDefinition(definition)) return { body: {}, definition: body, path };
  const below = path === '' || path.endsWith(' ') ? path : `${path}.`;
  return { body, definition, path: `${below}definition` };
}

/** Before 2023 nodes were numbered, the exit was one of them, and segments and templates went by name. */
function isObsolete({ entryNode, nodes }: Body): boolean {
  const list = Array.isArray(nodes) ? nodes.filter(isObject) : [];
  const numbered = list.length > 0 && list.every(({ id }) => typeof id === 'number');
  return (
    numbered ||
    list.some(({ type }) => type === 'ExitNode') ||
    (isObject(entryNode) && typeof entryNode['child'] === 'number')
  );
}

function isLegacyYaml(text: string): boolean {
  return !/^\s*[{[]/.test(text) && /^definition:/m.test(text) && /^\s+entryNode:/m.test(text);
}

const OBSOLETE =
  'This is a journey of Dittofeed in a form that it no longer takes: numbered nodes, segments and templates by name. Open the journey there and export it by GET /api/admin/journeys/.';

function strangerIn(files: readonly ExchangeFile[]): ReadFiles | undefined {
  for (const file of files) {
    const look = lookOfText(file.text) ?? lookOfValue(valueOf(file));
    if (look && look.platform !== 'dittofeed')
      return refused(
        'other-platform',
        `This looks like ${look.what}, not like a journey of Dittofeed: ${look.todo}.`,
      );
  }
  return undefined;
}

function valueOf(file: ExchangeFile): unknown {
  const read = readJsonFile(file);
  return read.ok ? read.value : undefined;
}

function nothingIn(resources: Resources): ReadFiles {
  const found = Object.entries(resources).flatMap(([kind, list]) =>
    list.length > 0 ? [KIND_WORDS[kind as ResourceKind]] : [],
  );
  if (found.length > 0)
    return refused(
      'dittofeed-no-journey',
      `There is no journey in it, only ${found.join(', ')} of Dittofeed. Open it together with the file that has the journey.`,
    );
  return refused(
    'not-dittofeed',
    'This is no journey of Dittofeed: that has a definition with “entryNode”, “exitNode” and “nodes”. Open a file that Dittofeed or Rehearsal made.',
  );
}

const KIND_WORDS: Readonly<Record<ResourceKind, string>> = {
  userProperties: 'user properties',
  subscriptionGroups: 'subscription groups',
  templates: 'templates',
  segments: 'segments',
};

const MOST_NAMES = 10;

function severalIn(journeys: readonly FoundJourney[]): ReadFiles {
  const names = journeys.map(({ body, path }) => `“${textAt(body, 'name') ?? path}”`);
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return refused(
    'dittofeed-several',
    `There are ${names.length} journeys in it: ${shown}${more}. Keep one of them in the file and open it again.`,
  );
}

function refused(code: string, words: string, path?: string): ReadFiles {
  return { ok: false, problem: { code, severity: 'error', words, values: {}, ...(path && { path }) } };
}

function inFile({ name }: ExchangeFile, problem: Problem, files: number): Problem {
  if (files === 1) return problem;
  return {
    ...problem,
    path: `${name}: ${problem.path ?? ''}`.replace(/: $/, ''),
    words: `${name}: ${problem.words}`,
  };
}
