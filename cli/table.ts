import type { Estimate } from '../src/analytics/intervals.ts';
import type { MessageReport, Report, Shared, StepReport } from '../src/analytics/report.ts';
import type { RunTotals } from '../src/analytics/runTotals.ts';
import { printable } from './refusal.ts';

/** A journey's report for people: headline figures, then steps, then messages. */
export function reportTable(report: Report): string {
  const parts = [headline(report), aim(report), steps(report.steps), messages(report)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline({ totals }: Report): string {
  const rows = [
    ['', 'total', '95 % from', 'to'],
    ...(
      [
        ['conversions', totals.conversions, 0],
        ['conversions, whole audience', totals.conversionsAudience, 0],
        ['revenue', totals.revenue, 2],
        ['cost', totals.cost, 2],
        ['profit', totals.profit, 2],
        ['unsubscribed', totals.unsubscribed, 0],
      ] as const
    ).map(([words, estimate, digits]) => [words, ...interval(estimate, digits)]),
  ];
  return columns(rows);
}

function aim({ target }: Report): string {
  if (!target) return '';
  const { metric, atLeast, expected, chance } = target;
  return `target: ${number(expected.value, 0)} of ${number(atLeast, 0)} ${metric}, reached with a chance of ${percent(chance)} if the assumptions hold`;
}

function interval({ value, low, high }: Estimate, digits: number): string[] {
  return [number(value, digits), number(low, digits), number(high, digits)];
}

function steps(list: readonly StepReport[]): string {
  const rows = list.map(({ id, kind, name, entered, inFlight, exits }) => {
    const left = Object.entries(exits).map(([exit, count]) => `${exit} ${number(count, 0)}`);
    return [id, kind, clip(name), number(entered, 0), number(inFlight, 0), left.join(', ')];
  });
  return columns(
    [['step', 'kind', 'name', 'entered', 'in flight', 'left by'], ...rows],
    ['left', 'left', 'left', 'right', 'right', 'left'],
  );
}

function messages({ messages: list }: Report): string {
  if (list.length === 0) return '';
  const rows = list.map((message) => [
    message.step,
    message.rung === undefined ? message.channel : `${message.rung}. ${message.channel}`,
    ...counts(message),
    number(message.cost, 2),
    Object.entries(message.unsent)
      .map(([why, count]) => `${why} ${number(count, 0)}`)
      .join(', '),
  ]);
  const head = [
    'message',
    'channel',
    'sent',
    'delivered',
    'opened',
    'clicked',
    'converted',
    'unsubscribed',
    'cost',
    'not sent',
  ];
  const right = head.slice(2, -1).map(() => 'right' as const);
  return columns([head, ...rows], ['left', 'left', ...right, 'left']);
}

function counts({ sent, delivered, opened, clicked, converted, unsubscribed }: MessageReport): string[] {
  return [sent, delivered, opened, clicked, converted, unsubscribed].map((count) => number(count, 0));
}

/** What the contacts of a run came to over all its journeys. */
export function runTable(totals: RunTotals): string {
  return columns([
    ['all journeys together', 'total', '95 % from', 'to'],
    ['conversions, whole audience', ...interval(totals.conversionsAudience, 0)],
    ['revenue, whole audience', ...interval(totals.revenueAudience, 2)],
    ['messages sent', ...interval(totals.sent, 0)],
    ['cost', ...interval(totals.cost, 2)],
    ['unsubscribed', ...interval(totals.unsubscribed, 0)],
  ]);
}

/** What the run as a whole took. */
const SHARED_WORDS: Readonly<Record<Shared, string>> = {
  agents: 'agents',
  budgets: 'budgets',
  rateLimits: 'rate limits',
};

export function reportFooter({ stepsExecuted, seconds, stepsPerSecond, seed, approximate }: Report): string {
  const near = approximate
    ? `\napproximate, run to know: contacts share ${approximate.map((what) => SHARED_WORDS[what]).join(', ')}, and a sample has its part of them; simulate everybody to know\n`
    : '';
  return `${near}\nseed ${seed}; ${number(stepsExecuted, 0)} steps in ${number(seconds, 2)} s, ${number(stepsPerSecond, 0)} a second\n`;
}

type Side = 'left' | 'right';

/** Lines with cells under each other; the first column is text and the others numbers unless told. */
function columns(rows: readonly (readonly string[])[], sides: readonly Side[] = ['left']): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => {
          const space = ' '.repeat((widths[at] ?? 0) - width(cell));
          return (sides[at] ?? 'right') === 'left' ? printable(cell) + space : space + printable(cell);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Characters, not code units; wide scripts come out a little uneven. */
function width(text: string): number {
  return Array.from(text).length;
}

function clip(name: string): string {
  const letters = Array.from(name);
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : name;
}

function number(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Never called certain or impossible. */
function percent(share: number): string {
  if (share < 0.001) return 'less than 0.1 %';
  if (share > 0.999) return 'more than 99.9 %';
  return `${number(share * 100, share > 0.01 && share < 0.99 ? 0 : 1)} %`;
}
