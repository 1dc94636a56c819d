import { replacePlaceholders } from '../../journey/content/placeholders.ts';
import type { Channel } from '../../journey/channels.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import type { Setting } from './dialect.ts';
import { percent, quoted } from './phrases.ts';

/** All wordings of a message, its own first; a platform’s placeholders are written by `placeholder`. */
export function wordingSettings(
  content: Content | undefined,
  placeholder: (column: string, otherwise: string) => string,
): readonly Setting[] {
  const variants = (content?.variants ?? []).flatMap((variant) => [
    {
      name: `Wording ${quoted(variant.name)}`,
      value: variant.share === undefined ? 'an equal share' : percent(variant.share),
    },
    ...contentSettings(variant, placeholder),
  ]);
  return [...contentSettings(content, placeholder), ...variants];
}

/** The channels that are tried where the first is closed, as the platform calls the setting and them. */
export function fallbackSettings(
  { fallback = [] }: MessageStep,
  name: string,
  words: Readonly<Record<Channel, string>>,
): readonly Setting[] {
  return fallback.length > 0 ? [{ name, value: fallback.map((channel) => words[channel]).join(', ') }] : [];
}

/** What is said in a message, field by field; a platform’s placeholders are written by `placeholder`. */
function contentSettings(
  content: Content | undefined,
  placeholder: (column: string, otherwise: string) => string,
): readonly Setting[] {
  if (!content) return [];
  const put = (text: string) =>
    replacePlaceholders(text, ({ name, fallback }) => placeholder(name, (fallback ?? '').trim()));
  const texts = (['subject', 'preheader', 'body'] as const).flatMap((field) => {
    const text = content[field];
    return text === undefined || text === '' ? [] : [{ name: FIELD_NAMES[field], value: put(text) }];
  });
  const utm = Object.entries(content.utm ?? {}).map(([name, value]) => ({
    name: `Link parameter ${name}`,
    value,
  }));
  const coupon = content.couponCode === undefined ? [] : [{ name: 'Coupon code', value: content.couponCode }];
  return [...texts, ...utm, ...coupon];
}

const FIELD_NAMES = { subject: 'Subject', preheader: 'Preheader', body: 'Body' } as const;
