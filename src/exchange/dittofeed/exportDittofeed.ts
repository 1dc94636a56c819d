import { findErrors } from '../../journey/errors.ts';
import { finishOrder, reachableFrom, stepEntries, stepOf, successorsOf } from '../../journey/graph.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { ExchangeFile, Exported, ExportOptions } from '../../journey/portability.ts';
import { overKept } from '../kept.ts';
import { lower } from '../lower/lower.ts';
import type { Lacks } from '../lower/lowered.ts';
import { objectAt, textAt } from './keptDocument.ts';
import { type Body, FILE_NAMES, RESOURCE_KINDS, type ResourceKind } from './types.ts';
import { writeEntry } from './writeEntry.ts';
import { senderFor } from './writeMessage.ts';
import { tellOfSettings, writeExitRules } from './writeSettings.ts';
import { writeStep } from './writeSteps.ts';
import { Writing } from './writing.ts';

/** Loops are cut off after as many steps as the journey has nodes, ladders are unknown; all else is there or can be made. */
const LACKS: Lacks = {
  loops: 'unroll',
  ladders: 'expand',
  splits: 'keep',
  joins: 'keep',
  mostSteps: 1000,
  unplaced: true,
};

/** The bodies of the requests that make a journey on Dittofeed: one file for each kind of thing, in the order in which they are to be sent. */
export function exportDittofeed(journey: Journey, { answers, policies }: ExportOptions = {}): Exported {
  const problems = findErrors(journey);
  if (problems.length > 0) return { ok: false, problems };
  const lowered = lower(journey, LACKS);
  if (!lowered.ok) return lowered;
  const out = new Writing(journey, lowered, answers);
  for (const { fit, step, ...told } of lowered.remarks) out.report.say(fit, step, told);
  tellOfSettings(out, journey, policies);
  out.leave = writeExitRules(out);
  const definition = writeDefinition(out);
  return {
    ok: true,
    files: filesOf(out, journeyBody(out, definition)),
    fits: out.report.fits,
    blanks: out.report.blanks,
    warnings: out.report.warnings,
  };
}

function writeDefinition(out: Writing): Body {
  const begun = out.entry === undefined ? undefined : writeEntry(out, out.entry);
  const done = new Set<StepId>();
  const nodes = [...(begun?.nodes ?? []), ...onTheWay(out).flatMap((id) => writeStep(out, id, done))];
  const kept = objectAt(out.file?.body, 'definition') ?? {};
  return {
    ...kept,
    entryNode: begun?.entryNode ?? {},
    exitNode: kept['exitNode'] ?? { type: 'ExitNode' },
    nodes: inKeptOrder(nodes, out.file?.order ?? []),
  };
}

/** Steps as contacts come to them. Where a holdout would walk on, and nobody else, no contact comes. */
function onTheWay(out: Writing): readonly StepId[] {
  const { journey, entry } = out;
  const successors = new Map([...successorsOf(journey).keys()].map((id) => [id, successorsAt(journey, id)]));
  const entries = entry === undefined ? [] : [entry];
  const reached = reachableFrom(entries, successors);
  for (const [id] of stepEntries(journey))
    if (!reached.has(id))
      out.say('missing', id, {
        code: 'step-unreached',
        words: 'Only a holdout comes here, and on Dittofeed it leaves the journey before.',
      });
  const fromEntry = new Map([...entries, ...successors.keys()].map((id) => [id, successors.get(id) ?? []]));
  return finishOrder(fromEntry)
    .filter((id) => reached.has(id))
    .reverse();
}

function successorsAt(journey: Journey, id: StepId): readonly StepId[] {
  const step = stepOf(journey, id);
  const links = Object.entries(journey.links[id] ?? {});
  const gone = step?.kind === 'experiment' && step.holdout?.goesOn ? HOLDOUT : undefined;
  return links.filter(([exit]) => exit !== gone).map(([, to]) => to);
}

/** As the file had them that the journey came from; new ones behind. */
function inKeptOrder<N extends { readonly id?: unknown }>(
  nodes: readonly N[],
  order: readonly string[],
): readonly N[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ id }: N) => place.get(String(id)) ?? order.length;
  return [...nodes].sort((a, b) => placeOf(a) - placeOf(b));
}

function journeyBody(out: Writing, definition: Body): Body {
  const { journey, file } = out;
  const body = file?.body;
  const often = journey.settings.reEntry.mode !== 'never';
  // What the file said otherwise, or did not say, stays so as long as it is meant.
  const name = journey.name === file?.name ? textAt(body, 'name') : undefined;
  const multiple = file?.often === often ? {} : { canRunMultiple: often };
  const byName = body !== undefined && body['id'] === undefined && body['name'] !== undefined;
  const identity = { workspaceId: out.workspace, ...(!byName && { id: out.id }) };
  const ours = { ...identity, name: name ?? nameOf(journey), ...multiple };
  const begun = body ? {} : { status: 'NotStarted' };
  const joined = overKept(body ?? {}, { ...ours, ...begun });
  return { ...(joined as Body), definition };
}

function nameOf({ name }: Journey): string {
  return name.trim() === '' ? 'Journey without a name' : name;
}

function filesOf(out: Writing, journey: Body): readonly ExchangeFile[] {
  const used = out.bundle.usedBy(journey['definition']);
  const resources = RESOURCE_KINDS.flatMap((kind) => {
    const bodies = out.bundle.list(kind, used).map((body) => inWorkspace(out, kind, body));
    return bodies.length > 0 ? [fileOf(FILE_NAMES[kind], bodies)] : [];
  });
  return [...resources, fileOf(FILE_NAMES.journeys, [journey])];
}

/** What came with the file goes to the workspace and is sent from the address that are asked for now. */
function inWorkspace(out: Writing, kind: ResourceKind, body: Body): Body {
  const definition = objectAt(body, 'definition');
  const there = { ...body, workspaceId: out.workspace };
  if (kind !== 'templates' || definition?.['type'] !== 'Email') return there;
  return { ...there, definition: { ...definition, from: senderFor(out, textAt(definition, 'from')) } };
}

function fileOf(name: string, bodies: readonly Body[]): ExchangeFile {
  return { name, type: 'application/json', text: `${JSON.stringify(bodies, null, 2)}\n` };
}
