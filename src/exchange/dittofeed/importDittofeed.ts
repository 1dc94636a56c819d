import { stepOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Problem } from '../../journey/problem.ts';
import { pathText } from '../../journey/schemaWords.ts';
import { exitsOf, STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft } from '../draft.ts';
import { objectAt, textAt } from './keptDocument.ts';
import { readExitRules } from './readExitRules.ts';
import { type MissingFiles, missingFiles } from './missingFiles.ts';
import { type FoundJourney, readFiles } from './readFiles.ts';
import { type BegunWith, readBegin } from './readEntryNode.ts';
import { readPieces } from './readPieces.ts';
import { type Found, type Piece, type PieceDoubt, Reading, targetsOf } from './reading.ts';
import { type ReadEntry, readEntry, readNode } from './shapes.ts';
import { type Body, EXIT, type Resources } from './types.ts';
import { unreached } from './unreached.ts';

const NO_NAME = 'Imported Dittofeed journey';

export function importDittofeed(files: readonly ExchangeFile[], options: ImportOptions = {}): Imported {
  const read = readFiles(files);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const { journey, resources } = read;
  const nodes = readNodes(journey);
  if (!nodes.ok) return nodes;
  const { entry, found } = nodes;
  const name = textAt(journey.body, 'name') ?? NO_NAME;
  const about = { byEvent: entry.type === 'EventEntryNode', base: options.base, journeyName: name };
  const reading = new Reading(found, resources, about, entry.child);
  const draft = new Draft('dittofeed', name, options);
  const exitRules = readExitRules(reading);
  const begin = readBegin(reading, entry, objectAt(journey.definition, 'entryNode') ?? {});
  const pieces = readPieces(reading);
  const doubts = [...begin.doubts, ...pieces.flatMap((piece) => piece.doubts ?? [])];
  const missing = missingFiles(doubts, journey.body, resources);
  if (missing.doubt) draft.warn(missing.doubt);
  new Putting(draft, reading, missing).put(pieces, begin, journey.path);
  for (const doubt of unreached(found, entry.child)) draft.warn(doubt);
  const often =
    journey.body['canRunMultiple'] === true || (entry.type === 'EntryNode' && entry.reEnter === true);
  draft.settle({ exitRules, reEntry: { mode: often ? 'afterExit' : 'never' }, ...zoneOf(found) });
  draft.keep(documentOf(journey, resources, name, often));
  return draft.finish();
}

