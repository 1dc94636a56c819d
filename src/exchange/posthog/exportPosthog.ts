import { findErrors } from '../../journey/errors.ts';
import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import type { Converter } from '../contract.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { lower } from '../lower/lower.ts';
import type { Lacks } from '../lower/lowered.ts';
import { Portability } from '../portability.ts';
import { honest, lostBetween } from './comesBack.ts';
import { describe, readDescription } from './slip.ts';
import type { Action } from './format.ts';
import { readFlow } from './read/readFlow.ts';
import { readSettings } from './read/readSettings.ts';
import { type Origin, originOf } from './write/keptParts.ts';
import { type Parts, writeParts } from './write/parts.ts';
import { writeEdges } from './write/writeEdges.ts';
import { writePolicies } from './write/writePolicies.ts';
import { type WrittenSettings, writeSettings } from './write/writeSettings.ts';
import { NotWritten } from './write/writing.ts';

/** Ways that lead back are accepted, and nobody knows what PostHog does with them. */
const LACKS: Lacks = {
  loops: 'unroll',
  ladders: 'expand',
  splits: 'keep',
  joins: 'keep',
  mostSteps: 900,
  unplaced: true,
};

export const exportPosthog: Converter['export'] = (journey, options = {}) => {
  try {
    return Promise.resolve(written(journey, options));
  } catch (error) {
    if (error instanceof NotWritten) return Promise.resolve({ ok: false, problems: [error.problem] });
    throw error;
  }
};

function written(journey: Journey, options: ExportOptions): Exported {
  const errors = findErrors(journey);
  if (errors.length > 0) return { ok: false, problems: errors };
  const lowered = lower(journey, LACKS);
  if (!lowered.ok) return lowered;
  const entries = stepEntries(lowered.journey).filter(([, { kind }]) => kind === 'entry');
  if (entries.length !== 1)
    throw new NotWritten(
      'not-one-entry',
      `A workflow begins at one trigger, and this journey has ${entries.length === 0 ? 'no entry' : `${entries.length} entries`}. Give it one.`,
    );
  const portability = new Portability(journey, options.answers);
  for (const { step, fit, ...told } of lowered.remarks) portability.say(fit, step, told);
  const origin = originOf(journey);
  const parts = writeParts({ journey, lowered, portability, origin });
  const flow = flowOf({ journey, lowered: lowered.journey, options, portability, origin, parts });
  const back = readFlow(flow, { base: journey }, { x: 0, y: 0 });
  const lost = lostBetween(journey, back.ok ? back.journey : undefined);
  return {
    ok: true,
    files: [
      {
        name: fileNameOf(journey.name, '.hogflow.json'),
        type: 'application/json',
        text: `${JSON.stringify(flow, null, 2)}\n`,
      },
    ],
    fits: honest(portability.fits, lost),
    blanks: portability.blanks,
    warnings: portability.warnings,
  };
}

interface Whole {
  readonly journey: Journey;
  readonly lowered: Journey;
  readonly options: ExportOptions;
  readonly portability: Portability;
  readonly origin: Origin;
  readonly parts: Parts;
}

type Fields = Readonly<Record<string, unknown>>;

/** The body of a POST. Over the workflow that the journey came from, whose own fields stay. */
function flowOf(whole: Whole): Fields {
  const { journey, lowered, options, portability, origin, parts } = whole;
  const wires = writeEdges(lowered, parts, origin);
  const actions = inOldOrder(
    [...parts.parts.values()].flatMap((part) => part.actions).concat(wires.openEnd ?? []),
    origin,
  );
  const say: Whole['portability']['say'] = (fit, step, told) => portability.say(fit, step, told);
  const settings = settingsOf(whole);
  const limit = writePolicies(options.policies, (fit, told) => say(fit, undefined, told));
  if (actions.some(({ type }) => type === 'wait_until_condition'))
    say('native', undefined, {
      code: 'capture-engagement',
      words:
        'Answers to e-mails are seen only where the project’s Workflows settings capture engagement events.',
    });
  const { document = {} } = origin;
  const before = readDescription(document['description']);
  const sameWords = (journey.brief ?? '') === before.note && sameJson(before.slip, settings.slip);
  const trigger = actions.find(({ type }) => type === 'trigger')?.config;
  const variables = parts.variables.all;
  return {
    ...document,
    name: journey.name,
    description:
      sameWords && typeof document['description'] === 'string'
        ? document['description']
        : describe(journey.brief, settings.slip),
    status: 'draft',
    ...((origin.document === undefined || 'trigger' in document) && { trigger }),
    ...settings.fields,
    ...(limit && { email_sending_rate_limit: limit }),
    ...((origin.document === undefined || variables.length > 0) && {
      variables: [...listOf(document['variables']), ...variables],
    }),
    actions,
    edges: wires.edges,
  };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What the file said of settings that are as it said them is written again. */
function settingsOf({ journey, lowered, portability, origin }: Whole): WrittenSettings {
  const { document } = origin;
  const telling = {
    say: (fit: 'native' | 'emulated' | 'missing', told: Parameters<Portability['say']>[2]) =>
      portability.say(fit, undefined, told),
    fill: (asked: Parameters<Portability['fill']>[0]) => portability.fill(asked),
  };
  if (!document) return writeSettings(lowered, telling);
  const { slip } = readDescription(document['description']);
  const eligible = stepEntries(journey).flatMap(([, step]) =>
    step.kind === 'entry' && step.eligible ? [step.eligible] : [],
  )[0];
  const { windowMinutes: _, ...read } = readSettings(document, slip, {
    eligible,
    context: origin.context,
  });
  const { reEntry, exitRules, entryCap } = journey.settings;
  const now = { reEntry, exitRules, ...(entryCap !== undefined && { entryCap }) };
  return sameJson(read, now) ? { fields: {}, slip } : writeSettings(lowered, telling);
}

/** Actions that were there stand where they stood; others follow. */
function inOldOrder(actions: readonly Action[], { order }: Origin): readonly Action[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const rank = ({ id }: Action) => place.get(id) ?? order.length;
  return actions
    .map((action, index) => ({ action, index }))
    .sort((a, b) => rank(a.action) - rank(b.action) || a.index - b.index)
    .map(({ action }) => action);
}
