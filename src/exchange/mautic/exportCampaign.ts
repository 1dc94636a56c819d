import { findErrors } from '../../journey/errors.ts';
import { linksInto, loopsIn, stepEntries, stepOf, successorsOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { CheckStep } from '../../journey/steps/check.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import { lower } from '../lower/lower.ts';
import type { Lacks } from '../lower/lowered.ts';
import { Portability } from '../portability.ts';
import { isObject } from '../kept.ts';
import { EVENT_TYPES } from './campaign.ts';
import { dncChannel } from './conditions.ts';
import { EndlessWait, planOf, stepsOf } from './plan.ts';
import { bodyOf } from './body.ts';
import { type KeptEvent, keptFrom } from './origin.ts';
import type { StepParts, Surroundings } from './parts.ts';
import { partsOf } from './partsOf.ts';
import { tellJourney, tellPolicies, tellWaits } from './tell.ts';
import { tellLeftOut, tellRewritten, tellUntaken, untakenLinks } from './tellSteps.ts';

/** The journey as the body of a request that makes a campaign of it. */
export function exportCampaign(journey: Journey, { answers, policies }: ExportOptions = {}): Exported {
  const errors = findErrors(journey);
  if (errors.length > 0) return { ok: false, problems: errors };
  const lowered = lower(journey, LACKS);
  if (!lowered.ok) return lowered;
  const port = new Portability(journey, answers);
  for (const { fit, step, ...told } of lowered.remarks) port.say(fit, step, told);
  const kept = keptFrom(journey);
  const plain = lowered.journey;
  const parts = new Map<StepId, StepParts>();
  const onLoops = new Set(loopsIn(successorsOf(plain)).flat());
  for (const [id, step] of stepEntries(plain)) {
    const source = lowered.sourceOf(id);
    const made = partsOf(step, {
      ...surroundings(plain, id, step, port, source, kept?.blanks ?? {}),
      onLoop: onLoops.has(id),
    });
    if (made) parts.set(id, asKept(made, kept?.eventOf(id)));
    tellRewritten(step, stepOf(journey, source), source, port);
  }
  tellWaits(plain, lowered.sourceOf, port);
  tellJourney(journey, plain, port);
  if (policies) tellPolicies(policies, port);
  const [entry] = stepsOf(plain, 'entry');
  if (!entry) return refused('no-entry', 'Nobody comes into this journey: it has no entry.');
  try {
    const plan = planOf(plain, entry[0], parts);
    if (!('part' in plan.start.to) && plan.start.pauses.length === 0)
      return refused(
        'no-events',
        'Mautic takes no campaign without events, and nothing happens in this journey. Add a message or another step that does something.',
      );
    const untaken = untakenLinks(plain, parts, plan.reached);
    // Exit steps are names in a slip, whoever comes to them.
    const named = untaken.map(({ to }) => to).filter((id) => stepOf(plain, id)?.kind === 'exit');
    const reached = new Set([...plan.reached, ...named]);
    tellUntaken(untaken, reached, lowered.sourceOf, port);
    tellLeftOut(plain, reached, lowered.sourceOf, port);
    const there = untaken.filter(({ to }) => reached.has(to));
    const body = bodyOf({
      sourceOf: lowered.sourceOf,
      journey: plain,
      original: journey,
      entry,
      plan,
      parts,
      port,
      kept,
      untaken: there,
      reached,
    });
    return {
      ok: true,
      files: [
        {
          name: fileNameOf(journey.name, '.mautic-campaign.json'),
          type: 'application/json',
          text: `${JSON.stringify(body, undefined, 2)}\n`,
        },
      ],
      fits: port.fits,
      blanks: port.blanks,
      warnings: port.warnings,
    };
  } catch (error) {
    if (error instanceof EndlessWait)
      return refused(
        'endless-wait',
        `Contacts who come to “${stepOf(plain, error.step)?.name ?? error.step}” only wait, round and round. Put a step that does something into that loop, or a way out.`,
      );
    throw error;
  }
}

function refused(code: string, words: string): Exported {
  return { ok: false, problems: [{ code, severity: 'error', words, values: {} }] };
}

/**
 * Loops and joins are jumps, which Mautic has and which keep every step one event, so nothing is unrolled or cloned. Ladders are
 * conditions and messages of our own making, so that they come back.
 */
const LACKS: Lacks = { loops: 'keep', joins: 'keep', splits: 'keep', ladders: 'keep', mostSteps: 1000 };

function surroundings(
  journey: Journey,
  id: StepId,
  step: Step,
  port: Portability,
  source: StepId,
  kept: Readonly<Record<string, unknown>>,
): Omit<Surroundings, 'onLoop'> {
  return {
    id,
    afterEmail: step.kind === 'check' && comesFromEmail(journey, id, step),
    transactional: journey.settings.transactional === true,
    blank: (asked) => {
      const before = kept[asked.id];
      const value = port.fill({
        ...asked,
        step: source,
        kept: typeof before === 'string' && before !== asked.placeholder ? before : undefined,
      });
      return asked.form === 'wholeNumber' ? Number(value) : value;
    },
    channelOf: () => answeredOn(journey, id),
    nameOf: (other) => stepOf(journey, other)?.name ?? other,
    say: (fit, told) => port.say(fit, source, told),
  };
}

/** Whether the only way to the check is the e-mail that it looks at, without time between them. */
function comesFromEmail(journey: Journey, id: StepId, { on }: CheckStep): boolean {
  const [link, ...others] = linksInto(journey).get(id) ?? [];
  if (!link || others.length > 0) return false;
  const before = stepOf(journey, link.from);
  return before?.kind === 'message' && before.channel === 'email' && (on === 'latest' || on === link.from);
}

function answeredOn(journey: Journey, check: StepId): string {
  const [message] = sendsBefore(journey, check).steps;
  const step = message === undefined ? undefined : stepOf(journey, message);
  const channel = step?.kind === 'message' && step.channel !== 'preferred' ? step.channel : 'email';
  return dncChannel(channel) ?? 'email';
}

/** The event that the step was read of, where it is one that no step is written as. */
function asKept(made: StepParts, kept: KeptEvent | undefined): StepParts {
  const [part, ...others] = made.parts;
  if (!kept?.unchanged || others.length > 0) return made;
  const { type, eventType, properties } = kept.raw;
  const known = EVENT_TYPES.find((one) => one === eventType);
  if (typeof type !== 'string' || type === part.type || !known) return made;
  return {
    parts: [{ type, eventType: known, properties: isObject(properties) ? properties : {}, out: part.out }],
  };
}
