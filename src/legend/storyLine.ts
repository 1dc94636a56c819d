import type { Playback } from '../analytics/playback.ts';
import type { StoryEvent } from '../analytics/stories/storyOf.ts';
import type { Translate } from '../i18n/i18n.ts';
import type { Formats } from '../i18n/useFormat.ts';
import type { ExitName, Journey, StepId } from '../journey/journey.ts';
import type { Policies } from '../journey/policies.ts';
import type { Step } from '../journey/steps/index.ts';
import { exitLabel } from './exitLabel.ts';
import { channelWords, reasonHeading } from './reasonWords.ts';

/** What an event is told with. */
export interface StoryTelling {
  readonly t: Translate;
  readonly format: Formats;
  readonly journey: Journey;
  readonly policies: Policies;
  readonly playback: Playback;
}

/** An event as a sentence. */
export function storyLine(event: StoryEvent, telling: StoryTelling): string {
  const { t, format, journey, playback } = telling;
  const { kind, subject, value } = event;
  const known = stepAt(event, telling);
  const step = known?.name ?? '';
  const channel = channelWords(playback.stories.sends[subject]?.channel ?? '', t);
  switch (kind) {
    case 'enters':
      return t('play.line.enters');
    case 'leaves': {
      if (!known || subject < 0) return t('play.line.leaves', { step });
      const exit = exitLabel(known, exitAt(event, telling), t);
      const leadsOn = (playback.steps[event.step]?.targets[subject] ?? -1) >= 0;
      return t(leadsOn ? 'play.line.takes' : 'play.line.fellOff', { step, exit });
    }
    case 'unsent': {
      const reason = reasonHeading(playback.stories.reasons[value] ?? '', telling);
      return t('play.line.unsent', { step, channel, reason });
    }
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
    case 'complained':
      return t(`play.line.${kind}`, { step, channel });
  }
}

export function stepAt({ step }: StoryEvent, { journey, playback }: StoryTelling): Step | undefined {
  const played = playback.steps[step];
  return played && journey.steps[played.id as StepId];
}

export function exitAt({ step, subject }: StoryEvent, { playback }: StoryTelling): ExitName {
  return playback.steps[step]?.exits[subject] ?? '';
}
