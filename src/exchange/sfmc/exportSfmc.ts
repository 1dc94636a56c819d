import { findErrors } from '../../journey/errors.ts';
import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { clip } from '../../journey/schemaWords.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import { keptOf } from '../kept.ts';
import { lower } from '../lower/lower.ts';
import { Portability } from '../portability.ts';
import { cutExits } from './cutExits.ts';
import { emit } from './emit.ts';
import { tellJourney } from './journeyFits.ts';
import { rawActivities } from './raw.ts';
import { documentKey, writeDocument } from './writeDocument.ts';
import { askForEvent, eventKeyOf } from './writeTrigger.ts';
import { Writing } from './writing.ts';

/** More activities than this nobody has drawn; how many the platform takes is not published. */
const MOST_STEPS = 1000;

/** A journey as one file of the Journey Specification: the body of `POST /interaction/v1/interactions`, and what `mcdev deploy` takes. */
export function exportSfmc(journey: Journey, { answers, policies }: ExportOptions = {}): Exported {
  const errors = findErrors(journey);
  if (errors.length > 0) return { ok: false, problems: errors };
  const lowered = lower(journey, {
    loops: 'unroll',
    ladders: 'expand',
    splits: 'keep',
    joins: 'keep',
    mostSteps: MOST_STEPS,
    unplaced: true,
  });
  if (!lowered.ok) return lowered;
  const report = new Portability(journey, answers);
  for (const { fit, step, ...told } of lowered.remarks) report.say(fit, step, told);
  const { journey: reachable, cut, lost } = cutExits(journey, lowered.journey);
  for (const id of lost)
    report.say('missing', lowered.sourceOf(id), {
      code: 'step-cut-off',
      words: 'No way that Salesforce has leads here: the step is left out.',
    });
  const entry = entryOf(reachable);
  if (!entry) return refused('entry-missing', 'This journey has no entry, so nobody could come in. Add one.');
  const event = askForEvent(report, lowered.sourceOf(entry.id), entry.step, keptEvent(journey, entry.id));
  const writing = new Writing({
    whole: journey,
    lowered: { journey: reachable, sourceOf: lowered.sourceOf },
    cut,
    report,
    event,
  });
  const emission = emit(writing, entry.id);
  if (emission.activities.length === 0) return refused('journey-empty', EMPTY);
  tellJourney(report, journey, policies);
  tellNames(report, journey);
  const document = writeDocument(journey, writing, emission);
  return {
    ok: true,
    files: [
      {
        name: `${fileName(documentKey(journey))}.journey-meta.json`,
        type: 'application/json',
        text: `${JSON.stringify(document, null, 2)}\n`,
      },
    ],
    fits: report.fits,
    blanks: report.blanks,
    warnings: report.warnings,
  };
}

const EMPTY = 'Nothing in this journey can be an activity of Journey Builder. Add a message or a wait.';

function entryOf(journey: Journey) {
  for (const [id, step] of stepEntries(journey)) if (step.kind === 'entry') return { id, step };
  return undefined;
}

function keptEvent(journey: Journey, entry: StepId): string | undefined {
  return eventKeyOf(rawActivities(keptOf(journey, 'sfmc', entry)?.raw)[0]);
}

/** A message called `latest` would be taken for the latest message. */
function tellNames(report: Portability, journey: Journey): void {
  const latest = stepEntries(journey).find(([id]) => String(id) === 'latest');
  if (latest && stepOf(journey, latest[0]))
    report.say('emulated', latest[0], {
      code: 'id-reserved',
      words: 'Its id is a word of ours: it comes back with another.',
    });
}

/** Not as other formats have it: mcdev finds what to deploy by the key in the name of its file. */
function fileName(key: string): string {
  return clip(key.replaceAll(/[^\p{L}\p{N}_.-]+/gu, '_')).replace('…', '') || 'journey';
}

function refused(code: string, words: string): Exported {
  const problem: Problem = { code, severity: 'error', words, values: {} };
  return { ok: false, problems: [problem] };
}
