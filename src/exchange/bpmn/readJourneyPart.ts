import * as z from 'zod/mini';
import { groupSchema, noteSchema } from '../../journey/annotations.ts';
import type { ExitRule, Journey, Position, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { stepSchema } from '../../journey/schema.ts';
import { settings as settingsSchema } from '../../journey/schema/settings.ts';
import { id, stepId, text } from '../../journey/schema/values.ts';
import { issueProblem } from '../../journey/schemaWords.ts';
import type { Draft } from '../draft.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { type Plain, plainsIn, textIn } from './plain.ts';
import { adopted } from './readBranches.ts';
import { within } from './readOurs.ts';
import { documentationOf } from './readStep.ts';
import { extensionIn } from './sheet.ts';
import type { Source } from './source.ts';
import { bodyText } from './xmlText.ts';

const place = z.object({ x: z.number(), y: z.number() });

/** What our extension of a process says; a file of another tool has none. */
const partSchema = z.object({
  name: z.exactOptional(text),
  luckId: z.exactOptional(text),
  brief: z.exactOptional(text),
  settings: z.exactOptional(settingsSchema),
  groups: z.exactOptional(z.record(id, groupSchema)),
  undrawn: z.exactOptional(
    z.object({
      steps: z.record(stepId, stepSchema),
      links: z.record(stepId, z.record(id, stepId)),
      layout: z.record(stepId, place),
    }),
  ),
});
type JourneyPart = z.output<typeof partSchema>;

type ReadPart =
  { readonly ok: true; readonly part: JourneyPart } | { readonly ok: false; readonly problem: Problem };

export function readJourneyPart({ process }: Source): ReadPart {
  const extension = extensionIn(process, 'rehearsal:Journey');
  if (!extension) return { ok: true, part: {} };
  const json = readJsonFile({ name: '', type: '', text: textIn(extension, 'json') ?? '{}' });
  if (!json.ok) return { ok: false, problem: within(process, json.problem) };
  const shaped = partSchema.safeParse(json.value);
  const [issue] = shaped.success ? [] : shaped.error.issues;
  if (issue) return { ok: false, problem: within(process, issueProblem(issue, json.value)) };
  const part = shaped.data ?? {};
  const name = adopted(part.name ?? textIn(process, 'name') ?? '', textIn(process, 'name'));
  return { ok: true, part: { ...part, ...(name !== '' && { name }), ...briefOf(part, process) } };
}

function briefOf({ brief }: JourneyPart, process: Plain): { readonly brief?: string } {
  const shown = documentationOf(process);
  if (bodyText(brief ?? '').trim() === (shown ?? '').trim()) return brief === undefined ? {} : { brief };
  return shown === undefined ? {} : { brief: shown };
}

/** Settings, exit rules that still have their sub-process, notes and groups, and steps that are not drawn. */
export function settleJourney(draft: Draft, part: JourneyPart, source: Source): void {
  const exitRules = exitRulesIn(source);
  if (part.settings) draft.settle({ ...part.settings, exitRules });
  const notes = notesIn(source);
  draft.describe({
    ...(part.brief !== undefined && { brief: part.brief }),
    ...(part.groups && { groups: part.groups }),
    ...(notes && { notes }),
  });
  if (part.undrawn) addUndrawn(draft, part.undrawn);
}

function exitRulesIn({ process }: Source): readonly ExitRule[] {
  const rule = z.object({ exitRules: settingsSchema.shape.exitRules });
  return plainsIn(process, 'flowElements').flatMap((element) => {
    const extension = extensionIn(element, 'rehearsal:ExitRule');
    const json = extension && readJsonFile({ name: '', type: '', text: textIn(extension, 'json') ?? '' });
    const shaped = json?.ok ? rule.safeParse({ exitRules: [json.value] }) : undefined;
    return shaped?.data?.exitRules ?? [];
  });
}

function notesIn({ process }: Source): Journey['notes'] {
  const notes = plainsIn(process, 'artifacts').flatMap((artifact) => {
    const extension = extensionIn(artifact, 'rehearsal:Note');
    const name = textIn(extension, 'name');
    const json = extension && readJsonFile({ name: '', type: '', text: textIn(extension, 'json') ?? '' });
    const note = json?.ok ? noteSchema.safeParse(json.value).data : undefined;
    if (!note || name === undefined) return [];
    const shown = textIn(artifact, 'text') ?? '';
    return [[name, bodyText(note.text).trim() === shown.trim() ? note : { ...note, text: shown }] as const];
  });
  return notes.length > 0 ? Object.fromEntries(notes) : undefined;
}

interface Undrawn {
  readonly steps: Journey['steps'];
  readonly links: Journey['links'];
  readonly layout: Readonly<Record<StepId, Position>>;
}

function addUndrawn(draft: Draft, { steps, links, layout }: Undrawn): void {
  for (const [name, step] of Object.entries(steps)) {
    const at = layout[name as StepId];
    draft.add(step, { id: name, ...(at && { at }) });
  }
  for (const [from, exits] of Object.entries(links))
    for (const [exit, to] of Object.entries(exits)) draft.connect(from as StepId, exit, to);
}
