import { MISSING_CODE, type Column } from './audience.ts';

/** 0 no, 1 yes, 2 unknown: the coding of boolean columns. */
export type YesNo = 0 | 1 | 2;

const YES = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'on',
  'in',
  'opt-in',
  'optin',
  'opted in',
  'opted-in',
  'subscribed',
  'granted',
  'given',
]);
const NO = new Set([
  ...[
    'no',
    'n',
    'false',
    'f',
    '0',
    'off',
    'out',
    'opt-out',
    'optout',
    'opted out',
    'opted-out',
    'unsubscribed',
  ],
  ...['denied', 'withdrawn', 'never', 'none'],
]);

/** Reads a word as systems export consent: yes, opted-in, subscribed, 1 … and their opposites. */
export function yesNoWord(text: string): YesNo {
  const word = text.trim().toLowerCase();
  return YES.has(word) ? 1 : NO.has(word) ? 0 : 2;
}

/**
 * Reads any column as yes or no for the given rows: numbers are yes unless 0, words as `yesNoWord`, a known date (of the
 * opt-in) is yes. Returns one entry per row, owned by the caller.
 */
export function yesNoOf(data: Column, rows: Uint32Array): Uint8Array {
  const out = new Uint8Array(rows.length);
  switch (data.type) {
    case 'boolean':
      for (let i = 0; i < rows.length; i++) out[i] = data.values[rows[i]!]!;
      return out;
    case 'category': {
      const truth = Uint8Array.from(data.dictionary, yesNoWord);
      for (let i = 0; i < rows.length; i++) {
        const code = data.codes[rows[i]!]!;
        out[i] = code === MISSING_CODE ? 2 : truth[code]!;
      }
      return out;
    }
    case 'number':
      for (let i = 0; i < rows.length; i++) {
        const value = data.values[rows[i]!]!;
        out[i] = Number.isNaN(value) ? 2 : value === 0 ? 0 : 1;
      }
      return out;
    case 'date':
      for (let i = 0; i < rows.length; i++) out[i] = Number.isNaN(data.values[rows[i]!]!) ? 2 : 1;
      return out;
  }
}
