import type { ExitRule, Journey, ReEntry } from '../../../journey/journey.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import { conjunctionsOf } from '../conjunctions.ts';
import { filtersOf, keptByOthers } from '../filters.ts';
import type { Slip } from '../slip.ts';
import { NEVER_AGAIN_SECONDS } from '../read/readSettings.ts';
import { conversionEvent } from './events.ts';
import type { Writing } from './writing.ts';

type Telling = Pick<Writing, 'say' | 'fill'>;

/** Fields of the workflow, and what of the settings goes into its description. */
export interface WrittenSettings {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly slip: Slip;
}

export function writeSettings(journey: Journey, telling: Telling): WrittenSettings {
  const { reEntry, entryCap, exitRules } = journey.settings;
  const masking = maskingOf(reEntry, telling);
  const leaving = leavingOf(journey, telling);
  if (entryCap !== undefined)
    telling.say('missing', {
      code: 'entry-cap-not-there',
      words: `Nothing ends the coming in after ${entryCap} contacts. The description notes it.`,
      values: { cap: entryCap },
      returns: true,
    });
  return {
    fields: { ...masking.fields, ...leaving.fields },
    slip: {
      ...masking.slip,
      ...(entryCap !== undefined && { most: [String(entryCap)] }),
      ...listOf(exitRules),
    },
  };
}

function maskingOf(reEntry: ReEntry, { say }: Telling): WrittenSettings {
  if (reEntry.mode === 'afterExit') {
    say('emulated', {
      code: 'reentry-at-every-event',
      words: 'Whoever is still inside comes in again at the next event as well, and is then inside twice.',
      returns: true,
    });
    return { fields: { trigger_masking: null }, slip: {} };
  }
  if (reEntry.mode === 'never')
    say('emulated', {
      code: 'reentry-after-three-years',
      words: 'Kept out for three years, which is as long as PostHog can.',
      returns: true,
    });
  const wanted = reEntry.mode === 'never' ? NEVER_AGAIN_SECONDS : reEntry.minutes * 60;
  const ttl = Math.min(NEVER_AGAIN_SECONDS, Math.max(60, wanted));
  if (reEntry.mode === 'cooldown' && reEntry.from === 'end')
    say('missing', {
      code: 'cooldown-from-start',
      words: 'The time until somebody may come in again begins when they came in, not when they left.',
      returns: true,
    });
  return {
    fields: { trigger_masking: { ttl, hash: '{person.id}', threshold: null } },
    slip: {
      ...(reEntry.mode === 'cooldown' && reEntry.from === 'end' && { cooldownAfterEnd: [] }),
      ...(reEntry.mode === 'cooldown' && reEntry.minutes === 0 && { cooldownZero: [] }),
    },
  };
}

function leavingOf(journey: Journey, telling: Telling): WrittenSettings {
  const { exitRules } = journey.settings;
  const converted = exitRules.find(({ when }) => when.kind === 'converted');
  const ruled = exitRules.filter(({ when }) => when.kind === 'rule');
  const [asked] = ruled;
  const conversion = converted
    ? byEvent(journey, telling)
    : asked && ruled.length === 1
      ? byProperties(asked)
      : undefined;
  for (const rule of exitRules)
    sayRule(rule, rule === converted || (rule === asked && conversion !== undefined && !converted), telling);
  return {
    fields: conversion
      ? { conversion, exit_condition: 'exit_on_conversion' }
      : { exit_condition: 'exit_only_at_end' },
    slip: {},
  };
}

function byEvent(journey: Journey, { fill }: Telling) {
  const event = conversionEvent(journey, fill);
  const [goal] = journey.settings.goals;
  return {
    window_minutes: goal?.window.from === 'entry' && goal.window.minutes > 0 ? goal.window.minutes : null,
    filters: [],
    events: [{ filters: { events: [{ id: event, name: event, type: 'events', order: 0, properties: [] }] } }],
  };
}

/** Only what is one list of properties; undefined: it is not. */
function byProperties({ when }: ExitRule) {
  if (when.kind !== 'rule' || keptByOthers(when.rule).some(({ kind }) => kind === 'behaviour'))
    return undefined;
  const [only, other] = conjunctionsOf(when.rule) ?? [];
  if (!only || other || only.length === 0) return undefined;
  return { window_minutes: null, filters: filtersOf(only) };
}

function sayRule({ when, mode }: ExitRule, written: boolean, { say }: Telling): void {
  if (when.kind === 'unsubscribed')
    say('missing', {
      code: 'stays-when-unsubscribed',
      words: 'Whoever unsubscribes stays in the workflow; its marketing messages pass them by.',
      returns: true,
    });
  else if (!written)
    say('missing', {
      code: 'exit-rule-left-out',
      words:
        'An exit rule that is more than one list of properties cannot be said beside another: contacts stay until the end.',
      returns: false,
    });
  else {
    if (when.kind === 'rule')
      say('emulated', {
        code: 'exit-rule-as-conversion',
        words:
          'The exit rule is the workflow’s conversion goal: who matches counts as converted there and leaves.',
        returns: true,
      });
    if (mode !== 'immediate')
      say('emulated', {
        code: 'leaves-at-once',
        words: 'Contacts leave at once, not only at the end of the step or wait that they are in.',
        returns: true,
      });
  }
}

const USUAL: readonly ExitRule[] = [{ id: 'converted', when: { kind: 'converted' }, mode: 'immediate' }];

/** Rules whose file says less than they do. */
function listOf(rules: readonly ExitRule[]): Slip {
  if (rules.length === 0 || sameJson(rules, USUAL)) return {};
  const listed = rules.map(({ id, when, mode }) =>
    when.kind === 'rule'
      ? undefined
      : [id, when.kind, when.kind === 'unsubscribed' ? when.channel : 'any', mode].join(':'),
  );
  const known = listed.filter((one) => one !== undefined);
  if (known.length === rules.length) return { leave: known };
  const [only] = rules;
  return rules.length === 1 && only ? { leaveBy: [only.id, only.mode] } : {};
}
