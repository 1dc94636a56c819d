import { NO_RESPONSE, type Response } from '../../journey/steps/check.ts';

const NEGATIVE =
  /\bno\b|\bnot\b|\bnone\b|\bnothing\b|\bnever\b|n['’]t\b|\bun(?:opened|responsive|engaged|read)\b|\bignor|\bsilen|\btime[- ]?out|\bno[- ]?response\b|\bnon[- ]?respon|\binactive\b/i;
const WORDS: readonly (readonly [RegExp, Response])[] = [
  [/\bconver|\bpurchas|\bbought\b|\bbuys?\b|\border(?:s|ed)?\b|\bpaid\b/i, 'converted'],
  [/\bclick/i, 'clicked'],
  [/\brepl(?:y|ies|ied)\b|\banswer/i, 'replied'],
  [/\bopen|\bread\b|\bview/i, 'opened'],
  [/\bunsubscri|\bopt(?:ed|s)?[- ]?out\b|\bcomplain/i, 'unsubscribed'],
  [/\bbounc/i, 'bounced'],
];
/** Answers without saying which. */
const POSITIVE = /\byes\b|\bengag|\brespon[ds]|\binterest|\bpositive\b|\bactive\b/i;

export type CheckExit = Response | typeof NO_RESPONSE;

/** The exits of a check that an arrow's label means; “opened / clicked” means two, none when the label says nothing. */
export function responsesIn(label: string): readonly CheckExit[] {
  if (NEGATIVE.test(label)) return [NO_RESPONSE];
  const named = WORDS.flatMap(([words, response]) => (words.test(label) ? [response] : []));
  return named;
}

export function isPositive(label: string): boolean {
  return !NEGATIVE.test(label) && POSITIVE.test(label);
}
