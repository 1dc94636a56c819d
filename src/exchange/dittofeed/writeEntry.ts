import { stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import { EVERYONE, type Rule } from '../../journey/rules.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { isObject } from '../kept.ts';
import { ruleContext } from './askings.ts';
import { helperId } from './ids.ts';
import { pathOf } from './paths.ts';
import type { Body, DelayNode, EntryNode, JourneyNode, SplitNode } from './types.ts';
import { EXIT } from './types.ts';
import type { Writing } from './writing.ts';
import { segmentOf } from './writeRule.ts';
import { clock, dateVariant } from './writeWait.ts';

interface Begun {
  readonly entryNode: EntryNode | Body;
  /** What contacts pass before the first step. */
  readonly nodes: readonly JourneyNode[];
}

/** Who comes in, and when. */
export function writeEntry(out: Writing, id: StepId): Begun {
  const step = stepOf(out.journey, id);
  if (step?.kind !== 'entry')
    return { entryNode: { type: 'EntryNode', segment: '', child: EXIT }, nodes: [] };
  const first = out.to(id, 'next');
  const raw = out.kept(id)?.raw;
  if (isObject(raw)) return { entryNode: { ...raw, child: first, ...reEntering(out, raw) }, nodes: [] };
  tellOf(out, id, step);
  if (step.trigger.type === 'events') return byEvent(out, id, step, first);
  if (step.trigger.type === 'date') return byDate(out, id, step, first);
  return { entryNode: bySegment(out, id, step.eligible ?? EVERYONE, first), nodes: [] };
}

/** Said again only where it is no longer as it was. */
function reEntering(out: Writing, raw: Body): Body {
  const often = reEnters(out);
  return raw['type'] !== 'EntryNode' || out.file?.often === often ? {} : { reEnter: often };
}

function bySegment(out: Writing, id: StepId, rule: Rule, child: string): EntryNode {
  const context = ruleContext(out, id);
  const made = out.segment(['entry', id], ['Who comes in'], segmentOf(rule, context));
  const segment = context.lost()
    ? out.fill({
        id: `segment:${id}`,
        kind: 'segment',
        what: 'a segment of your own for those who come in, part of which cannot be written',
        form: 'uuid',
        scope: 'journey',
        step: out.sourceOf(id),
        placeholder: made,
      })
    : made;
  return { type: 'EntryNode', segment, child, reEnter: reEnters(out) };
}

function byEvent(out: Writing, id: StepId, step: EntryStep, first: string): Begun {
  const event = step.trigger.type === 'events' ? step.trigger.event : '';
  const named = event.trim() === '' ? unnamedEvent(out, id) : event;
  const asked = step.eligible && eligibleNode(out, id, step.eligible, first);
  return {
    entryNode: { type: 'EventEntryNode', event: named, child: asked?.id ?? first },
    nodes: asked ? [asked] : [],
  };
}

function unnamedEvent(out: Writing, id: StepId): string {
  out.say('emulated', id, {
    code: 'event-unnamed',
    words: 'The event has no name yet, and Dittofeed needs one.',
    returns: false,
  });
  return out.fill({
    id: `event:${id}`,
    kind: 'event',
    what: 'the name of the event by which contacts come in',
    form: 'text',
    scope: 'journey',
    step: out.sourceOf(id),
    placeholder: 'entered',
  });
}

/** Events come from anybody: who may not come in leaves at once. */
function eligibleNode(out: Writing, id: StepId, rule: Rule, first: string): SplitNode {
  const definition = segmentOf(rule, ruleContext(out, id));
  const segment = out.segment(['eligible', id], ['Who comes in'], definition);
  const variant = { type: 'Boolean', segment, trueChild: first, falseChild: EXIT } as const;
  return { id: helperId(id, 'eligible'), type: 'SegmentSplitNode', name: 'May come in?', variant };
}

const DAY = MINUTES_PER_DAY * 60_000;
const MIDNIGHT = '00:00';

/** Whoever’s date is still to come comes in and waits for it; who may come in is asked when it is there. */
function byDate(out: Writing, id: StepId, step: EntryStep, first: string): Begun {
  if (step.trigger.type !== 'date') return { entryNode: bySegment(out, id, EVERYONE, first), nodes: [] };
  const { column, offsetDays, at } = step.trigger;
  out.say('emulated', id, {
    code: 'entry-by-date',
    words: `Dittofeed has no entry by a date: whoever has “${column}” still to come is let in and waits for it. Contacts come in once, not again when the date has changed.`,
    values: { column },
    returns: true,
  });
  const property = out.knownProperty(column, id);
  const after = new Date(Date.parse(out.journey.settings.start) - offsetDays * DAY).toISOString();
  const segment = out.segment(['entry', id], ['Date to come'], {
    entryNode: {
      id: '1',
      type: 'Trait',
      path: pathOf(column),
      operator: { type: 'AbsoluteTimestamp', absoluteTimestamp: after, direction: 'after' },
    },
    nodes: [],
  });
  const asked = step.eligible && eligibleNode(out, id, step.eligible, first);
  const onward = asked?.id ?? first;
  const [date, time] = [helperId(id, 'date'), helperId(id, 'time')];
  const clocked: readonly DelayNode[] =
    at === MIDNIGHT ? [] : [{ id: time, type: 'DelayNode', variant: clock(out, at), child: onward }];
  const variant = dateVariant(property, (offsetDays * DAY) / 1000);
  return {
    entryNode: { type: 'EntryNode', segment, child: date, reEnter: reEnters(out) },
    nodes: [
      { id: date, type: 'DelayNode', variant, child: clocked[0]?.id ?? onward },
      ...clocked,
      ...(asked ? [asked] : []),
    ],
  };
}

function reEnters(out: Writing): boolean {
  return out.journey.settings.reEntry.mode !== 'never';
}

function tellOf(out: Writing, id: StepId, { trigger, spreadMinutes, eligible }: EntryStep): void {
  if (trigger.type === 'schedule')
    out.say('missing', id, {
      code: 'entry-scheduled',
      words: 'Dittofeed’s journeys have no schedule: contacts come in when they match the segment.',
    });
  if (trigger.type === 'atOnce')
    out.say('emulated', id, {
      code: 'entry-stays-open',
      words: 'Whoever comes to match the segment later comes in then: on Dittofeed the entry stays open.',
      returns: true,
    });
  if (trigger.type === 'events' && eligible)
    out.say('emulated', id, {
      code: 'eligible-asked',
      words: 'The event lets everyone in; a question right behind it lets out who may not.',
      returns: true,
    });
  if (spreadMinutes !== undefined)
    out.say('missing', id, {
      code: 'entry-not-spread',
      words: 'Dittofeed lets everyone in at the same time.',
    });
}
