import type { MessageReport, Report } from '../../analytics/report.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Formats } from '../../i18n/useFormat.ts';
import type { Journey, StepId } from '../../journey/journey.ts';

const TOTALS = ['conversions', 'revenue', 'cost', 'profit', 'unsubscribed'] as const;
const COUNTS = ['sent', 'delivered', 'opened', 'clicked', 'converted', 'unsubscribed', 'cost'] as const;
/** Figures that a sentence has room for. */
const MOST = 3;

interface Means {
  readonly journey: Journey;
  readonly t: Translate;
  readonly format: Formats;
}

/** Which figures of a run are others here than in its file, both as the app prints them: “cost: $83 in the file, $82 here”. */
export function differingFigures(there: Report, here: Report, { journey, t, format }: Means): string {
  const { currency } = journey.settings;
  const pair = (name: string, isMoney: boolean, [before, now]: readonly [number, number]) =>
    before === now
      ? []
      : [
          t('report.opened.figure', {
            name,
            ...printed([before, now], isMoney ? currency : undefined, format),
          }),
        ];
  const totals = TOTALS.flatMap((metric) =>
    pair(t(`words.metric.${metric}`).toLowerCase(), metric !== 'conversions' && metric !== 'unsubscribed', [
      there.totals[metric].value,
      here.totals[metric].value,
    ]),
  );
  const messages = there.messages.flatMap((message) => {
    const other = here.messages.find((one) => isSame(one, message));
    const step = journey.steps[message.step as StepId]?.name ?? message.step;
    return COUNTS.flatMap((field) =>
      pair(
        t('report.opened.ofMessage', { field: t(`report.opened.fields.${field}`), step }),
        field === 'cost',
        [message[field], other?.[field] ?? 0],
      ),
    );
  });
  const all = totals.length > 0 ? totals : messages;
  if (all.length === 0) return t('report.opened.details');
  const some = all.slice(0, MOST).join('; ');
  return all.length > MOST ? t('report.opened.more', { some, count: all.length - MOST }) : some;
}

function isSame(a: MessageReport, b: MessageReport): boolean {
  return a.step === b.step && a.channel === b.channel && a.rung === b.rung;
}

/** As everywhere; to more digits where these would be the same. */
function printed([there, here]: readonly [number, number], currency: string | undefined, format: Formats) {
  const prints = [
    (value: number) =>
      currency === undefined ? format.number(Math.round(value)) : format.money(Math.round(value), currency),
    (value: number) => (currency === undefined ? format.number(value, 2) : format.money(value, currency)),
    (value: number) => format.number(value, 12),
  ];
  const print = prints.find((one) => one(there) !== one(here)) ?? String;
  return { there: print(there), here: print(here) };
}
