import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/audience/audience.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Program } from '../../src/compile/program.ts';
import { partOf } from '../../src/engine/contacts.ts';
import { detailing } from '../../src/engine/detail.ts';
import { mergeWith } from '../../src/engine/merge.ts';
import type { AccountColumns, Results, Trace } from '../../src/engine/results.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { partition } from '../../src/simulation/partition.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { randomPolicies } from '../support/randomPolicies.ts';
import { smallJourney } from '../support/smallJourney.ts';
import { run, tryCompileAll } from '../support/simulate.ts';

const CONTACTS = 200;
const ACCOUNTS = 80;
const people = synthesise(CONTACTS, 1);
/** Every seventh contact is of no account that is known. */
const audience: Audience = {
  ...people,
  columns: [
    ...people.columns,
    {
      name: 'firm',
      data: {
        type: 'number',
        values: Float64Array.from({ length: CONTACTS }, (_, row) =>
          row % 7 === 6 ? NaN : (row * 31) % ACCOUNTS,
        ),
      },
    },
  ],
};
const merge = mergeWith(detailing.merge);
const KINDS: readonly string[] = ['delivered', 'opened', 'clicked'];

interface Ran {
  readonly results: Results;
  readonly plain: Results;
  readonly program: Program;
  readonly seed: number;
}

/** Random journeys with the accounts of their contacts, and without. */
function forRuns(check: (ran: Ran) => void, numRuns: number): void {
  fc.assert(
    fc.property(livelyJourney, randomPolicies, fc.nat(1e6), (journey, policies, seed) => {
      const outputs = { detail: true, stories: CONTACTS };
      const compiled = tryCompileAll([journey], audience, policies, { ...outputs, accounts: 'firm' });
      const without = tryCompileAll([journey], audience, policies, outputs);
      fc.pre(compiled.ok && without.ok);
      const [results, plain] = [compiled, without].map(({ program }) =>
        run(program, { contacts: CONTACTS, seed, audience }),
      );
      check({ results: results!, plain: plain!, program: compiled.program, seed });
    }),
    { numRuns, seed: 5 },
  );
}

function accountsOf({ journeys }: Results): AccountColumns {
  const accounts = journeys[0]?.detail?.accounts;
  if (!accounts) throw new Error('the accounts that were asked for are not there');
  return accounts;
}

describe('the accounts of a run', () => {
  it('are the same however the run is divided', () => {
    let apart = 0;
    forRuns(({ results, program, seed }) => {
      if (program.chronological) return;
      apart++;
      const parts = [2, 0, 1].map((part) => {
        const [from, to] = partOf(CONTACTS, part, 3);
        const range = { kind: 'range', from, to, of: CONTACTS } as const;
        return run(program, { contacts: CONTACTS, seed, audience, range });
      });
      expect(parts.reduce((a, b) => merge(a, b))).toEqual(results);
    }, 20);
    expect(apart).toBeGreaterThan(5);
  }, 60_000);

  it('of a sample are those of the contacts in it, whose colleagues may be left out', () => {
    forRuns(({ results, program, seed }) => {
      const whole = accountsOf(results);
      for (const range of partition(50, CONTACTS, 1)) {
        const some = accountsOf(run(program, { contacts: 50, seed, audience, range }));
        expect(some.contact).toHaveLength(50);
        some.contact.forEach((contact, at) => expect(some.account[at]).toBe(whole.account[contact]));
      }
    }, 5);
  });

  it('of contacts that are made up are those of the whole audience, too', () => {
    const compiled = tryCompileAll([smallJourney()], people, NO_POLICIES, {
      detail: true,
      accounts: 'country',
    });
    if (!compiled.ok) throw new Error(compiled.problems[0]?.words);
    const { program } = compiled;
    const work = new ShardWork();
    work.open({ kind: 'synthetic', rows: CONTACTS, seed: 1 });
    const [whole, ...parts] = [1, 3].flatMap((shards) =>
      partition(CONTACTS, CONTACTS, shards).map((contacts) =>
        work.run({ program, seed: 2, contacts }, undefined, detailing),
      ),
    );
    expect(parts.reduce((a, b) => merge(a, b))).toEqual(whole);
    expect(new Set(accountsOf(whole!).account).size).toBe(10);
  });

  it('leave everything else of the run as it was', () => {
    forRuns(({ results, plain }) => {
      expect(plain.journeys[0]!.detail).not.toHaveProperty('accounts');
      const { accounts: _, ...detail } = results.journeys[0]!.detail!;
      expect({ ...results, journeys: [{ ...results.journeys[0]!, detail }] }).toEqual(plain);
    }, 20);
  }, 60_000);

  it('come with every touch that no conversion of its contact followed, as the stories tell them', () => {
    let touches = 0;
    forRuns(({ results }) => {
      const { contact, from, send, kind, touchMinute } = accountsOf(results);
      const { paths } = results.journeys[0]!.detail!;
      const told = new Map(results.stories.traces.map((trace) => [trace.contact, trace]));
      expect([...contact]).toEqual(Array.from({ length: CONTACTS }, (_, number) => number));
      contact.forEach((number, at) => {
        const last = paths.contact.lastIndexOf(number);
        const cut = last < 0 ? -1 : paths.minute[last]!;
        const got = Array.from({ length: from[at + 1]! - from[at]! }, (_, k) => from[at]! + k).map(
          (touch) => ({ minute: touchMinute[touch]!, key: `${send[touch]}.${kind[touch]}` }),
        );
        touches += got.length;
        expect(got.map(({ minute }) => minute)).toEqual(
          got.map(({ minute }) => minute).toSorted((a, b) => a - b),
        );
        expect(got.map(keyOf).toSorted()).toEqual(touchesAfter(told.get(number)!, cut).map(keyOf).toSorted());
      });
    }, 20);
    expect(touches).toBeGreaterThan(500);
  }, 60_000);
});

function keyOf({ minute, key }: { readonly minute: number; readonly key: string }): string {
  return `${minute}: ${key}`;
}

function touchesAfter({ events }: Trace, cut: number) {
  return events
    .filter(({ kind, journey, minute }) => journey === 0 && KINDS.includes(kind) && minute > cut)
    .map(({ kind, subject, minute }) => ({ minute, key: `${subject}.${KINDS.indexOf(kind)}` }));
}
