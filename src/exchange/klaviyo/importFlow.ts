import { stepOf } from '../../journey/graph.ts';
import { isId, type StepId } from '../../journey/ids.ts';
import { issueProblem } from '../../journey/schemaWords.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft, refusal } from '../draft.ts';
import { doubtDelays } from './doubtDelays.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { readGraph } from './graph.ts';
import { keepFlow } from './keptFlow.ts';
import { knownFilters } from './knownFilters.ts';
import { strangerWords } from './looksLike.ts';
import { mergeCopies, waysOut } from './mergeCopies.ts';
import { readEntry } from './readEntry.ts';
import { Reading } from './reading.ts';
import { readUnits } from './readUnits.ts';
import { tooLarge } from './tooLarge.ts';
import { type FlowDefinition, flowSchema } from './shape.ts';
import type { Unit, UnitPart } from './unit.ts';

const MOST_PROBLEMS = 20;

export function importFlow(files: readonly ExchangeFile[], options: ImportOptions = {}): Imported {
  const [file, another] = files;
  if (!file) return refusal('no-file', 'There is no file to read. Choose the file of one flow.');
  if (another)
    return refusal(
      'several-files',
      'A flow is one file, and these are several. Import them one after the other.',
      another.name,
    );
  const json = readJsonFile(file);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const stranger = strangerWords(json.value);
  if (stranger !== undefined) return refusal('not-a-flow', stranger, 'data');
  const shaped = flowSchema.safeParse(json.value);
  if (!shaped.success)
    return {
      ok: false,
      problems: shaped.error.issues.slice(0, MOST_PROBLEMS).map((issue) => issueProblem(issue, json.value)),
    };
  const { name, definition } = shaped.data.data.attributes;
  return readFlow(definition, name ?? '', options);
}

function readFlow(definition: FlowDefinition, name: string, options: ImportOptions): Imported {
  if (definition.triggers.length > 1)
    return refusal(
      'several-triggers',
      `The flow has ${definition.triggers.length} triggers, and a journey has one entry. Make a flow of its own for each of them.`,
      'data.attributes.definition.triggers.1',
    );
  const large = tooLarge(definition);
  if (large) return { ok: false, problems: [large] };
  const graph = readGraph(definition);
  if (!graph.ok) return graph;
  const draft = new Draft('klaviyo', name, options);
  const [trigger] = definition.triggers;
  const reading = new Reading(draft, graph.nodes, {
    base: options.base,
    known: knownFilters(options.base),
    dateColumn:
      trigger?.['date_field_type'] === 'profile-property'
        ? textIn(trigger['date_profile_property'])
        : undefined,
    isTriggered: ['metric', 'price-drop', 'low-inventory'].includes(trigger?.type ?? ''),
  });
  doubtDelays(reading, graph.nodes.values());
  const entry = readEntry(reading, definition, graph);
  const rest = [...graph.nodes.values()].filter((node) => !entry.nodes.includes(node));
  const idOf = addSteps(reading, readUnits(reading, { nodes: rest, first: entry.first }));
  const begin = addEntry(draft, entry, options);
  const first = entry.first === null ? undefined : idOf.get(entry.first);
  if (first) draft.connect(begin, 'next', first);
  else restoreExit(reading, begin, 'next');
  draft.keep(
    keepFlow(definition, [...graph.nodes.keys()], { exitRules: entry.exitRules, reEntry: entry.reEntry }),
  );
  return draft.finish();
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

type Entry = ReturnType<typeof readEntry>;

function addEntry(
  draft: Draft,
  { step, trigger, parts, own, exitRules, reEntry }: Entry,
  { base }: ImportOptions,
): StepId {
  draft.settle({ exitRules, reEntry });
  const inBase =
    base && Object.keys(base.steps).find((id) => isId(id) && base.steps[id as StepId]?.kind === 'entry');
  const raw = { trigger, parts: parts.map(kept) };
  const id = own ?? inBase;
  return draft.add(step, { ...(id !== undefined && { id }), ...(trigger !== undefined && { raw }) });
}

function kept({ node, links }: UnitPart) {
  return { id: node.id, raw: node.action, links };
}

/** Adds what each action became, and links it; answers with the step of each action. */
function addSteps(reading: Reading, units: readonly Unit[]): ReadonlyMap<string, StepId> {
  const unitOf = mergeCopies(units);
  const standing = units.filter((unit) => unitOf.get(unit.parts[0].node.id) === unit);
  // Messages first: their ids were given already, for rules and checks to name them by.
  const ordered = [
    ...standing.filter(({ step }) => step.kind === 'message'),
    ...standing.filter(({ step }) => step.kind !== 'message'),
  ];
  const ids = new Map(ordered.map((unit) => [unit, add(reading, unit)] as const));
  const idOf = new Map<string, StepId>();
  for (const [action, unit] of unitOf) {
    const id = ids.get(unit);
    if (id !== undefined) idOf.set(action, id);
  }
  for (const unit of standing) connect(reading, unit, idOf);
  return idOf;
}

function add({ draft, messageIds }: Reading, { step, parts }: Unit): StepId {
  const [{ node }] = parts;
  const id = messageIds.get(node.id) ?? node.name?.own ?? node.id;
  return draft.add(step, { id, raw: { parts: parts.map(kept) } });
}

function connect(reading: Reading, unit: Unit, idOf: ReadonlyMap<string, StepId>): void {
  const id = idOf.get(unit.parts[0].node.id);
  if (id === undefined) return;
  const ways = waysOut(unit);
  const exits = new Set(unit.parts.flatMap(({ links }) => exitsIn(links)));
  for (const exit of exits) {
    const to = ways.get(exit);
    const step = to === undefined ? undefined : idOf.get(to);
    if (step !== undefined) reading.draft.connect(id, exit, step);
    else restoreExit(reading, id, exit);
  }
}

function exitsIn(links: UnitPart['links']): readonly string[] {
  return Object.values(links).flatMap((target) =>
    typeof target === 'object' && 'exit' in target ? [target.exit] : [],
  );
}

/** Leaving is a link to nowhere: where the base has an exit step at that place, it is that step. */
function restoreExit({ draft, base }: Reading, from: StepId, exit: string): void {
  const to = base?.links[from]?.[exit];
  const step = to === undefined || !base ? undefined : stepOf(base, to);
  if (to === undefined || step?.kind !== 'exit') return;
  if (!draft.stepAt(to)) draft.add(step, { id: to });
  if (draft.stepAt(to)?.kind === 'exit') draft.connect(from, exit, to);
}
