import { findErrors } from '../../journey/errors.ts';
import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { isObject, keptDocument } from '../kept.ts';
import { withoutDeadWays } from './deadWays.ts';
import { lower } from '../lower/lower.ts';
import type { Lowered } from '../lower/lowered.ts';
import { Portability } from '../portability.ts';
import { keptParts } from './keptParts.ts';
import { inKeptOrder, keptFlow } from './keptFlow.ts';
import { sayPolicies } from './sayPolicies.ts';
import type { Json } from './types.ts';
import { writeProfileFilter, writeReEntry, writeTrigger } from './writeEntry.ts';
import { writeSteps } from './writeSteps.ts';
import { Writing } from './writing.ts';

/** More branches than this a split cannot have beside “everyone else”. */
const MOST_BRANCHES = 19;
/** Copies for ways that come together are made up to this size; no limit of Klaviyo’s is known. */
const MOST_COPIED = 250;
const MOST_STEPS = 990;

type Made =
  | { readonly ok: true; readonly body: Json; readonly report: Portability }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function exportFlow(journey: Journey, options: ExportOptions = {}): Exported {
  const made = makeFlow(journey, options);
  if (!made.ok) return made;
  const { fits, blanks, warnings } = made.report;
  const text = `${JSON.stringify(made.body, null, 2)}\n`;
  const file = { name: fileNameOf(journey.name, '.klaviyo-flow.json'), type: 'application/json', text };
  return { ok: true, files: [file], fits, blanks, warnings };
}

/** The body of the request that makes the flow. */
export function makeFlow(journey: Journey, { answers, policies }: ExportOptions = {}): Made {
  const errors = findErrors(journey);
  if (errors.length > 0) return { ok: false, problems: errors };
  const lowered = lowerFor(withoutDeadWays(journey));
  if (!lowered.ok) return lowered;
  const report = new Portability(journey, answers);
  for (const { fit, step, ...told } of lowered.remarks)
    report.say(fit, step, told.code === 'join-cloned' ? { ...told, returns: true } : told);
  if (lowered.doubt) report.warn(lowered.doubt);
  const writing = new Writing(journey, lowered.journey, lowered.sourceOf, report);
  const entry = stepEntries(lowered.journey).find(([, { kind }]) => kind === 'entry');
  if (entry?.[1].kind !== 'entry') return { ok: false, problems: [NO_ENTRY] };
  const body = bodyOf(writing, journey, { id: entry[0], step: entry[1] });
  saySettings(writing, journey);
  sayPolicies(report, policies);
  return { ok: true, body, report };
}

/** Whether several ways may lead to one action is not documented, so each way gets its own copy; what came from there may stay as it is. */
function lowerFor(journey: Journey): Lowered & { readonly doubt?: Problem } {
  const wide = stepEntries(journey).some(
    ([, step]) => step.kind === 'split' && step.branches.length > MOST_BRANCHES,
  );
  const lacks = {
    loops: 'unroll',
    ladders: 'expand',
    splits: wide ? 'chain' : 'keep',
    unplaced: true,
  } as const;
  const isOwn = journey.origin?.platform === 'klaviyo';
  const cloned = isOwn ? undefined : lower(journey, { ...lacks, joins: 'clone', mostSteps: MOST_COPIED });
  if (cloned?.ok) return cloned;
  const kept = lower(journey, { ...lacks, joins: 'keep', mostSteps: MOST_STEPS });
  if (!kept.ok || isOwn) return kept;
  return { ...kept, doubt: JOINS_KEPT };
}

const JOINS_KEPT: Problem = {
  code: 'joins-kept',
  severity: 'warning',
  words: `With a copy for each way the flow would have more than ${MOST_COPIED} actions, so several ways lead to the same actions. Klaviyo does not document that this is allowed: it may refuse the flow.`,
  values: {},
};

function bodyOf(writing: Writing, journey: Journey, entry: Parameters<typeof writeTrigger>[1]): Json {
  const document = keptFlow(journey);
  const kept = writing.kept(entry.id);
  const keptTrigger = kept?.unchanged && isObject(kept.raw) ? kept.raw['trigger'] : undefined;
  const started = isObject(keptTrigger)
    ? { trigger: keptTrigger, parts: keptParts(kept?.raw) }
    : writeTrigger(writing, entry);
  const { actions, entry: first } = writeSteps(writing, entry.id, started.parts);
  const asRead = kept?.unchanged === true ? document.asRead : undefined;
  const filter = asRead ?? {
    profile_filter: writeProfileFilter(writing, entry),
    reentry_criteria: writeReEntry(writing, journey.settings.reEntry),
  };
  const definition = {
    triggers: [started.trigger],
    ...filter,
    entry_action_id: first,
    actions: inKeptOrder(actions, document.order),
  };
  const { name } = journey;
  return { data: { type: 'flow', attributes: { name: name.trim() === '' ? 'Journey' : name, definition } } };
}

const NO_ENTRY: Problem = {
  code: 'no-entry',
  severity: 'error',
  words: 'Nobody can come in: the journey has no entry. Add one, then export it.',
  values: {},
};

function saySettings({ report }: Writing, journey: Journey): void {
  const { entryCap } = journey.settings;
  if (entryCap !== undefined)
    report.say('missing', undefined, {
      code: 'entry-cap',
      words: `Flows have no limit of contacts: more than ${entryCap} may come in.`,
      values: { entryCap },
    });
  if (keptDocument(journey, 'klaviyo') === undefined)
    report.say('emulated', undefined, {
      code: 'names-of-actions',
      words:
        'Delays, updates and questions of yes and no have no names there. Their steps are told by the ids in this file, which Klaviyo replaces by its own.',
      returns: true,
    });
}
