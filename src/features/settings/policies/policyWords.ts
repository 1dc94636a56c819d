import type { Translate } from '../../../i18n/i18n.ts';
import type { Formats } from '../../../i18n/useFormat.ts';
import type { Channel } from '../../../journey/channels.ts';
import {
  openMinutes,
  type Budget,
  type FrequencyCap,
  type QuietHours,
  type RateLimit,
} from '../../../journey/policies.ts';

/** What words are put together with. */
export interface Tongue {
  readonly t: Translate;
  readonly format: Formats;
}

/** "At most 3 messages on Email or SMS in any 7 days per contact; more are skipped." */
export function capSentence({ max, window, zone, scope, onCap }: FrequencyCap, tongue: Tongue): string {
  const { t, format } = tongue;
  const often =
    window.kind === 'rolling'
      ? t('settings.caps.often.rolling', { duration: bareDuration(window.minutes, format) })
      : t('settings.caps.often.calendar', {
          unit: t(`settings.caps.unit.${window.unit}`),
          clock: t(`settings.caps.clock.${zone}`),
        });
  const rest =
    onCap.kind === 'retry'
      ? t('settings.caps.rest.retry', { duration: format.duration(onCap.minutes) })
      : t(`settings.caps.rest.${onCap.kind}`);
  return t('settings.caps.sentence', {
    messages: messages(max, tongue),
    scope: scopeWords(scope, tongue),
    often,
    rest,
  });
}

function scopeWords(scope: FrequencyCap['scope'], tongue: Tongue): string {
  if (scope === 'all') return '';
  if ('channels' in scope) return on(scope.channels, tongue);
  return tongue.t('settings.caps.tagged', { tags: either(scope.tags, tongue) });
}

export function quietSentence(quiet: QuietHours, tongue: Tongue): string {
  const { t, format } = tongue;
  const { from, until, onQuiet, channels, releaseOverMinutes: spread = 0 } = quiet;
  const isNever = openMinutes(quiet) === 0;
  const where = channels ? on(channels, tongue) : '';
  const when = isNever ? t('settings.quiet.always') : t('settings.quiet.between', { from, until });
  // There is no end to wait for; how it does end, the warning below says.
  if (isNever && onQuiet === 'hold') return t('settings.quiet.sentenceNever', { on: where, when });
  const rest =
    onQuiet === 'hold' && spread > 0
      ? t('settings.quiet.rest.spread', { duration: format.duration(spread) })
      : t(`settings.quiet.rest.${onQuiet}`);
  return t('settings.quiet.sentence', { on: where, when, rest });
}

export function budgetSentence({ channel, amount }: Budget, currency: string, { t, format }: Tongue): string {
  const words = { channel: t(`words.channel.${channel}`), amount: format.money(amount, currency) };
  return t(amount === 0 ? 'settings.budgets.sentenceNothing' : 'settings.budgets.sentence', words);
}

export function rateSentence({ channel, max, perMinutes }: RateLimit, tongue: Tongue): string {
  const { t, format } = tongue;
  return t('settings.rateLimits.sentence', {
    messages: messages(max, tongue),
    channel: t(`words.channel.${channel}`),
    duration: bareDuration(perMinutes, format),
  });
}

function messages(count: number, { t, format }: Tongue): string {
  return t('settings.messages', { count, figure: format.number(count) });
}

function on(channels: readonly Channel[], tongue: Tongue): string {
  const names = channels.map((channel) => tongue.t(`words.channel.${channel}`));
  return tongue.t('settings.onChannels', { channels: either(names, tongue) });
}

function either(words: readonly string[], { t }: Tongue): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('settings.either', { first: words.slice(0, -1).join(', '), last });
}

/** `7 days`; of one of its unit only the unit: `in any hour`, `each hour`. */
function bareDuration(minutes: number, format: Formats): string {
  return format.duration(minutes).replace(/^1\s/, '');
}
