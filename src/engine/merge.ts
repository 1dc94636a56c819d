import { mergePaths } from './mergePaths.ts';
import { keepSmallest } from './outputs.ts';
import type { DetailResults, JourneyResults, Outcomes, Results } from './results.ts';

/** Adds results of two parts of a run. Whole numbers, so the order of merging does not matter. */
export function mergeResults(a: Results, b: Results): Results {
  return {
    contacts: a.contacts + b.contacts,
    stepsExecuted: a.stepsExecuted + b.stepsExecuted,
    audience: sum(a.audience, b.audience),
    journeys: a.journeys.map((journey, index) => mergeJourney(journey, b.journeys[index]!)),
    outcomes: a.outcomes && b.outcomes && mergeOutcomes(a.outcomes, b.outcomes),
    paths: keepSmallest(a.paths, b.paths.traces),
    stories: keepSmallest(a.stories, b.stories.traces),
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
    detail: a.detail && b.detail && mergeDetails(a.detail, b.detail),
    segments: sum(a.segments, b.segments),
    droppedEntries: a.droppedEntries + b.droppedEntries,
    notEligible: a.notEligible + b.notEligible,
    overEntryCap: a.overEntryCap + b.overEntryCap,
  };
}

function mergeDetails(a: DetailResults, b: DetailResults): DetailResults {
  return {
    daysPerBucket: a.daysPerBucket,
    daily: sum(a.daily, b.daily),
    dayGroups: sum(a.dayGroups, b.dayGroups),
    dayUnsent: sum(a.dayUnsent, b.dayUnsent),
    hours: sum(a.hours, b.hours),
    reached: sum(a.reached, b.reached),
    messages: sum(a.messages, b.messages),
    sendGroups: sum(a.sendGroups, b.sendGroups),
    flows: {
      entered: sum(a.flows.entered, b.flows.entered),
      moves: sum(a.flows.moves, b.flows.moves),
      out: sum(a.flows.out, b.flows.out),
    },
    paths: mergePaths(a.paths, b.paths),
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
  const names = Object.keys(merged) as (keyof Outcomes)[];
  for (let row = 0, i = 0, j = 0; row < total; row++) {
    const first = i < a.contact.length && (j === b.contact.length || a.contact[i]! < b.contact[j]!);
    const [from, at] = first ? [a, i++] : [b, j++];
    for (const name of names) merged[name][row] = from[name][at]!;
  }
  return merged;
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value + b[index]!);
}
