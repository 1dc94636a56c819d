import type { ActualLine, ActualStretch } from '../../../analytics/actual/compareActual.ts';
import { ACTUAL_FIELDS, type ActualField, type Line } from '../../../analytics/actual/foreseen.ts';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { plain } from './actualColumns.ts';
import type { ActualRow } from './readActual.ts';
import { Repeats } from './repeats.ts';

/** A line with its name. */
export interface NamedLine extends ActualLine {
  readonly key: string;
  readonly name: string;
}

export interface MatchedActual {
  readonly lines: readonly NamedLine[];
  readonly stretch: ActualStretch;
  /** First day of the launch, where it is not on the forecast’s clock. */
  readonly shiftedFrom: string | undefined;
  /** Days lie behind the forecast’s end. */
  readonly isBeyond: boolean;
  readonly doubts: readonly string[];
}

const DAY = 86_400_000;

/** The rows as lines over the forecast’s days; undefined where none is about this journey, and then the doubts say why. */
export function matchActual(
  rows: readonly ActualRow[],
  detail: RunDetail,
  { journey, t }: { readonly journey: Journey; readonly t: Translate },
): MatchedActual | { readonly doubts: readonly string[] } {
  const doubts = new Set<string>();
  const times = rows.map(({ day }) => Date.parse(`${day}T00:00:00Z`));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const dates = datesOf(detail);
  const begins = Date.parse(`${dates[0] ?? detail.firstDay}T00:00:00Z`);
  const ends = begins + detail.days * detail.daysPerBucket * DAY;
  // Launched on another day than was planned: the first day is the first day.
  const isElsewhere = first >= ends || last < begins;
  const origin = isElsewhere ? first : begins;
  const bucketOf = (time: number) => Math.floor((time - origin) / DAY / detail.daysPerBucket);
  const stretch = {
    from: Math.max(0, bucketOf(first)),
    to: Math.min(detail.days - 1, bucketOf(last)),
  };
  const sums = new Map<string, Sum>();
  const seen = new Repeats();
  let outside = 0;
  rows.forEach((row, at) => {
    const matched = lineOf(row, detail, { journey, t });
    if (typeof matched === 'string') return void doubts.add(matched);
    const sum = sums.get(matched.key) ?? { ...matched, fields: new Map<ActualField, number[]>() };
    sums.set(matched.key, sum);
    const place = bucketOf(times[at] ?? 0) - stretch.from;
    if (place < 0 || place > stretch.to - stretch.from) {
      outside++;
      return;
    }
    seen.add(matched, row);
    const tellsOpens = tells(matched.line, detail);
    if (!tellsOpens && (row.values.opened ?? 0) > 0)
      doubts.add(t('actual.problems.noOpens', { line: matched.name }));
    addRow(sum, tellsOpens ? row.values : withoutOpens(row.values), {
      place,
      days: stretch.to - stretch.from + 1,
    });
  });
  if (sums.size === 0) return { doubts: [t('actual.problems.stranger'), ...doubts] };
  if (outside > 0) {
    const days = [first, last, begins, ends - DAY].map((time) => new Date(time).toISOString().slice(0, 10));
    const [from = '', to = '', firstDay = '', lastDay = ''] = days;
    doubts.add(t('actual.problems.outside', { count: outside, from, to, first: firstDay, last: lastDay }));
  }
  const found = [...sums.values()].filter(({ fields }) => fields.size > 0);
  if (found.length === 0) return { doubts: [t('actual.problems.nothing'), ...doubts] };
  const lines = found.map(({ key, name, line, fields }) => ({
    key,
    name,
    line,
    fields: Object.fromEntries(fields),
  }));
  return {
    lines: [...wholeOf(lines, t), ...lines],
    stretch,
    shiftedFrom: isElsewhere ? new Date(first).toISOString().slice(0, 10) : undefined,
    isBeyond: bucketOf(last) >= detail.days,
    doubts: [...doubts, ...seen.words(t)],
  };
}

interface Sum {
  readonly key: string;
  readonly name: string;
  readonly line: Line;
  readonly fields: Map<ActualField, number[]>;
}

