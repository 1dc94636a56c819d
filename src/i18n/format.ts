/**
 * Numbers, money and times as people read them. `locale` is the language of the page; English takes a thin space
 * between thousands (1 240) so that a figure is never mistaken for one with decimals.
 */
const THIN_SPACE = '\u202f';

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, options);
  formats.set(key, made);
  return made;
}

function print(locale: string, options: Intl.NumberFormatOptions, value: number): string {
  // A zero has no sign.
  const parts = numberFormat(locale, { useGrouping: 'always', ...options }).formatToParts(
    value === 0 ? 0 : value,
  );
  return parts
    .map(({ type, value: text }) =>
      type === 'group' && locale.startsWith('en') ? THIN_SPACE : type === 'minusSign' ? '−' : text,
    )
    .join('');
}

/** 12 400 */
export function formatNumber(locale: string, value: number, decimals = 0): string {
  return print(locale, { maximumFractionDigits: decimals }, value);
}

/** agents, budgets and rate limits */
export function formatList(locale: string, words: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

const COMPACT_UNITS = [
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
] as const;

/** 12.4 k, 1.2 m; whole numbers below 1 000. For the canvas. */
export function formatCompact(locale: string, value: number): string {
  if (!locale.startsWith('en'))
    return print(locale, { notation: 'compact', maximumSignificantDigits: 3 }, value);
  const size = Math.abs(value);
  // 999 950 would print as 1 000 k, so each unit starts where its smaller neighbour would round up.
  const unit = COMPACT_UNITS.find(([factor]) => size >= factor * 0.9995);
  if (!unit || size < 999.5) return print(locale, { maximumFractionDigits: 0 }, value);
  return print(locale, { maximumSignificantDigits: 3 }, value / unit[0]) + THIN_SPACE + unit[1];
}

/** 41.2 %; two significant digits below 1 % (0.42 %). `share` is a part of one. */
export function formatRate(locale: string, share: number): string {
  const size = Math.abs(share);
  const digits: Intl.NumberFormatOptions =
    size === 0 || size >= 0.00995
      ? { minimumFractionDigits: size === 0 || size === 1 ? 0 : 1, maximumFractionDigits: 1 }
      : { maximumSignificantDigits: 2 };
  return print(locale, { style: 'percent', ...digits }, share).replace(/\s?%/, `${THIN_SPACE}%`);
}

/** A forecast's chance, never called certain or impossible: `< 0.1 %`, `42.6 %`, `> 99.9 %`. */
export function formatChance(locale: string, chance: number): string {
  if (chance < 0.001) return `< ${formatRate(locale, 0.001)}`;
  if (chance > 0.999) return `> ${formatRate(locale, 0.999)}`;
  return formatRate(locale, chance);
}

/** €12 400, or with the currency's decimals below 100. */
export function formatMoney(locale: string, amount: number, currency: string): string {
  const small = Math.abs(amount) < 100 && !Number.isInteger(amount);
  return print(
    locale,
    {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      // What one message costs is far below a cent.
      ...(small
        ? Math.abs(amount) < 0.1
          ? { maximumSignificantDigits: 3 }
          : {}
        : { maximumFractionDigits: 0 }),
    },
    amount,
  );
}

/** €12.4 k */
export function formatMoneyCompact(locale: string, amount: number, currency: string): string {
  if (Math.abs(amount) < 999.5) return formatMoney(locale, amount, currency);
  const parts = numberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency;
  const figure = formatCompact(locale, Math.abs(amount));
  const sign = amount < 0 ? '−' : '';
  const leads =
    parts.findIndex((part) => part.type === 'currency') < parts.findIndex((part) => part.type === 'integer');
  return leads ? `${sign}${symbol}${figure}` : `${sign}${figure}${THIN_SPACE}${symbol}`;
}

/** 1 204–1 276, without the middle; `print` is one of the formats above. */
export function formatBand(interval: Interval, print: (value: number) => string): string {
  const low = print(interval.low);
  const high = print(interval.high);
  return interval.low < 0 ? `${low} to ${high}` : `${low}–${high}`;
}

/** 1 240 (1 204–1 276) */
export function formatInterval(interval: Interval, print: (value: number) => string): string {
  return `${print(interval.value)} (${formatBand(interval, print)})`;
}

const DURATION_UNITS = [
  ['day', 1440],
  ['hour', 60],
] as const;

/** A number of minutes in words, in the largest unit that it is a whole number of: 2 days, 36 hours, 90 minutes. */
export function formatDuration(locale: string, wholeMinutes: number): string {
  const [unit, size] = DURATION_UNITS.find(([, minutes]) => wholeMinutes % minutes === 0) ?? ['minute', 1];
  return print(locale, { style: 'unit', unit, unitDisplay: 'long' }, wholeMinutes / size);
}

/** Seconds as people wait: 4 s, 2 min. */
export function formatWait(locale: string, seconds: number): string {
  const unit = seconds < 90 ? 'second' : 'minute';
  const count = seconds < 90 ? Math.max(1, Math.round(seconds)) : Math.round(seconds / 60);
  return print(locale, { style: 'unit', unit, unitDisplay: 'short' }, count);
}

const AGO_UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** 2 s ago, 5 min ago. */
export function formatAgo(locale: string, seconds: number): string {
  const [unit, size] = AGO_UNITS.find(([, size]) => seconds >= size) ?? AGO_UNITS[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' }).format(
    -Math.floor(seconds / size),
    unit,
  );
}

/** 21 Nov 2026, 14:30 */
export function formatInstant(locale: string, milliseconds: number): string {
  return new Intl.DateTimeFormat(locale.startsWith('en') ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(milliseconds);
}
