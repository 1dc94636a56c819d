import type { JourneySettings } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import { STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import type { Doubt } from '../doubt.ts';
import { isOn, type Source } from './campaign.ts';
import { type NamedExit, PER_DAY, readSourceSlip } from './slip.ts';
import { objects } from './origin.ts';
import type { Campaign } from './campaignShape.ts';

export interface SourceRead {
  readonly step: EntryStep;
  readonly id?: string;
  readonly settings: Partial<JourneySettings>;
  readonly exits: readonly (readonly [string, NamedExit])[];
  readonly doubts: readonly Doubt[];
  /** Whether the file has our slips. */
  readonly ours: boolean;
}

/** Who comes in, and what the campaign says as a whole. */
export function readSource({ body, nodes }: Campaign): SourceRead {
  const [lists, forms] = [objects(body['lists']), objects(body['forms'])];
  const source: Source = lists.length === 0 && forms.length > 0 ? 'forms' : 'lists';
  const note = readSourceSlip(nodes.find(({ id }) => id === source));
  const carried = note?.step && isFrom(note.step, source) ? note.step : undefined;
  const settings = note?.settings ?? {};
  const again: JourneySettings['reEntry'] = isOn(body['allowRestart'])
    ? { mode: 'afterExit' }
    : { mode: 'never' };
  const reEntry = settings.reEntry && again.mode === 'afterExit' ? settings.reEntry : again;
  return {
    step: carried ?? entryFrom(source, forms[0]?.['id']),
    ...(note?.id !== undefined && { id: note.id }),
    settings: {
      reEntry,
      ...(settings.entryCap !== undefined && { entryCap: settings.entryCap }),
      ...(settings.exitRules && { exitRules: settings.exitRules }),
      ...(settings.transactional === true && { transactional: true }),
    },
    exits: Object.entries(note?.exits ?? {}),
    doubts: carried ? [] : doubtsOf(source, lists.length, forms.length),
    ours: note !== undefined,
  };
}

function isFrom(step: Step, source: Source): step is EntryStep {
  return step.kind === 'entry' && (step.trigger.type === 'events') === (source === 'forms');
}

function entryFrom(source: Source, form: unknown): EntryStep {
  const entry = STEP_DEFINITIONS.entry.defaults();
  if (source === 'lists') return { ...entry, name: 'Contacts of the segment' };
  const event = `form ${String(form)} submitted`;
  return { ...entry, name: 'Form submitted', trigger: { type: 'events', event, perDay: PER_DAY } };
}

function doubtsOf(source: Source, lists: number, forms: number): readonly Doubt[] {
  const of = (code: string, words: string): Doubt => ({ code, words, path: source });
  if (lists + forms === 0)
    return [
      of(
        'no-source',
        'The campaign names no segment and no form. Everyone in the audience comes in, at the start.',
      ),
    ];
  if (source === 'forms')
    return [
      of('form-counted', `How many contacts submit the form is not in the file: ${PER_DAY} a day are taken.`),
    ];
  return [
    of(
      'segment-unknown',
      'Who is in the segment is not in the file: everyone in the audience comes in, at the start.',
    ),
    ...(forms > 0
      ? [of('form-left-out', 'Contacts also come in by a form, which is left out: a journey has one entry.')]
      : []),
  ];
}
