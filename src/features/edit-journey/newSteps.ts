import type { Channel } from '../../journey/channels.ts';
import { STEP_DEFINITIONS, STEP_KINDS, type Step, type StepKind } from '../../journey/steps/index.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { FAMILY_OF, type Family } from '../../legend/kindLook.ts';

/** Something that can be put on the canvas: a kind, or one with its most important choice made. */
export interface NewStep {
  readonly key: string;
  readonly kind: StepKind;
  readonly channel?: Channel;
  /** Of an update: a stop to everything. */
  readonly suppresses?: true;
  readonly label: string;
  readonly meaning: string;
}

export const FAMILY_ORDER: readonly Family[] = [
  'entry',
  'message',
  'time',
  'logic',
  'profile',
  'goal',
  'exit',
];

/** Channels that people look for by name. */
const NAMED_CHANNELS = [
  'email',
  'sms',
  'push',
  'whatsapp',
  'display-ad',
  'direct-mail',
  'in-app',
  'call',
  'web-push',
  'search-ad',
  'social-ad',
  'social-post',
  'webhook',
] as const;

const SUPPRESS_ALL = { type: 'suppress', channel: 'all' } as const;

/** What the palette shows: every kind; the entry only while the journey has none. */
export function paletteSteps(t: Translate, hasEntry = true): readonly NewStep[] {
  return STEP_KINDS.filter((kind) => kind !== 'entry' || !hasEntry).map((kind) => ({
    key: kind,
    kind,
    label: t(`words.kind.${kind}`),
    meaning: t(`words.kindMeaning.${kind}`),
  }));
}

/** What is found by its name only: messages by channel, and the update that stops everything. */
export function namedSteps(t: Translate): readonly NewStep[] {
  const channels = NAMED_CHANNELS.map((channel) => ({
    key: `message-${channel}`,
    kind: 'message' as const,
    channel,
    label: t('editJourney.palette.message', { channel: t(`words.channel.${channel}`) }),
    meaning: t('words.kindMeaning.message'),
  }));
  const suppression: NewStep = {
    key: 'update-suppress',
    kind: 'update',
    suppresses: true,
    label: t('canvas.suppression'),
    meaning: t('canvas.suppressionMeaning'),
  };
  return [...channels, suppression];
}

/** What matches a search: kinds first, then what is found by its name only. An empty search gives the kinds. */
export function searchSteps(text: string, t: Translate, hasEntry = true): readonly NewStep[] {
  const kinds = byFamily(paletteSteps(t, hasEntry));
  const wanted = text.trim().toLowerCase();
  if (!wanted) return kinds;
  const starts = (step: NewStep) => step.label.toLowerCase().startsWith(wanted);
  const found = [...kinds, ...namedSteps(t)].filter(
    ({ kind, label, meaning, channel }) =>
      label.toLowerCase().includes(wanted) ||
      (!channel && `${meaning} ${t(`words.kindAlso.${kind}`)}`.toLowerCase().includes(wanted)),
  );
  return found.toSorted((a, b) => Number(starts(b)) - Number(starts(a)));
}

function byFamily(steps: readonly NewStep[]): readonly NewStep[] {
  return FAMILY_ORDER.flatMap((family) => steps.filter(({ kind }) => FAMILY_OF[kind] === family));
}

/** The step with its kind's defaults, called what it was chosen as. */
export function makeStep({ kind, channel, suppresses, label }: Omit<NewStep, 'key' | 'meaning'>): Step {
  const step: Step = { ...STEP_DEFINITIONS[kind].defaults(), name: label };
  if (step.kind === 'update' && suppresses) return { ...step, changes: [SUPPRESS_ALL] };
  return step.kind === 'message' && channel ? { ...step, channel } : step;
}
