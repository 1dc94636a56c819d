import type { Ending } from '../../../analytics/stories/ending.ts';
import type { Telling } from './telling.ts';

type Words = Pick<Telling, 't' | 'format' | 'journey'> & { readonly minorDigits: number };

/** What a story comes to, in a few words. */
export function endingWords(ending: Ending, { t, format, journey, minorDigits }: Words): string {
  const { entered, sent, opened, clicked, conversions, valueMinor, unsubscribed, complained, keptBack } =
    ending;
  if (!entered && conversions === 0) return t('contacts.did.outside');
  const value = format.money(valueMinor / 10 ** minorDigits, journey.settings.currency);
  const parts = [
    sent === 0
      ? t('contacts.did.nothing')
      : t('contacts.did.messages', { count: sent, figure: format.number(sent) }),
    ...(opened > 0 ? [t('contacts.did.opened', { figure: format.number(opened) })] : []),
    ...(clicked > 0 ? [t('contacts.did.clicked', { figure: format.number(clicked) })] : []),
    ...(conversions > 0 ? [t('contacts.did.converted', { value })] : []),
    ...(keptBack > 0 ? [t('contacts.did.keptBack', { figure: format.number(keptBack) })] : []),
    ...(unsubscribed ? [t('contacts.did.unsubscribed')] : []),
    ...(complained ? [t('contacts.did.complained')] : []),
  ];
  return parts.join(' · ');
}
