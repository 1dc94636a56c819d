import { needed, type Detailing } from './detailBook.ts';
import { fillColumns, stretchesOf } from './mergeRows.ts';
import { keepSmallest } from './outputs.ts';
import type { JourneyResults, Outcomes, Results } from './results.ts';

/** Adds results of two parts of a run. Whole numbers, so the order of merging does not matter. */
export function mergeResults(a: Results, b: Results): Results {
  return merge(a, b);
}

/** The same for runs that may have their detail. */
export function mergeWith(details: Detailing['merge'] | undefined): typeof mergeResults {
  return (a, b) => merge(a, b, details);
}

function merge(a: Results, b: Results, details?: Detailing['merge']): Results {
  return {
    contacts: a.contacts + b.contacts,
    stepsExecuted: a.stepsExecuted + b.stepsExecuted,
    audience: sum(a.audience, b.audience),
    journeys: a.journeys.map((journey, index) => mergeJourney(journey, b.journeys[index]!, details)),
    outcomes: a.outcomes && b.outcomes && mergeOutcomes(a.outcomes, b.outcomes),
    paths: keepSmallest(a.paths, b.paths.traces),
    stories: keepSmallest(a.stories, b.stories.traces),
  };
}

function mergeJourney(a: JourneyResults, b: JourneyResults, details?: Detailing['merge']): JourneyResults {
  return {
    entered: sum(a.entered, b.entered),
    inFlight: sum(a.inFlight, b.inFlight),
    exitRule: sum(a.exitRule, b.exitRule),
    loopBound: sum(a.loopBound, b.loopBound),
    ended: sum(a.ended, b.ended),
    wentOn: sum(a.wentOn, b.wentOn),
    won: sum(a.won, b.won),
    exits: sum(a.exits, b.exits),
    sends: sum(a.sends, b.sends),
    unsent: sum(a.unsent, b.unsent),
    goals: sum(a.goals, b.goals),
    groups: sum(a.groups, b.groups),
    detail: a.detail && b.detail && needed(details)(a.detail, b.detail),
    segments: sum(a.segments, b.segments),
    droppedEntries: a.droppedEntries + b.droppedEntries,
    notEligible: a.notEligible + b.notEligible,
    overEntryCap: a.overEntryCap + b.overEntryCap,
  };
}

/** Contacts of both in order of their numbers, whichever part came first. */
function mergeOutcomes(a: Outcomes, b: Outcomes): Outcomes {
  const total = a.contact.length + b.contact.length;
  const merged = {
    contact: new Uint32Array(total),
    conversions: new Uint16Array(total),
    revenueMinor: new Float64Array(total),
    costMicros: new Float64Array(total),
    sent: new Uint16Array(total),
    unsubscribed: new Uint16Array(total),
  };
  return fillColumns(merged, a, b, stretchesOf(a.contact, b.contact));
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value + b[index]!);
}
