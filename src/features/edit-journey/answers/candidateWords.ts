import type { Candidate, CandidateValue } from '../../../journey/candidates/candidate.ts';
import type { Journey } from '../../../journey/journey.ts';
import type { Wording } from '../../../legend/stepSummary.ts';

/** What a candidate changes, as an instruction. */
export function candidateWords(
  { code, step, values }: Candidate,
  journey: Journey,
  wording: Wording,
): string {
  const printed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, printValue(value, wording)]),
  );
  const name = step === undefined ? '' : (journey.steps[step]?.name ?? '');
  return wording.t(`answers.candidate.${code}`, { ...NO_WORDS, ...printed, step: name });
}

/** Every part that some candidate's words have: each has its own among them. */
const NO_WORDS = {
  from: '',
  to: '',
  other: '',
  first: '',
  second: '',
  at: '',
  arm: '',
  cap: '',
  max: '',
  window: '',
  until: '',
  channel: '',
} as const;

function printValue(value: CandidateValue, { t, format, currency }: Wording): string {
  if ('minutes' in value) return format.duration(value.minutes);
  if ('range' in value) {
    const [from, to] = value.range;
    return t('answers.range', { from: format.duration(from), to: format.duration(to) });
  }
  if ('count' in value) return format.number(value.count);
  if ('share' in value) return format.rate(value.share);
  if ('money' in value) return format.money(value.money, currency);
  if ('channel' in value) return t(`words.channel.${value.channel}`);
  return value.text;
}
