/** The basic set of 3GPP TS 23.038 (GSM 03.38), section 6.2.1. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Section 6.2.1.1: each is an escape and a character, and so counts two. */
const EXTENDED = new Set('\f^{}\\[~]|€');

export interface SmsLength {
  /** `gsm7`: all characters are in the GSM alphabet. `ucs2`: one that is not makes all of them two bytes long. */
  readonly alphabet: 'gsm7' | 'ucs2';
  /** In units of the alphabet: septets, or UTF-16 code units. */
  readonly units: number;
  readonly parts: number;
  /** Units that the parts have room for. */
  readonly room: number;
}

/** Units in one message, and in each part of several: 7 or 3 of them then say which part it is (TS 23.040, section 9.2.3.24.1). */
const ROOM = { gsm7: [160, 153], ucs2: [70, 67] } as const;

/** How a text goes out as text messages. What counts two, an escaped character or a surrogate pair, is not cut in half. */
export function smsLengthOf(text: string): SmsLength {
  const characters = Array.from(text);
  const alphabet = characters.every(isGsm) ? 'gsm7' : 'ucs2';
  const weightOf = (character: string) =>
    alphabet === 'ucs2' ? character.length : EXTENDED.has(character) ? 2 : 1;
  const units = characters.reduce((sum, character) => sum + weightOf(character), 0);
  const [single, split] = ROOM[alphabet];
  if (units <= single) return { alphabet, units, parts: units === 0 ? 0 : 1, room: single };
  const parts = partsOf(characters.map(weightOf), split);
  return { alphabet, units, parts, room: parts * split };
}

function partsOf(weights: readonly number[], split: number): number {
  let parts = 1;
  let filled = 0;
  for (const weight of weights) {
    if (filled + weight > split) {
      parts += 1;
      filled = 0;
    }
    filled += weight;
  }
  return parts;
}

function isGsm(character: string): boolean {
  return BASIC.has(character) || EXTENDED.has(character);
}

/** Marks that word processors put in, and what the GSM alphabet has for them. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** The same text with plain marks: typographic ones more than double what a text message costs. */
export function plainMarks(text: string): string {
  return text.replaceAll(/[’‘“”„–—…\u00a0\u202f]/g, (mark) => PLAIN[mark] ?? mark);
}
