import { scale, wilson, type Estimate } from '../../analytics/intervals.ts';
import type { MessageReport, Report, StepReport } from '../../analytics/report.ts';
import { NO_RESPONSE } from '../../journey/steps/check.ts';
import type { StepId } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { exitLabel } from '../../legend/exitLabel.ts';

/** A report, found by step. */
export interface ReportIndex {
  readonly steps: ReadonlyMap<string, StepReport>;
  readonly messages: ReadonlyMap<string, readonly MessageReport[]>;
  /** Contacts the report's counts stand for. */
  readonly contacts: number;
  /** Of these, the part that was simulated: counts are larger than what was seen by one over this. */
  readonly simulated: number;
  readonly entries: number;
}

export function indexReport(report: Report): ReportIndex {
  const messages = new Map<string, MessageReport[]>();
  for (const message of report.messages)
    messages.set(message.step, [...(messages.get(message.step) ?? []), message]);
  const steps = new Map(report.steps.map((step) => [step.id, step]));
  const entry = report.steps.find(({ kind }) => kind === 'entry');
  const contacts = report.scaledTo ?? report.contacts;
  const simulated = contacts > 0 ? report.contacts / contacts : 1;
  return { steps, messages, contacts, simulated, entries: entry?.entered ?? 0 };
}

/** The one rate that matters for a step, in the words `editJourney.rate.<words>`. */
export interface StepRate {
  readonly words:
    | 'opened'
    | 'clicked'
    | 'converted'
    | 'delivered'
    | 'responded'
    | 'branch'
    | 'sent'
    | 'accepted'
    | 'waiting'
    | 'reached'
    | 'entered';
  readonly part: number;
  readonly whole: number;
  /** For `branch`. */
  readonly branch?: string;
}

export interface StepFigures {
  readonly entered: number;
  /** Where the number of people lies 95 times of 100; absent where a contact may come more than once. */
  readonly enteredBand?: Estimate;
  readonly rate: (StepRate & { readonly band: Estimate }) | undefined;
  /** People per named exit. */
  readonly exits: Readonly<Record<string, number>>;
}

/** What the canvas says about a step; undefined when the report does not know it. */
export function stepFigures(
  id: StepId,
  step: Step,
  index: ReportIndex | undefined,
  t: Translate,
): StepFigures | undefined {
  const counted = index?.steps.get(id);
  if (!index || !counted) return undefined;
  const rate = rateOf(step, { counted, sends: index.messages.get(id) ?? [], index, t });
  const { entered, exits } = counted;
  const { contacts, simulated } = index;
  return {
    entered,
    ...(entered <= contacts && { enteredBand: scale(shareOf(entered, contacts, simulated), contacts) }),
    exits,
    rate: rate && rate.whole > 0 ? { ...rate, band: shareOf(rate.part, rate.whole, simulated) } : undefined,
  };
}

/** A share with the interval that the contacts really simulated give it. */
function shareOf(part: number, whole: number, simulated: number): Estimate {
  const n = Math.round(whole * simulated);
  return wilson(Math.min(n, Math.round(part * simulated)), n);
}

interface Counted {
  readonly counted: StepReport;
  readonly sends: readonly MessageReport[];
  readonly index: ReportIndex;
  readonly t: Translate;
}

function rateOf(step: Step, { counted, sends, index, t }: Counted): StepRate | undefined {
  const { exits } = counted;
  const left = Object.values(exits).reduce((total, people) => total + people, 0);
  switch (step.kind) {
    case 'entry':
      return { words: 'entered', part: counted.entered, whole: index.contacts };
    case 'message':
      return messageRate(sends);
    case 'check':
      return { words: 'responded', part: left - (exits[NO_RESPONSE] ?? 0), whole: left };
    case 'split':
    case 'experiment': {
      const [largest] = Object.entries(exits)
        .filter(([exit]) => !exit.startsWith('$'))
        .sort(([, a], [, b]) => b - a);
      return (
        largest && { words: 'branch', part: largest[1], whole: left, branch: exitLabel(step, largest[0], t) }
      );
    }
    case 'escalate':
      return { words: 'sent', part: exits['sent'] ?? 0, whole: left };
    case 'handoff':
      return { words: 'accepted', part: exits['accepted'] ?? 0, whole: left };
    case 'wait':
      return counted.inFlight > 0
        ? { words: 'waiting', part: counted.inFlight, whole: counted.entered }
        : undefined;
    case 'goal':
    case 'exit':
      return { words: 'reached', part: counted.entered, whole: index.entries };
    case 'update':
      return undefined;
  }
}

/** Opens where the channel has them, else clicks, else what was delivered. */
function messageRate(sends: readonly MessageReport[]): StepRate | undefined {
  const sum = (field: 'opened' | 'clicked' | 'delivered' | 'sent') =>
    sends.reduce((total, send) => total + send[field], 0);
  const delivered = sum('delivered');
  const opened = sum('opened');
  if (opened > 0) return { words: 'opened', part: opened, whole: delivered };
  const clicked = sum('clicked');
  if (clicked > 0) return { words: 'clicked', part: clicked, whole: delivered };
  return { words: 'delivered', part: delivered, whole: sum('sent') };
}