function addRow(
  { fields }: Sum,
  values: ActualRow['values'],
  { place, days }: { readonly place: number; readonly days: number },
): void {
  for (const field of ACTUAL_FIELDS) {
    const value = values[field];
    if (value === undefined) continue;
    const sum = fields.get(field) ?? Array.from({ length: days }, () => 0);
    fields.set(field, sum);
    sum[place] = (sum[place] ?? 0) + value;
  }
}

/** Whether any of its sends is on a channel that reports opens. */
function tells(line: Line, { sends }: RunDetail): boolean {
  return line.kind === 'journey' || line.places.some((place) => sends[place]?.opensReported === true);
}

function withoutOpens({ opened: _, ...values }: ActualRow['values']): ActualRow['values'] {
  return values;
}

/** Of several lines of sends, all of them together; of no message twice. */
function wholeOf(lines: readonly NamedLine[], t: Translate): readonly NamedLine[] {
  const ofSends = lines.flatMap(({ line, fields }) => (line.kind === 'sends' ? [{ line, fields }] : []));
  const places = ofSends.flatMap(({ line }) => line.places);
  if (ofSends.length < 2 || new Set(places).size < places.length) return [];
  const fields = ACTUAL_FIELDS.filter((field) => ofSends.every((one) => one.fields[field] !== undefined));
  if (fields.length === 0) return [];
  const summed = fields.map((field) => {
    const each = ofSends.map((one) => one.fields[field] ?? []);
    const days = (each[0] ?? []).map((_, day) => each.reduce((sum, one) => sum + (one[day] ?? 0), 0));
    return [field, days] as const;
  });
  const line: Line = { kind: 'sends', places };
  return [{ key: 'whole', name: t('actual.whole'), line, fields: Object.fromEntries(summed) }];
}

/** What a row is about, or why it is about nothing here. */
function lineOf(
  { step, channel }: ActualRow,
  { sends }: RunDetail,
  { journey, t }: { readonly journey: Journey; readonly t: Translate },
): Pick<NamedLine, 'key' | 'name' | 'line'> | string {
  if (step === undefined && channel === undefined)
    return { key: 'journey', name: t('actual.journey'), line: { kind: 'journey' } };
  const nameOf = (id: string) => journey.steps[id as StepId]?.name ?? id;
  const wanted = channel === undefined ? undefined : channelIn(channel, t);
  const ofStep = sends.flatMap((send, place) =>
    step === undefined || send.step === step || plain(nameOf(send.step)) === plain(step)
      ? [{ ...send, place }]
      : [],
  );
  if (ofStep.length === 0) {
    const steps = [...new Set(sends.map((send) => `“${nameOf(send.step)}”`))].slice(0, 8).join(', ');
    return t('actual.problems.step', { step: step ?? '', steps });
  }
  const found = channel === undefined ? ofStep : ofStep.filter((send) => send.channel === wanted);
  const [one] = found;
  if (!one) {
    return step === undefined
      ? t('actual.problems.onlyChannel', { channel: channel ?? '' })
      : t('actual.problems.channel', { step, channel: channel ?? '' });
  }
  const words = wanted === undefined ? '' : t(`words.channel.${wanted}`);
  const isLadder = new Set(ofStep.map((send) => send.channel)).size > 1;
  const name =
    step === undefined
      ? words
      : isLadder && wanted !== undefined
        ? t('actual.stepOnChannel', { step: nameOf(one.step), channel: words })
        : nameOf(one.step);
  const places = found.map(({ place }) => place);
  return { key: places.join(), name, line: { kind: 'sends', places } };
}

const ALSO: Readonly<Record<string, string>> = {
  mail: 'email',
  text: 'sms',
  textmessage: 'sms',
  mms: 'sms',
  pushnotification: 'push',
  mobilepush: 'push',
  iospush: 'push',
  androidpush: 'push',
  inappmessage: 'in-app',
  post: 'direct-mail',
};

function channelIn(text: string, t: Translate) {
  const bare = plain(text);
  return CHANNELS.find(
    (channel) =>
      plain(channel) === bare || ALSO[bare] === channel || plain(t(`words.channel.${channel}`)) === bare,
  );
}
