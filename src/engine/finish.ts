import { FLAG, type Block } from './block.ts';
import { countConversions } from './goals.ts';
import { AUDIENCE_OFFSET } from './people.ts';
import { GROUPS, GROUP_FIELDS, type GroupField } from './results.ts';

const FIELDS = GROUP_FIELDS.length;

/** One contact's figures, by field of `GROUP_FIELDS`. */
export type Figures = Float64Array;

/** Place of each field in `Figures`. */
export const FIGURE = Object.fromEntries(GROUP_FIELDS.map((name, at) => [name, at])) as Readonly<
  Record<GroupField, number>
>;

const figures: Figures = new Float64Array(FIELDS);

/** Adds what a block's contacts came to in its journey to their groups and to the segments that they are in. */
export function finishJourney(block: Block): void {
  const { count, base, people, group, results, columns } = block;
  const { segments } = block.program.outputs;
  const { audience, outcomes } = people;
  for (let i = 0; i < count; i++) {
    const messages = block.sent[i]!;
    const micros = block.costMicros[i]!;
    gather(block, i, messages, micros);
    addTo(results.groups, group[i]!);
    for (let s = 0; s < segments.length; s++) {
      if (columns.inputs[segments[s]!]![base + i] === 1)
        addTo(results.segments, s * FIELDS * GROUPS + group[i]!);
    }
    if (messages === 0 && micros === 0) continue;
    const sent = AUDIENCE_OFFSET.sent + group[i]!;
    const cost = AUDIENCE_OFFSET.costMicros + group[i]!;
    audience[sent] = audience[sent]! + messages;
    audience[cost] = audience[cost]! + micros;
    outcomes?.send(base + i, messages, micros);
  }
}

/** Puts a contact's figures into `figures`. */
function gather(block: Block, i: number, messages: number, micros: number): void {
  const flags = block.flags[i]!;
  figures.fill(0);
  figures[FIGURE.contacts] = 1;
  if ((flags & FLAG.ENTERED) !== 0) figures[FIGURE.entered] = 1;
  else if ((flags & FLAG.NOT_ELIGIBLE) !== 0) block.notEligible++;
  if (messages > 0) {
    figures[FIGURE.messaged] = 1;
    figures[FIGURE.sent] = messages;
  }
  figures[FIGURE.costMicros] = micros;
  if (micros > 0) figures[FIGURE.costByTargetMicros] = block.costByTargetMicros[i]!;
  if ((flags & FLAG.OPENED) !== 0) figures[FIGURE.opened] = 1;
  if ((flags & FLAG.CLICKED) !== 0) figures[FIGURE.clicked] = 1;
  if ((flags & FLAG.UNSUBSCRIBED) !== 0 && endedConsent(block, i)) figures[FIGURE.unsubscribed] = 1;
  if (block.log.counts[i] === 1) countConversions(block, i, figures);
}

function addTo(totals: Float64Array, offset: number): void {
  for (let field = 0, at = offset; field < FIELDS; field++, at += GROUPS) {
    const figure = figures[field]!;
    if (figure !== 0) totals[at] = totals[at]! + figure;
  }
}

/** Whether a send of this journey is what ended a channel's consent, and no earlier one of another journey. */
function endedConsent({ program, unsubscribedBy, size, place }: Block, i: number): boolean {
  const journeys = program.journeys.length;
  for (let at = i; at < unsubscribedBy.length; at += size) {
    const by = unsubscribedBy[at]!;
    if (by >= 0 && by % journeys === place) return true;
  }
  return false;
}
