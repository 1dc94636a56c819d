import type { Translate } from '../i18n/i18n.ts';
import type { Formats } from '../i18n/useFormat.ts';
import { words } from '../i18n/en/words.ts';
import { CHANNELS } from '../journey/channels.ts';
import type { FrequencyCap, Policies } from '../journey/policies.ts';

const CAP = 'cap:';

/** With what reasons of one run are told. */
export interface ReasonNaming {
  readonly t: Translate;
  readonly format: Formats;
  readonly policies: Policies;
}

type Reason = keyof typeof words.unsent;
const REASONS = Object.keys(words.unsent) as readonly Reason[];

/** Why a message was not sent, as a heading: “Quiet hours”, “Frequency cap 3 / 7 days”. */
export function reasonHeading(reason: string, { t, format, policies }: ReasonNaming): string {
  const known = REASONS.find((name) => name === reason);
  if (known) return t(`words.unsent.${known}`, { cap: '' });
  const cap = capOf(reason, policies);
  return t('words.unsent.cap', { cap: cap ? capWindow(cap, { t, format }) : reason.slice(CAP.length) });
}

export function channelWords(channel: string, t: Translate): string {
  const known = CHANNELS.find((name) => name === channel);
  return known ? t(`words.channel.${known}`) : channel;
}

/** The cap that a reason names; undefined: it names none, or there is none any more. */
export function capOf(reason: string, { caps }: Policies): FrequencyCap | undefined {
  return caps.find(({ id }) => `${CAP}${id}` === reason);
}

export function windowWords(
  { window }: FrequencyCap,
  { t, format }: Pick<ReasonNaming, 't' | 'format'>,
): string {
  return window.kind === 'rolling'
    ? t('unsent.window.rolling', { duration: format.duration(window.minutes) })
    : t(`unsent.window.${window.unit}`);
}

function capWindow(cap: FrequencyCap, naming: Pick<ReasonNaming, 't' | 'format'>): string {
  return `${naming.format.number(cap.max)} / ${windowWords(cap, naming)}`;
}
