import type { EntryStep, EntryTrigger } from '../../journey/steps/entry.ts';
import { alwaysMatches, type Rule } from '../../journey/rules.ts';
import { stepEntries } from '../../journey/graph.ts';
import { helperOf } from './ids.ts';
import { textAt } from './keptDocument.ts';
import { clockOf, columnOfProperty } from './readDelay.ts';
import type { PieceDoubt, Reading } from './reading.ts';
import { ruleOf } from './readQuestion.ts';
import type { ReadEntry } from './shapes.ts';
import { EXIT, type Body } from './types.ts';

export interface BegunWith {
  /** What the entry is to be called; no file says it, but for what we wrote behind it. */
  readonly wish: string | undefined;
  readonly step: EntryStep;
  /** The node that contacts come to first. */
  readonly first: string;
  /** Kept only where the entry is that one node. */
  readonly raw: Body | undefined;
  readonly doubts: readonly PieceDoubt[];
}

const USUAL_PER_DAY = 100;
const DAY_SECONDS = 86_400;

/** Who comes in, with what we wrote behind the entry of a journey to say more than the entry itself can. */
export function readBegin(reading: Reading, entry: ReadEntry, raw: Body): BegunWith {
  const doubts: PieceDoubt[] = [];
  const behind = helperOf(entry.child);
  const told = behind && ['eligible', 'date'].includes(behind.part) ? behind.main : undefined;
  const wish = told ?? entryBefore(reading);
  if (entry.type === 'EventEntryNode') {
    const asked = wish === undefined ? undefined : eligibleBehind(reading, wish, entry.child, doubts);
    const trigger: EntryTrigger = { type: 'events', event: entry.event, perDay: perDay(reading, doubts) };
    return begun(reading, wish, trigger, asked, asked?.first ?? entry.child, asked ? undefined : raw, doubts);
  }
  const dated = wish === undefined ? undefined : dateBehind(reading, wish, entry.child);
  if (dated && wish !== undefined) {
    const asked = eligibleBehind(reading, wish, dated.first, doubts);
    return begun(reading, wish, dated.trigger, asked, asked?.first ?? dated.first, undefined, doubts);
  }
  const known = reading.segment(entry.segment);
  const event = known && eventOf(known.root);
  if (event !== undefined) {
    const trigger: EntryTrigger = { type: 'events', event, perDay: perDay(reading, doubts) };
    return begun(reading, wish, trigger, undefined, entry.child, raw, doubts);
  }
  const rule = known && ruleOf(reading, entry.segment, doubts);
  // A tag that nobody has yet would keep everyone out.
  const unasked = doubts.length > 0 || !known;
  if (unasked) {
    const words = `What the segment “${known?.name ?? entry.segment}” asks of those who come in is not in the file, or cannot be asked here: everyone in the audience comes in.`;
    const lacks = { kind: 'segments', id: entry.segment } as const;
    doubts.splice(0, doubts.length, { code: 'entry-segment-unknown', words, ...(!known && { lacks }) });
  }
  const eligible = unasked ? undefined : rule;
  const asked = eligible && !alwaysMatches(eligible) ? { rule: eligible } : undefined;
  return begun(reading, wish, { type: 'atOnce' }, asked, entry.child, raw, doubts);
}

function begun(
  reading: Reading,
  wish: string | undefined,
  trigger: EntryTrigger,
  asked: { readonly rule: Rule } | undefined,
  first: string,
  raw: Body | undefined,
  doubts: readonly PieceDoubt[],
): BegunWith {
  const name = reading.nameOf(wish ?? '', 'entry', trigger.type === 'events' ? trigger.event : 'Entry');
  const step: EntryStep = { kind: 'entry', name, trigger, ...(asked && { eligible: asked.rule }) };
  return { wish, step, first, raw, doubts };
}

/** The entry of the journey that the file was made from, which Dittofeed has no id for. */
function entryBefore({ base }: Reading): string | undefined {
  return base && stepEntries(base).find(([, { kind }]) => kind === 'entry')?.[0];
}

function perDay({ base }: Reading, doubts: PieceDoubt[]): number {
  const known =
    base && stepEntries(base).some(([, step]) => step.kind === 'entry' && step.trigger.type === 'events');
  if (!known) {
    const words = `How often the event happens is not in the file: ${USUAL_PER_DAY} a day are supposed. Enter your own number.`;
    doubts.push({ code: 'events-supposed', words });
  }
  return USUAL_PER_DAY;
}

function eligibleBehind(
  reading: Reading,
  wish: string,
  child: string,
  doubts: PieceDoubt[],
): { readonly rule: Rule; readonly first: string } | undefined {
  const node = reading.helper(wish, 'eligible', 'SegmentSplitNode');
  if (!node || node.id !== child || node.variant.falseChild !== EXIT) return undefined;
  reading.done.add(node.id);
  return { rule: ruleOf(reading, node.variant.segment, doubts), first: node.variant.trueChild };
}

function dateBehind(
  reading: Reading,
  wish: string,
  child: string,
): { readonly trigger: EntryTrigger; readonly first: string } | undefined {
  const date = reading.helper(wish, 'date', 'DelayNode');
  if (!date || date.id !== child || date.variant.type !== 'UserProperty') return undefined;
  const time = reading.helper(wish, 'time', 'DelayNode');
  const clocked = time && time.id === date.child && time.variant.type === 'LocalTime' ? time : undefined;
  const { userProperty, offsetSeconds = 0, offsetDirection } = date.variant;
  const offsetDays = (offsetSeconds / DAY_SECONDS) * (offsetDirection === 'before' ? -1 : 1) + 0;
  if (!Number.isInteger(offsetDays)) return undefined;
  reading.done.add(date.id);
  if (clocked) reading.done.add(clocked.id);
  const at = clocked?.variant.type === 'LocalTime' ? clockOf(clocked.variant) : '00:00';
  const column = columnOfProperty(reading, userProperty);
  return { trigger: { type: 'date', column, offsetDays, at }, first: clocked?.child ?? date.child };
}

/** A segment of those who did something lets people in as they do it. */
function eventOf(root: Body): string | undefined {
  const { type, times = 1, timesOperator = '>=', properties } = root;
  const once =
    times === 1 &&
    timesOperator === '>=' &&
    (properties === undefined || (Array.isArray(properties) && properties.length === 0));
  return type === 'Performed' && once ? textAt(root, 'event') : undefined;
}
