import type { ComparedField, ComparedLine } from '../../../analytics/actual/compareActual.ts';
import type { ActualField } from '../../../analytics/actual/foreseen.ts';
import type { DetailSend } from '../../../analytics/detail.ts';
import type { AssumptionPlace } from '../../../compile/response/assumption.ts';
import { ratesOf, readOpens, shiftOdds, type RateName } from '../../../compile/response/rates.ts';
import type { Calibration } from '../../../journey/calibration.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Send } from '../../../journey/steps/message.ts';

/** What to do about a figure that is off. */
export type Remedy =
  /** Other numbers went out than were due: no rate explains that. */
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'rate';
      readonly rate: RateName;
      readonly base: ActualField;
      readonly seen: number;
      readonly expected: number;
      /** What it is a rate of is off as well, so perhaps it is of other contacts: that comes first, and nothing is calibrated. */
      readonly isBaseOff: boolean;
      /** Where the rate is kept and what it should be; undefined: in more than one place, or in none any more. */
      readonly change: { readonly place: AssumptionPlace; readonly value: number } | undefined;
    };

/** The rate that says which part of its base a figure is. */
const RATE_OF: Partial<Record<ActualField, RateName>> = {
  delivered: 'delivered',
  opened: 'opened',
  clicked: 'clicked',
  conversions: 'converted',
  unsubscribed: 'unsubscribed',
};

/** Of fewer no rate can be told. */
const FEW_EVENTS = 10;
/** Outside the band of one launch. */
const OFF = 0.05;

export interface RemedyMeans {
  readonly sends: readonly DetailSend[];
  readonly journey: Journey;
  readonly calibration: Calibration;
}

/** The remedy for an alert about a total; undefined: nothing that could be said better than by the figure. */
export function remedyOf(
  { line, fields }: ComparedLine,
  { field, base: of, total }: ComparedField,
  means: RemedyMeans,
): Remedy | undefined {
  if (field === 'sent') return { kind: 'sent' };
  const rate = RATE_OF[field];
  const base = fields.find((one) => one.field === of)?.total;
  if (!rate || !of || !base || total.expected === 0) return undefined;
  const [seen, expected] = [total.actual / base.actual, total.expected / base.expected];
  const isBaseOff = base.alone < OFF;
  const places = line.kind === 'sends' ? line.places.flatMap((place) => means.sends[place] ?? []) : [];
  const change =
    isBaseOff || seen > 1 || total.actual < FEW_EVENTS
      ? undefined
      : changeOf(places, { rate, seen, expected }, means);
  return { kind: 'rate', rate, base: of, seen, expected, isBaseOff, change };
}

interface Off {
  readonly rate: RateName;
  readonly seen: number;
  readonly expected: number;
}

/** The rate as it is now, moved by the odds ratio that takes what was forecast to what was seen: delays and pressure stay as they are. */
function changeOf(sends: readonly DetailSend[], off: Off, { journey, calibration }: RemedyMeans) {
  const kept = keptIn(sends, off.rate, journey);
  if (!kept) return undefined;
  const now = ratesOf(kept.send, calibration)[off.rate].value;
  const isMail = off.rate === 'opened' && kept.send.channel === 'email';
  const [from, to] = [off.expected, off.seen].map((share) => (isMail ? readOpens(share).people : share));
  if (now <= 0 || now >= 1 || from === undefined || to === undefined || from <= 0 || from >= 1)
    return undefined;
  return { place: kept.place, value: Number(shiftOdds(now, from, to).toPrecision(3)) };
}

/** The one place in which the rate of all of these sends is kept: a message, a rung, or a channel. */
function keptIn(
  sends: readonly DetailSend[],
  name: RateName,
  { steps }: Journey,
):
  | { readonly place: AssumptionPlace; readonly send: Pick<Send, 'channel' | 'occasion' | 'response'> }
  | undefined {
  const [first] = sends;
  const channel = CHANNELS.find((known) => known === first?.channel);
  if (!first || !channel) return undefined;
  const isOneStep = sends.every(({ step }) => step === first.step);
  if (!isOneStep) {
    if (sends.some((send) => send.channel !== channel)) return undefined;
    const send = { channel, occasion: 'campaign' } as const;
    return { place: { in: 'channel', name, ...send }, send };
  }
  const id = first.step as StepId;
  const step = steps[id];
  if (step?.kind === 'message')
    return { place: { in: 'send', name, step: id, rung: undefined }, send: { ...step, channel } };
  const rung = first.rung === undefined ? undefined : first.rung - 1;
  if (step?.kind !== 'escalate' || rung === undefined || sends.length > 1) return undefined;
  const send = step.rungs[rung];
  return send && { place: { in: 'send', name, step: id, rung }, send };
}
