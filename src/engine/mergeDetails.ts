import { mergeAccounts } from './mergeAccounts.ts';
import { mergeHandoffs } from './handoffColumns.ts';
import { mergePaths } from './mergePaths.ts';
import type { DetailResults } from './results.ts';

export function mergeDetails(a: DetailResults, b: DetailResults): DetailResults {
  return {
    daysPerBucket: a.daysPerBucket,
    daily: sum(a.daily, b.daily),
    dayGroups: sum(a.dayGroups, b.dayGroups),
    dayUnsent: sum(a.dayUnsent, b.dayUnsent),
    unsentGroups: sum(a.unsentGroups, b.unsentGroups),
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
    handoffs: mergeHandoffs(a.handoffs, b.handoffs),
    ...(a.accounts && b.accounts && { accounts: mergeAccounts(a.accounts, b.accounts) }),
  };
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value + b[index]!);
}
