import { roi } from '../../../analytics/finance/attributed.ts';
import type { Figured } from '../../../analytics/finance/known.ts';
import { shownSum, type Ledger } from '../../../analytics/finance/ledger.ts';
import { clickLedger } from '../../../analytics/finance/reportLedgers.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Report } from '../../../analytics/report.ts';

/** A channel, or one send of the journey. */
export interface Part {
  readonly key: string;
  readonly step: string | undefined;
  readonly channel: string;
  readonly rung: number | undefined;
  /** By what it is taken away: the channel, or the step at its first send. Undefined for the step's other sends. */
  readonly whole: string | undefined;
  readonly sent: number;
  readonly cost: number;
  readonly revenue: number;
  /** In parts of what was spent on it; the fixed cost belongs to no part. */
  readonly roi: Figured;
}

export interface Parts {
  readonly channels: readonly Part[];
  readonly messages: readonly Part[];
}

interface Detailed {
  readonly report: Report;
  readonly detail: RunDetail;
}

/** Sends by channel and one by one, each with what followed its clicks. */
export function partsOf(run: Detailed, margin: number): Parts {
  const { sends } = run.detail;
  const used = [...new Set(sends.map(({ channel }) => channel))];
  return {
    channels: used.map((channel) => {
      const places = sends.flatMap((send, place) => (send.channel === channel ? [place] : []));
      const about = { key: channel, step: undefined, channel, rung: undefined, whole: channel };
      return { ...about, ...figuresOf(run, margin, places) };
    }),
    messages: sends.map(({ step, channel, rung }, place) => ({
      key: `${step}.${channel}.${rung ?? ''}`,
      step,
      channel,
      rung,
      whole: sends.findIndex((other) => other.step === step) === place ? step : undefined,
      ...figuresOf(run, margin, [place]),
    })),
  };
}

function figuresOf(
  run: Detailed,
  margin: number,
  places: readonly number[],
): Pick<Part, 'sent' | 'cost' | 'revenue' | 'roi'> {
  const ledger = clickLedger(run, margin, places);
  const sum = (field: 'cost' | 'revenue') => shownSum(ledger, ledger.groups[field]);
  return {
    sent: places.reduce((total, place) => total + (run.report.messages[place]?.sent ?? 0), 0),
    cost: sum('cost'),
    revenue: sum('revenue'),
    roi: returnOf(ledger),
  };
}

function returnOf(ledger: Ledger): Figured {
  return roi(ledger).value;
}

/** Whether a figure is above zero, below, or cannot be told from it. */
export function verdictOn(figured: Figured): 'pays' | 'loses' | 'open' {
  if (figured.kind === 'undefined') return 'open';
  const { low, high } = figured.estimate;
  return low > 0 ? 'pays' : high < 0 ? 'loses' : 'open';
}
