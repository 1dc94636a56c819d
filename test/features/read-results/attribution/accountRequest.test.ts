import { describe, expect, it } from 'vitest';
import {
  accountRequest,
  MOST_BY_ACCOUNT,
} from '../../../../src/features/read-results/attribution/accountRequest.ts';
import { draft } from '../../../support/draftJourney.ts';
import { finishedRun, reportOf } from '../../../support/fakePorts.ts';

const { report } = finishedRun(draft({}, []), reportOf(10));
const { request } = finishedRun(draft({}, []), reportOf(10));
const contactsOf = (kind: 'run' | 'forecast', contacts: number, rows: number) =>
  accountRequest({ kind, request: { ...request, contacts }, report }, 'firm', rows).contacts;

describe('a run by account', () => {
  it('has the seed and the settings of the run that is shown, and is shown for as many', () => {
    const made = accountRequest({ kind: 'run', request, report }, 'firm', 50_000);
    expect(made).toMatchObject({ seed: request.seed, accounts: 'firm', detailed: true, showFor: 100_000 });
  });

  it('of a forecast is made of the whole audience where that is small enough', () => {
    expect(contactsOf('forecast', 20_000, 64_000)).toBe(64_000);
    expect(contactsOf('forecast', 20_000, 1_000_000)).toBe(MOST_BY_ACCOUNT);
  });

  it('has as many contacts as the run, up to a bound', () => {
    expect(contactsOf('run', 30_000, 64_000)).toBe(30_000);
    expect(contactsOf('run', 1_000_000, 1_000_000)).toBe(MOST_BY_ACCOUNT);
  });

  it('repeats an audience whole times', () => {
    expect(contactsOf('forecast', 20_000, 3_000)).toBe(18_000);
    expect(contactsOf('run', 1_000_000, 3_000)).toBe(198_000);
    expect(contactsOf('run', 3_000, 3_000)).toBe(3_000);
  });
});
