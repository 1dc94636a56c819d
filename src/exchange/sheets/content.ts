import { replacePlaceholders } from '../../journey/content/placeholders.ts';
import type { Content } from '../../journey/steps/message.ts';
import type { Setting } from './dialect.ts';

/** What is said in a message, field by field; a platform’s placeholders are written by `placeholder`. */
export function contentSettings(
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
