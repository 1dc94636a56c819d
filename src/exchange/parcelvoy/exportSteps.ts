import { findErrors } from '../../journey/errors.ts';
import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { ExitName, Journey, StepId } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { lower } from '../lower/lower.ts';
import type { Lacks } from '../lower/lowered.ts';
import { Portability } from '../portability.ts';
import { keptFile, keptNode, type KeptNode } from './kept.ts';
import { type LoweredJourney, makePlan } from './makePlan.ts';
import { writeSlips } from './writeSlips.ts';
import { reEntryOf } from './sketchEntry.ts';
import { sketchStep } from './sketchStep.ts';
import type { Data, StepMap } from './stepMap.ts';
import type { Plan } from './tellers.ts';
import { tellOfSettings } from './tellOfSettings.ts';
import { Writer, type Written } from './write.ts';

const MOST_STEPS = 1000;

/** A step that comes round again ends the journey there, so no loops; ways may come together, as nobody takes two of them. */
const LACKS: Lacks = {
  loops: 'unroll',
  ladders: 'expand',
  splits: 'keep',
  joins: 'keep',
  mostSteps: MOST_STEPS,
};

export const FILE_ENDING = '.parcelvoy-steps.json';

/** The body of `PUT …/journeys/:id/steps`. */
export function exportSteps(journey: Journey, { answers, policies }: ExportOptions = {}): Exported {
  const errors = findErrors(journey);
  if (errors.length > 0) return { ok: false, problems: errors };
  const lowered = lower(journey, LACKS);
  if (!lowered.ok) return lowered;
  const port = new Portability(journey, answers);
  for (const { fit, step, ...told } of lowered.remarks) port.say(fit, step, told);
  const plain: LoweredJourney = { before: journey, journey: lowered.journey, sourceOf: lowered.sourceOf };
  const entry = stepEntries(journey).find(([, { kind }]) => kind === 'entry')?.[1];
  tellOfSettings(journey, port, { trigger: entry?.kind === 'entry' ? entry.trigger : undefined, policies });
  const map = stepsOf(plain, port);
  const file = {
    name: fileNameOf(journey.name, FILE_ENDING),
    type: 'application/json',
    text: `${JSON.stringify(map, null, 2)}\n`,
  };
  return { ok: true, files: [file], fits: port.fits, blanks: port.blanks, warnings: port.warnings };
}

function stepsOf(lowered: LoweredJourney, port: Portability): StepMap {
  const { before, journey } = lowered;
  const plan = makePlan(lowered, port);
  const steps = stepEntries(journey);
  const externals = steps.map(([id]) => plan.externalOf(id));
  const writer = new Writer(before, externals);
  const entry = steps.find(([, { kind }]) => kind === 'entry')?.[0];
  const written = new Map(
    steps.map(([id, step]) => [id, writeStep(id, step, { lowered, plan, writer, entry })]),
  );
  const starts = entry === undefined ? [] : (written.get(entry)?.ids ?? []);
  const map = inOrderOfTheWay({ ...writer.map, ...keptFile(before).loose }, [
    ...starts,
    ...Object.keys(keptFile(before).loose),
  ]);
  for (const [id] of steps) if (!Object.hasOwn(map, plan.externalOf(id))) plan.say('missing', id, UNREACHED);
  return writeSlips(map, { lowered, plan, written, port });
}

const UNREACHED = {
  code: 'step-unreachable-there',
  words: 'No way that the platform knows leads here, so it is left out.',
};

interface Writing {
  readonly lowered: LoweredJourney;
  readonly plan: Plan;
  readonly writer: Writer;
  readonly entry: StepId | undefined;
}

function writeStep(id: StepId, step: Step, { lowered, plan, writer, entry }: Writing): Written {
  const { journey, before, sourceOf } = lowered;
  const own = plan.externalOf(id);
  const place = {
    at: journey.layout[id] ?? { x: 0, y: 0 },
    leads: (exit: ExitName) => {
      const to = journey.links[id]?.[exit];
      return to === undefined ? undefined : plan.externalOf(to);
    },
  };
  const source = sourceOf(id);
  const kept = keptNode(before, source);
  if (kept && mayStay(kept, before) && sameJson(stepOf(before, source), step))
    return writer.again(own, { node: kept.node, name: step.name, data: refilled(kept, id, plan) }, place);
  const entrance = entry === undefined ? undefined : plan.externalOf(entry);
  return writer.sketch(
    own,
    { sketch: sketchStep(step, id, plan, entrance), dataKey: kept?.node.data_key },
    place,
  );
}

/** Whether the platform's own step may be written again: ours still is what that was read as, with all that an entrance says of the journey. */
function mayStay(
  { fromSlip, unchanged, node }: KeptNode & { readonly unchanged: boolean },
  journey: Journey,
): boolean {
  if (fromSlip || !unchanged) return false;
  const { reEntry, exitRules, entryCap, transactional } = journey.settings;
  if (node.type !== 'entrance') return true;
  const isRead = sameJson(reEntryOf(node.data ?? {}), reEntry) && exitRules.length === 0;
  return isRead && entryCap === undefined && transactional !== true;
}

/** What a step says, with the ids that somebody filled in since. */
function refilled({ node }: KeptNode, id: StepId, plan: Plan): Data | undefined {
  const data = node.data ?? undefined;
  const field = node.type === 'action' ? 'campaign_id' : 'list_id';
  const isAsked = node.type === 'action' || (node.type === 'entrance' && data?.['trigger'] === 'schedule');
  const number = isAsked ? (node.type === 'action' ? plan.campaignOf(id) : plan.listOf(id)) : 0;
  return number > 0 ? { ...data, [field]: number } : data;
}

/** The steps that are come to, each before those behind it. */
function inOrderOfTheWay(map: StepMap, starts: readonly string[]): StepMap {
  const seen = new Set<string>();
  const open = [...starts].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || !Object.hasOwn(map, id)) continue;
    seen.add(id);
    for (const { external_id } of [...(map[id]?.children ?? [])].reverse()) open.push(external_id);
  }
  return Object.fromEntries([...seen].flatMap((id) => (map[id] ? [[id, map[id]]] : [])));
}
