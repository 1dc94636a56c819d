import type { JourneyResults, Results } from './results.ts';

/** Adds results of two parts of a run. Whole numbers, so the order of merging does not matter. */
export function mergeResults(a: Results, b: Results): Results {
  return {
    contacts: a.contacts + b.contacts,
    stepsExecuted: a.stepsExecuted + b.stepsExecuted,
    audience: sum(a.audience, b.audience),
    journeys: a.journeys.map((journey, index) => mergeJourney(journey, b.journeys[index]!)),
  };
}

function mergeJourney(a: JourneyResults, b: JourneyResults): JourneyResults {
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
    droppedEntries: a.droppedEntries + b.droppedEntries,
    notEligible: a.notEligible + b.notEligible,
    overEntryCap: a.overEntryCap + b.overEntryCap,
  };
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value + b[index]!);
}
