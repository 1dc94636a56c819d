import { FLAG, type Block } from './block.ts';
import { FIGURE, type Figures } from './figures.ts';
import { countConversions } from './goals.ts';
import { journeyMemory, peopleMemory } from './memory.ts';
import { AUDIENCE_OFFSET } from './people.ts';
import { GROUPS, GROUP_FIELDS } from './results.ts';

const FIELDS = GROUP_FIELDS.length;

const figures: Figures = new Float64Array(FIELDS);
/** Figures of a block's contacts by group, `field * GROUPS + group`, before they go to the results. */
const tally = new Float64Array(FIELDS * GROUPS);

/** Adds what a block's contacts came to in its journey to their groups and to the segments that they are in. */
export function finishJourney(block: Block): void {
  const { outcomes } = block.people;
  const { sent, costMicros, costByTargetMicros, flags } = journeyMemory(block);
  const { group, counts } = peopleMemory(block.people);
  const isSegmented = block.program.outputs.segments.length > 0;
  tally.fill(0);
  for (let i = 0; i < block.count; i++) {
    if (isSegmented || counts[i] === 1 || (flags[i]! & RARE) !== 0) {
      addContact(block, i);
      continue;
    }
    const g = group[i]!;
    const came = flags[i]!;
    tally[CONTACTS + g] = tally[CONTACTS + g]! + 1;
    if ((came & FLAG.ENTERED) !== 0) tally[ENTERED + g] = tally[ENTERED + g]! + 1;
    if ((came & FLAG.OPENED) !== 0) tally[OPENED + g] = tally[OPENED + g]! + 1;
    if ((came & FLAG.CLICKED) !== 0) tally[CLICKED + g] = tally[CLICKED + g]! + 1;
    const messages = sent[i]!;
    if (messages > 0) {
      tally[MESSAGED + g] = tally[MESSAGED + g]! + 1;
      tally[SENT + g] = tally[SENT + g]! + messages;
    }
    const micros = costMicros[i]!;
    tally[COST + g] = tally[COST + g]! + micros;
    tally[COST_BY_TARGET + g] = tally[COST_BY_TARGET + g]! + costByTargetMicros[i]!;
  }
  const { groups } = block.results;
  for (let at = 0; at < groups.length; at++) groups[at] = groups[at]! + tally[at]!;
  addToAudience(block, SENT, AUDIENCE_OFFSET.sent);
  addToAudience(block, COST, AUDIENCE_OFFSET.costMicros);
  block.detail?.close(sent, block.count);
  if (outcomes === undefined) return;
  for (let i = 0; i < block.count; i++) outcomes.send(block.base + i, sent[i]!, costMicros[i]!);
}

/** Flags of what is seldom. */
const RARE = FLAG.UNSUBSCRIBED | FLAG.NOT_ELIGIBLE;
/** Where in `tally` the fields begin that nearly everybody has. */
const CONTACTS = FIGURE.contacts * GROUPS;
const ENTERED = FIGURE.entered * GROUPS;
const MESSAGED = FIGURE.messaged * GROUPS;
const OPENED = FIGURE.opened * GROUPS;
const CLICKED = FIGURE.clicked * GROUPS;
const SENT = FIGURE.sent * GROUPS;
const COST = FIGURE.costMicros * GROUPS;
const COST_BY_TARGET = FIGURE.costByTargetMicros * GROUPS;

function addToAudience({ people: { audience } }: Block, field: number, offset: number): void {
  for (let g = 0; g < GROUPS; g++) audience[offset + g] = audience[offset + g]! + tally[field + g]!;
}

/** All of one contact's figures, to its group and its segments. */
function addContact(block: Block, i: number): void {
  gather(block, i);
  addTo(tally, block.group[i]!);
  const { inputs } = block.columns;
  block.program.outputs.segments.forEach((input, segment) => {
    if (inputs[input]![block.base + i] === 1)
      addTo(block.results.segments, segment * FIELDS * GROUPS + block.group[i]!);
  });
}

/** Puts a contact's figures into `figures`. */
function gather(block: Block, i: number): void {
  const flags = block.flags[i]!;
  const messages = block.sent[i]!;
  figures.fill(0);
  figures[FIGURE.contacts] = 1;
  if ((flags & FLAG.ENTERED) !== 0) figures[FIGURE.entered] = 1;
  else if ((flags & FLAG.NOT_ELIGIBLE) !== 0) block.notEligible++;
  if (messages > 0) figures[FIGURE.messaged] = 1;
  figures[FIGURE.sent] = messages;
  figures[FIGURE.costMicros] = block.costMicros[i]!;
  figures[FIGURE.costByTargetMicros] = block.costByTargetMicros[i]!;
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
  for (let channel = 0, at = i; channel < program.channels.length; channel++, at += size) {
    const by = unsubscribedBy[at]!;
    if (by >= 0 && by % journeys === place) return true;
  }
  return false;
}
