import { freshId } from '../ids.ts';
import type { JourneySettings } from '../journey.ts';
import { days, type Minutes, minutes } from '../units.ts';
import type { Candidate, CandidateCode, CandidateScope } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** Who may come in again, how many come in, and what takes them out. */
export function findSettingsCandidates({ journey }: CandidateScope): readonly Candidate[] {
  const { settings } = journey;
  const [entry] = reachedEntries(journey, 'entry');
  return [
    // Who enters once and for all cannot enter again, whatever the settings say.
    ...(entry?.[1].trigger.type === 'atOnce' ? [] : reEntries(settings)),
    ...entryCap(settings),
    ...exitRules(settings),
  ];
}

function reEntries(settings: JourneySettings): readonly Candidate[] {
  const { reEntry } = settings;
  switch (reEntry.mode) {
    case 'never':
      return [changed('reEntryAllowed', { ...settings, reEntry: { mode: 'afterExit' } })];
    case 'afterExit':
      return [changed('reEntryForbidden', { ...settings, reEntry: { mode: 'never' } })];
    case 'cooldown':
      return [
        changed('reEntryForbidden', { ...settings, reEntry: { mode: 'never' } }),
        ...cooldowns(settings, reEntry),
      ];
  }
}

function cooldowns(
  settings: JourneySettings,
  reEntry: Extract<JourneySettings['reEntry'], { readonly mode: 'cooldown' }>,
): readonly Candidate[] {
  const from = reEntry.minutes;
  const tried: readonly Minutes[] = [minutes(Math.round(from / 2)), minutes(from === 0 ? days(7) : from * 2)];
  return tried
    .filter((to) => to !== from && to <= settings.horizonMinutes)
    .map((to) => ({
      ...changed(to < from ? 'cooldownShorter' : 'cooldownLonger', {
        ...settings,
        reEntry: { ...reEntry, minutes: to },
      }),
      values: { from: { minutes: from }, to: { minutes: to } },
    }));
}

function entryCap({ entryCap: cap, ...open }: JourneySettings): readonly Candidate[] {
  if (cap === undefined) return [];
  return [{ ...changed('entryCapOff', open), values: { cap: { count: cap } } }];
}

/** Whoever has bought need not be asked again; and a rule that takes people out too early costs what they would have brought. */
function exitRules(settings: JourneySettings): readonly Candidate[] {
  const rules = settings.exitRules;
  if (!rules.some(({ when }) => when.kind === 'converted')) {
    const id = freshId(
      rules.map((rule) => rule.id),
      'converted',
    );
    const rule = { id, when: { kind: 'converted' }, mode: 'immediate' } as const;
    return [changed('exitOnConversion', { ...settings, exitRules: [...rules, rule] })];
  }
  const others = rules.filter(({ when }) => when.kind !== 'converted');
  return [changed('exitRuleOff', { ...settings, exitRules: others })];
}

function changed(code: CandidateCode, settings: JourneySettings): Candidate {
  return { code, values: {}, change: { kind: 'edit', edit: { type: 'changeSettings', settings } } };
}
