import { findErrors } from '../src/journey/errors.ts';
import { createJourney } from '../src/journey/createJourney.ts';
import { stepEntries } from '../src/journey/graph.ts';
import type { Journey } from '../src/journey/journey.ts';
import { sharedSteps } from '../src/journey/sharedSteps.ts';
import { sameJson } from '../src/journey/sameJson.ts';
import { sampleSchema } from '../src/simulation/sampleAudience.ts';
import { printable } from './refusal.ts';

interface Imported {
  readonly journey: Journey;
  /** Name of the format. */
  readonly platform: string;
  /** Files of ours in this format say everything. */
  readonly isWhole: boolean;
}

/** What nobody would see in a journey that was read without the one it was made from; files of others lack it in every format. */
export function settingsNote({ journey, platform, isWhole }: Imported): readonly string[] {
  if (isWhole && saysSettings(journey)) return [];
  const lacking = isWhole ? 'what this file does not say' : `what a file of ${platform} has no place for`;
  return [
    `note: ${lacking} (time zone, currency, target, how often events happen) is as in a new journey; --onto JOURNEY keeps that of the journey it was made from`,
  ];
}

/** Settings that are all as in a new journey are as good as none. */
function saysSettings({ id, luckId, name, settings }: Journey): boolean {
  const { start, target } = settings;
  const fresh = createJourney({ id, luckId, name, start }).settings;
  const keys = ['zone', 'currency', 'horizonMinutes', 'goals'] as const;
  return target !== undefined || keys.some((key) => !sameJson(settings[key], fresh[key]));
}

/** Whether `onto` names a journey that the file was not made from, as far as can be told: no step but the entry is in both. */
export function strangerWarning(journey: Journey, base: Journey, onto: string): readonly string[] {
  const hasOthers = stepEntries(journey).some(([, { kind }]) => kind !== 'entry');
  return !hasOthers || sharedSteps(journey, base).count > 0
    ? []
    : [
        `warning: ${printable(onto)}: no step but the entry is in both this journey and the file, so that only its settings were taken. Is it the journey that the file was made from?`,
      ];
}

/** What the sample audience would have to have for `simulate` to run the journey over it. */
export function columnsNote(journey: Journey): readonly string[] {
  const schema = sampleSchema(1);
  const errors = findErrors(journey, { schema });
  const lacking = new Set(
    errors.flatMap(({ code, values }) => (code === 'column-missing' ? [values['column']] : [])),
  );
  if (lacking.size === 0) return [];
  const names = [...lacking].map((name) => `“${name}”`).join(', ');
  return [
    `note: the journey asks for ${lacking.size === 1 ? 'a column' : 'columns'} that the sample audience does not have (${names}): simulate it with --audience FILE that has ${lacking.size === 1 ? 'it' : 'them'}`,
  ];
}