type ReadNodes =
  | { readonly ok: true; readonly entry: ReadEntry; readonly found: ReadonlyMap<string, Found> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MOST_PROBLEMS = 20;

/** All nodes, each with a place of its own, every link between two of them. */
function readNodes({ definition, path }: FoundJourney): ReadNodes {
  const at = (...parts: PropertyKey[]) =>
    [path, pathText(parts)].filter((part) => part !== '').join(path.endsWith(' ') ? '' : '.');
  const entry = readEntry(definition['entryNode'], at('entryNode'));
  if (!entry.ok) return entry;
  const found = new Map<string, Found>();
  const problems: Problem[] = [];
  const list: unknown = definition['nodes'];
  (Array.isArray(list) ? list : []).forEach((raw: unknown, index) => {
    const here = at('nodes', index);
    const read = readNode(raw, here);
    if (!read.ok) problems.push(...read.problems);
    else if (found.has(read.value.id) || read.value.id === EXIT) problems.push(twice(read.value.id, here));
    else found.set(read.value.id, { node: read.value, raw: raw as Body, path: here });
  });
  const links = [
    { to: entry.value.child, from: at('entryNode') },
    ...[...found.values()].flatMap(({ node, path: from }) => targetsOf(node).map((to) => ({ to, from }))),
  ];
  for (const { to, from } of links) if (to !== EXIT && !found.has(to)) problems.push(dangling(to, from));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
  return { ok: true, entry: entry.value, found };
}

function twice(id: string, path: string): Problem {
  const words = `“${path}” is called “${id}”, as another node is. Give it an id of its own and open the file again.`;
  return { code: 'node-twice', severity: 'error', words, values: { id }, path };
}

function dangling(to: string, path: string): Problem {
  const words = `“${path}” leads to “${to}”, and there is no such node. Correct the file, or export the journey from Dittofeed again.`;
  return { code: 'node-missing', severity: 'error', words, values: { to }, path };
}

/** Pieces become steps with links between them. */
class Putting {
  readonly #draft: Draft;
  readonly #reading: Reading;
  readonly #missing: MissingFiles;
  readonly #ids = new Map<string, StepId>();
  #end: StepId | undefined;

  constructor(draft: Draft, reading: Reading, missing: MissingFiles) {
    this.#draft = draft;
    this.#reading = reading;
    this.#missing = missing;
  }

  put(pieces: readonly Piece[], begin: BegunWith, path: string): void {
    for (const piece of pieces) this.#add(piece);
    const { wish, raw } = begin;
    const entry = this.#draft.add(begin.step, {
      ...(wish !== undefined && { id: wish }),
      ...(raw && { raw }),
    });
    this.#warn(begin.doubts, `${path}.entryNode`.replace(/^\./, ''), entry);
    this.#connect(entry, 'next', begin.first);
    for (const { key, exits } of pieces) {
      const from = this.#ids.get(key);
      if (from !== undefined) for (const [exit, to] of Object.entries(exits)) this.#connect(from, exit, to);
    }
  }

  #add({ key, step, raw, doubts = [] }: Piece): void {
    const kept = raw?.((other) => this.#ids.get(other));
    const wish = this.#reading.stepAt(key);
    const id = this.#draft.add(step, {
      ...(wish !== undefined && { id: wish }),
      ...(kept !== undefined && { raw: kept }),
    });
    this.#ids.set(key, id);
    const path = this.#reading.nodes.get(key)?.path ?? key;
    this.#warn(doubts, path, id);
  }

  #warn(doubts: readonly PieceDoubt[], path: string, step: StepId): void {
    for (const doubt of doubts) {
      const { code, words } = doubt;
      if (!this.#missing.explains(doubt)) this.#draft.warn({ code, words, path, step });
    }
  }

  #connect(from: StepId, exit: ExitName, to: string): void {
    const key = this.#reading.aliases.get(to) ?? to;
    const target = key === EXIT ? this.#endFor(from, exit) : this.#ids.get(key);
    if (target !== undefined) this.#draft.connect(from, exit, target);
  }

  /** Dittofeed has one end. In the journey that the file was made from, the way may have ended elsewhere, or nowhere. */
  #endFor(from: StepId, exit: ExitName): StepId | undefined {
    const { base } = this.#reading;
    const before = base && stepOf(base, from);
    if (base && before && before.kind === this.#draft.stepAt(from)?.kind && exitsOf(before).includes(exit)) {
      const to = base.links[from]?.[exit];
      const end = to === undefined ? undefined : stepOf(base, to);
      if (to === undefined) return undefined;
      if (end?.kind === 'exit')
        return this.#draft.stepAt(to)?.kind === 'exit' ? to : this.#draft.add(end, { id: to });
    }
    this.#end ??= this.#draft.add(STEP_DEFINITIONS.exit.defaults());
    return this.#end;
  }
}

/** The clock of those of whom no place is known. */
function zoneOf(found: ReadonlyMap<string, Found>): { readonly zone?: string } {
  for (const { node } of found.values()) {
    if (node.type !== 'DelayNode' || node.variant.type !== 'LocalTime') continue;
    const zone = node.variant.defaultTimezone;
    if (zone !== undefined && isZone(zone)) return { zone };
  }
  return {};
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function documentOf(
  { body, definition }: FoundJourney,
  resources: Resources,
  name: string,
  often: boolean,
): Body {
  const { nodes, entryNode: _, ...rest } = definition;
  const list = Array.isArray(nodes) ? (nodes as readonly Body[]) : [];
  return {
    body: { ...body, definition: rest },
    name,
    often,
    order: list.map(({ id }) => String(id)),
    resources,
  };
}
