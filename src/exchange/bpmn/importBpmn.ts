import type { StepId } from '../../journey/journey.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import type { Doubt } from '../doubt.ts';
import { Draft, refusal } from '../draft.ts';
import { documentKept } from './documentKept.ts';
import { idOf, textIn } from './plain.ts';
import { readDefinitions } from './readFile.ts';
import { readJourneyPart, settleJourney } from './readJourneyPart.ts';
import { nameOf } from './readName.ts';
import { readSteps } from './readSteps.ts';
import { type ReadStep, roleOf } from './readStep.ts';
import { extensionIn } from './sheet.ts';
import { type Source, sourceOf } from './source.ts';

/** The process of a BPMN file as a journey. Whatever comes ends in a journey or in a refusal. */
export async function importBpmn(
  files: readonly ExchangeFile[],
  options: ImportOptions = {},
): Promise<Imported> {
  const [file, second] = files;
  if (!file) return refusal('file-missing', 'There is no file. Choose the .bpmn file that a modeler saved.');
  if (second)
    return refusal(
      'several-files',
      `A BPMN file is a whole journey, and there are ${files.length} files. Import one at a time.`,
    );
  try {
    return await readFile(file, options);
  } catch (error) {
    // The parser is another's: what it stumbles over is no reason for the page to.
    const reason = error instanceof Error ? error.message.slice(0, 160) : '';
    return refusal(
      'not-bpmn',
      `This file cannot be read as BPMN 2.0 (${reason}). Save it again in the modeler.`,
    );
  }
}

async function readFile(file: ExchangeFile, options: ImportOptions): Promise<Imported> {
  const read = await readDefinitions(file);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const sourced = sourceOf(read.definitions);
  if (!sourced.ok) return { ok: false, problems: [sourced.problem] };
  const { source } = sourced;
  const own = readJourneyPart(source);
  if (!own.ok) return { ok: false, problems: [own.problem] };
  const steps = readSteps(source);
  if (!steps.ok) return { ok: false, problems: [steps.problem] };
  const { name = nameOf(source.process), luckId } = own.part;
  const draft = new Draft('bpmn', name, { ...(luckId !== undefined && { luckId }), ...options });
  for (const doubt of [...read.doubts, ...sourced.doubts, ...steps.doubts]) draft.warn(doubt);
  const ids = addSteps(draft, steps.reads, source);
  settleJourney(draft, own.part, source);
  const document = documentKept(source, steps);
  if (document) draft.keep(document);
  connect(draft, steps.reads, ids);
  return draft.finish();
}

/** By the elements that contacts may come to. */
function addSteps(draft: Draft, reads: readonly ReadStep[], source: Source): ReadonlyMap<string, StepId> {
  const ids = new Map<string, StepId>();
  // Other tools draw closer together than cards are wide.
  const ours = reads.filter(({ elements: [main] }) => main && extensionIn(main, 'rehearsal:Step'));
  const drawnHere = ours.length * 2 > reads.length;
  for (const { step, elements, raw, doubts } of reads) {
    const [main] = elements;
    if (!main) continue;
    const at = drawnHere ? source.cornerOf(main) : undefined;
    const id = draft.add(step, { id: idOf(main), ...(at && { at }), ...(raw !== undefined && { raw }) });
    for (const element of elements) if (roleOf(element) !== 'end') ids.set(idOf(element), id);
    for (const doubt of doubts) draft.warn(placed(doubt, id));
  }
  return ids;
}

function placed(doubt: Doubt, step: StepId): Doubt {
  return { ...doubt, step };
}

function connect(draft: Draft, reads: readonly ReadStep[], ids: ReadonlyMap<string, StepId>): void {
  for (const { elements, exits } of reads) {
    const [main] = elements;
    const from = main && ids.get(idOf(main));
    for (const [exit, flow] of exits) {
      const to = ids.get(textIn(flow, 'targetRef') ?? '');
      if (from !== undefined && to !== undefined) draft.connect(from, exit, to);
    }
  }
}
