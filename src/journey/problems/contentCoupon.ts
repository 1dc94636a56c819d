import { COUPON, placeholdersOf } from '../content/placeholders.ts';
import type { Problem } from '../problem.ts';
import { textsOf, type ContentPlace } from './contentPlaces.ts';

/** A place for the coupon code without a code, or a code that nobody reads. */
export function couponProblems(place: ContentPlace, hasColumn: boolean): readonly Problem[] {
  const { id, content, path } = place;
  const code = content.couponCode?.trim() ?? '';
  const texts = textsOf(place).filter(({ part }) => part !== 'couponCode');
  const asking = texts.find(({ text }) =>
    placeholdersOf(text).some(({ name, fallback }) => name === COUPON && fallback === undefined),
  );
  if (asking && code === '' && !hasColumn)
    return [
      {
        code: 'coupon-missing',
        severity: 'warning',
        words: `The ${asking.words} has a place for the coupon code, and there is none: contacts read a gap. Give a coupon code.`,
        values: { part: asking.part },
        step: id,
        path: `${path}.couponCode`,
      },
    ];
  const isRead = texts.some(
    ({ text }) => text.includes(code) || placeholdersOf(text).some(({ name }) => name === COUPON),
  );
  if (code === '' || texts.length === 0 || isRead) return [];
  return [
    {
      code: 'coupon-unused',
      severity: 'warning',
      words: `The coupon code “${code}” is nowhere in the text, so nobody reads it. Write {{coupon}} where it belongs.`,
      values: { coupon: code },
      step: id,
      path: `${path}.couponCode`,
    },
  ];
}
