import { loopsIn, successorsOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { describePolicies, type Policies } from '../../journey/policies.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import type { Portability } from '../portability.ts';
import { stepsOf } from './plan.ts';
import { waitFit } from './timing.ts';

/** What becomes of waits. */
export function tellWaits(journey: Journey, sourceOf: (id: StepId) => StepId, port: Portability): void {
  for (const [id, { until }] of stepsOf(journey, 'wait')) {
    const told = waitFit(until);
    if (told) port.say(told.fit, sourceOf(id), told);
  }
}

/** What becomes of the entry, the settings and what else belongs to no step. */
export function tellJourney(original: Journey, plain: Journey, port: Portability): void {
  for (const [id, entry] of stepsOf(plain, 'entry')) tellEntry(id, entry, port);
  tellSettings(original, plain, port);
  if (loopsIn(successorsOf(plain)).length > 0)
    port.say('missing', undefined, {
      code: 'loop-bound',
      words: `Jumps lead back without a bound: nobody is taken out after ${plain.settings.maxPasses} rounds.`,
      values: { passes: plain.settings.maxPasses },
      returns: true,
    });
  const drawn = Object.keys(original.notes ?? {}).length + Object.keys(original.groups ?? {}).length;
  if (drawn > 0)
    port.say('missing', undefined, {
      code: 'canvas-notes',
      words: 'Notes and groups of the canvas are not in a campaign.',
      returns: false,
    });
  if (original.origin?.platform === 'mautic')
    port.say('native', undefined, {
      code: 'ids-of-origin',
      words: 'Events that came from Mautic are written as they stood there, with the ids that they had.',
      returns: false,
    });
}

function tellEntry(id: StepId, { trigger, eligible, spreadMinutes }: EntryStep, port: Portability): void {
  const lacking = (code: string, words: string) => port.say('missing', id, { code, words, returns: true });
  const emulated = (code: string, words: string) => port.say('emulated', id, { code, words, returns: true });
  if (trigger.type === 'schedule')
    lacking(
      'entry-schedule',
      `Contacts come in as they get into the segment, not every ${trigger.everyDays} days at ${trigger.at}.`,
    );
  if (trigger.type === 'events')
    emulated('entry-form', `A form of Mautic starts the campaign: “${trigger.event}” must submit it.`);
  if (trigger.type === 'date')
    emulated(
      'entry-date',
      `The segment must have a filter on the date “${trigger.column}” (${trigger.offsetDays} days from it); the hour ${trigger.at} is that of its rebuild.`,
    );
  if (eligible)
    emulated(
      'entry-segment',
      'The segment must have the filters that say who comes in: a campaign names it only.',
    );
  if (spreadMinutes !== undefined)
    lacking('entry-spread', 'Contacts come in as Mautic finds them; they are not spread over time.');
}

function tellSettings({ settings: before }: Journey, { settings }: Journey, port: Portability): void {
  const { entryCap, reEntry, exitRules, transactional } = settings;
  if (entryCap !== undefined)
    port.say('missing', undefined, {
      code: 'entry-cap',
      words: `Mautic lets in everyone in the segment, not ${entryCap} contacts at most.`,
      values: { contacts: entryCap },
      returns: true,
    });
  if (reEntry.mode !== 'never')
    port.say(reEntry.mode === 'afterExit' ? 'emulated' : 'missing', undefined, {
      code: 're-entry',
      words:
        reEntry.mode === 'afterExit'
          ? 'The campaign may be started again by contacts who were taken out of it and come in again. The same marketing e-mail is sent to them once only.'
          : 'The campaign may be started again, but not only after a time: the pause must be a filter of the segment.',
      returns: true,
    });
  const rewritten = !sameJson(exitRules, before.exitRules);
  if (exitRules.length > 0)
    port.say('missing', undefined, {
      code: 'exit-rules',
      words:
        'Nothing takes contacts out of a Mautic campaign wherever they stand: they go on. Take them out of its segment, or ask a condition before each message.',
      values: { rules: exitRules.length },
      returns: !rewritten,
    });
  if (transactional === true)
    port.say('emulated', undefined, {
      code: 'all-transactional',
      words: 'Every e-mail is marked transactional; the other channels do not know it.',
      returns: true,
    });
}

/** Policies are settings of Mautic, not of a campaign; the workspace keeps its own. */
export function tellPolicies(policies: Policies, port: Portability): void {
  for (const words of describePolicies(policies, 'units of money'))
    port.say('missing', undefined, {
      code: 'policy',
      words: `Not part of a campaign: ${words} Frequency rules and quiet times are set in Mautic’s configuration and by contact.`,
      returns: true,
    });
}
