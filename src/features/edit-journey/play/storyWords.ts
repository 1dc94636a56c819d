import type { Playback } from '../../../analytics/playback.ts';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import { words } from '../../../i18n/en/words.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Formats } from '../../../i18n/useFormat.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { exitLabel } from '../../../legend/exitLabel.ts';

export interface Telling {
  readonly t: Translate;
  readonly format: Formats;
  readonly journey: Journey;
  readonly playback: Playback;
}

/** An event as a sentence. */
export function storyLine(event: StoryEvent, telling: Telling): string {
  const { t, format, journey, playback } = telling;
  const { kind, subject, value } = event;
  const played = playback.steps[event.step];
  const known = played && journey.steps[played.id as StepId];
  const step = known?.name ?? '';
  const channel = channelWords(playback.stories.sends[subject]?.channel, t);
  switch (kind) {
    case 'enters':
      return t('play.line.enters');
    case 'leaves': {
      if (!known || subject < 0) return t('play.line.leaves', { step });
      const exit = exitLabel(known, played.exits[subject] ?? '', t);
      return t((played.targets[subject] ?? -1) < 0 ? 'play.line.fellOff' : 'play.line.takes', { step, exit });
    }
    case 'unsent':
      return t('play.line.unsent', {
        step,
        channel,
        reason: reasonWords(playback.stories.reasons[value], t),
      });
    case 'converts': {
      const worth = format.money(value / 10 ** playback.minorDigits, journey.settings.currency);
      return subject < 0
        ? t('play.line.organic', { value: worth })
        : t('play.line.converts', { step, value: worth });
    }
    case 'arrives':
    case 'stays':
    case 'held':
    case 'sent':
    case 'delivered':
    case 'opened':
    case 'clicked':
    case 'replied':
    case 'bounced':
    case 'unsubscribed':
      return t(`play.line.${kind}`, { step, channel });
  }
}

function channelWords(channel: string | undefined, t: Translate): string {
  const names = Object.keys(words.channel) as readonly (keyof typeof words.channel)[];
  const known = names.find((name) => name === channel);
  return known ? t(`words.channel.${known}`) : (channel ?? '');
}

/** A cap comes with its name. */
function reasonWords(reason: string | undefined, t: Translate): string {
  const [name, cap = ''] = reason?.split(/:(.*)/s) ?? [];
  const names = Object.keys(words.unsent) as readonly (keyof typeof words.unsent)[];
  const known = names.find((one) => one === name);
  return known ? t(`words.unsent.${known}`, { cap }) : (reason ?? '');
}
