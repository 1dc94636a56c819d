import { GROUPS } from '../../engine/results.ts';
import type { RunDetail } from '../detail.ts';
import type { Estimate } from '../intervals.ts';
import type { MessageReport, Report } from '../report.ts';
import { sendGroupsOf } from './sendFigures.ts';
import { addGroups, sumEstimate, total } from './sums.ts';

/** Where and why messages were not sent: one line per reason and send. */
export interface UnsentLine {
  readonly reason: string;
  readonly step: string;
  readonly channel: string;
  readonly rung?: number;
  readonly people: number;
  /** Messages of the send that were due: sent or not. */
  readonly due: number;
}

export interface UnsentFilter {
  readonly reason?: string | undefined;
  readonly channel?: string | undefined;
}

/** The most first. */
export function unsentLines({ messages }: Pick<Report, 'messages'>): readonly UnsentLine[] {
  return messages
    .flatMap(({ step, channel, rung, unsent, ...message }) => {
      const due = dueOf({ ...message, unsent });
      return Object.entries(unsent)
        .filter(([, people]) => people > 0)
        .map(([reason, people]) => ({
          reason,
          step,
          channel,
          ...(rung !== undefined && { rung }),
          people,
          due,
        }));
    })
    .toSorted((a, b) => b.people - a.people);
}

function dueOf({ sent, unsent }: Pick<MessageReport, 'sent' | 'unsent'>): number {
  return Object.values(unsent).reduce((sum, people) => sum + people, sent);
}

/** Every message that was due. */
export function dueMessages({ messages }: Pick<Report, 'messages'>): number {
  return messages.reduce((sum, message) => sum + dueOf(message), 0);
}

export function matching(
  lines: readonly UnsentLine[],
  { reason, channel }: UnsentFilter,
): readonly UnsentLine[] {
  return lines.filter(
    (line) =>
      (reason === undefined || line.reason === reason) && (channel === undefined || line.channel === channel),
  );
}

/** Added up over sends, the most first. */
export function byReason(
  lines: readonly UnsentLine[],
): readonly { readonly reason: string; readonly people: number }[] {
  const people = new Map<string, number>();
  for (const line of lines) people.set(line.reason, (people.get(line.reason) ?? 0) + line.people);
  return [...people]
    .map(([reason, count]) => ({ reason, people: count }))
    .toSorted((a, b) => b.people - a.people);
}

/** Unsent messages of these reasons and sends, as shown: how many would an equal run on other people of this kind leave unsent? */
export function unsentEstimate(detail: RunDetail, which: UnsentWhich): Estimate {
  const { sends, reasons, unsentGroups } = detail;
  const places = sends.flatMap((send, place) => (isOf(send, which) ? [place] : []));
  const parts = places.flatMap((place) =>
    reasons.flatMap((reason, at) => {
      if (which.reason !== undefined && which.reason !== reason) return [];
      const from = (place * reasons.length + at) * GROUPS;
      return [unsentGroups.subarray(from, from + GROUPS)];
    }),
  );
  return sumEstimate(detail, addGroups(parts), 'count', { worth: bunchOf(detail, places) });
}

export interface UnsentWhich extends UnsentFilter {
  /** Place in an escalation ladder; only with its step. */
  readonly rung?: number | undefined;
  readonly step?: string | undefined;
}

function isOf(send: RunDetail['sends'][number], { channel, step, rung }: UnsentWhich): boolean {
  if (channel !== undefined && channel !== send.channel) return false;
  return step === undefined || (step === send.step && rung === send.rung);
}

/** A contact whom a rule stops, it may stop at each of the messages that a contact gets. */
function bunchOf(detail: RunDetail, places: readonly number[]): number {
  const messaged = total(detail.messages) - detail.messages[0]!;
  const sent = total(places.map((place) => total(sendGroupsOf(detail, place, 'sent'))));
  return messaged === 0 ? 1 : Math.max(1, sent / messaged);
}

/** Reason by day, as shown; days after the last message that was not sent are left out. */
export interface UnsentDays {
  readonly reasons: readonly string[];
  /** `values[reason][day]`. */
  readonly values: readonly (readonly number[])[];
}

export function unsentDays(detail: RunDetail, { reason: only, channel }: UnsentFilter): UnsentDays {
  const { dayUnsent, days, sends, reasons, factor } = detail;
  const table = reasons.map((reason, place) => ({
    reason,
    days: Array.from({ length: days }, (_, day) =>
      sends.reduce((sum, send, at) => {
        if (channel !== undefined && send.channel !== channel) return sum;
        return sum + dayUnsent[(day * sends.length + at) * reasons.length + place]! * factor;
      }, 0),
    ),
  }));
  const kept = table.filter(
    (line) => (only === undefined || line.reason === only) && line.days.some((count) => count > 0),
  );
  const last = Math.max(0, ...kept.map((line) => line.days.findLastIndex((count) => count > 0) + 1));
  return { reasons: kept.map(({ reason }) => reason), values: kept.map((line) => line.days.slice(0, last)) };
}
