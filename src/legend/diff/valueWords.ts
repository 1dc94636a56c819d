import { CHANNELS } from '../../journey/channels.ts';
import { stepId } from '../../journey/ids.ts';
import { RESPONSES } from '../../journey/steps/check.ts';
import { STEP_KINDS } from '../../journey/steps/index.ts';
import { WEEKDAYS } from '../../journey/steps/wait.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { clipped, withRest } from './plainWords.ts';
import { stepName, type Say } from './side.ts';

/** Values that stand for themselves: a duration, an amount, one of a few choices. */
export const duration: Say = (value, { format }) =>
  typeof value === 'number' ? format.duration(value) : undefined;

/** A part of one. */
export const rate: Say = (value, { format }) => (typeof value === 'number' ? format.rate(value) : undefined);

/** Per cent. */
export const percent: Say = (value, { t, format }) =>
  typeof value === 'number' ? t('versions.percent', { number: format.number(value, 2) }) : undefined;

export const money: Say = (value, { format, journey }) =>
  typeof value === 'number' ? format.money(value, journey.settings.currency) : undefined;

/** Off where it is not there. */
export const yesNo: Say = (value, { t }) => t(value === true ? 'versions.yes' : 'versions.no');

/** Text that is a word by itself: a zone, a clock time, a currency. */
export const word: Say = (value) => (typeof value === 'string' ? clipped(value) : undefined);

/** What has a name, by it; the order of such things by their ids. */
export const named: Say = (value) => {
  if (typeof value === 'string') return clipped(value);
  const isNamed = typeof value === 'object' && value !== null && 'name' in value;
  return isNamed && typeof value.name === 'string' ? clipped(value.name) : undefined;
};

export const instant: Say = (value, { format }) => {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isFinite(at) ? format.instant(at) : undefined;
};

export function oneOf<const T extends string>(
  options: readonly T[],
  say: (option: T, t: Translate) => string,
): Say {
  return (value, { t }) => {
    const known = options.find((option) => option === value);
    return known === undefined ? undefined : say(known, t);
  };
}

/** A list of things that can each be said. */
export function each(say: Say): Say {
  return (value, side) => {
    if (!Array.isArray(value)) return undefined;
    const words = value.flatMap((item: unknown) => say(item, side) ?? []);
    if (words.length < value.length) return undefined;
    return value.length === 0 ? side.t('versions.none') : withRest(words, value.length, side);
  };
}

export const channel = oneOf([...CHANNELS, 'preferred'], (name, t) => t(`words.channel.${name}`));
export const kind = oneOf(STEP_KINDS, (name, t) => t(`words.kind.${name}`));
export const response = oneOf(RESPONSES, (name, t) => t(`words.exit.${name}`));

/** Monday 0 … Sunday 6. */
export const weekday: Say = (value, { t }) => {
  const name = typeof value === 'number' ? WEEKDAYS[value] : undefined;
  return name && t(`words.weekdayShort.${name}`);
};

/** Whose answer a check looks for. */
export const message: Say = (value, side) => {
  if (typeof value !== 'string') return undefined;
  if (value === 'latest') return side.t('versions.choice.latest');
  const name = stepName(stepId(value), side);
  return name === undefined
    ? side.t('inspectors.rule.goneStep')
    : side.t('versions.quoted', { text: clipped(name) });
};
