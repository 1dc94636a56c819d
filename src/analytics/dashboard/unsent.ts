import type { RunDetail } from '../detail.ts';

/** One line of why messages were not sent. */
export interface UnsentLine {
  readonly reason: string;
  /** Place in the detail's sends. */
  readonly send: number;
  readonly people: number;
  /** As shown, day by day. */
  readonly days: readonly number[];
}

/** Every unsent message by reason and send, the most first; reasons and sends without any are left out. */
export function unsentLines({ dayUnsent, days, sends, reasons, factor }: RunDetail): readonly UnsentLine[] {
  const lines: UnsentLine[] = [];
  reasons.forEach((reason, place) => {
    sends.forEach((_, send) => {
      const counts = Array.from(
        { length: days },
        (__, day) => dayUnsent[(day * sends.length + send) * reasons.length + place]! * factor,
      );
      const people = counts.reduce((sum, count) => sum + count, 0);
      if (people > 0) lines.push({ reason, send, people, days: counts });
    });
  });
  return lines.toSorted((a, b) => b.people - a.people);
}
