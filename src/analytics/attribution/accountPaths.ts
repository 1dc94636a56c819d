import { GROUPS } from '../../engine/results.ts';
import type { AccountColumns, TouchPaths } from '../touchPaths.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { accountRows, type AccountRow } from './accountRows.ts';
import type { CreditPaths } from './creditPaths.ts';
import { claimantsOf, groupOf, kindThatCounts, type TouchReading, type TouchSend } from './pathsOfTouches.ts';

/** Rows of credit whose touches are those of all contacts of an account, and what else is known of the rows. */
export interface AccountPaths {
  readonly paths: CreditPaths;
  /** Per touch: the contact who was touched. */
  readonly toucher: Uint32Array;
  /** Per row: its account, and the contact who converted; −1: nobody did. */
  readonly account: Uint32Array;
  readonly buyer: Float64Array;
  /** Contacts by group of their accounts: colleagues are not independent, so they are left out together. */
  readonly contacts: Float64Array;
}

/**
 * A run's touches by account: a row for each conversion of the primary goal, with every touch of anybody at the account since the account's
 * conversion before, and one for each account with touches that none followed.
 */
export function pathsOfAccounts(
  touches: TouchPaths,
  accounts: AccountColumns,
  sends: readonly TouchSend[],
  reading: TouchReading,
): AccountPaths {
  const { claimants, claimantOfSend } = claimantsOf(sends, reading.credited);
  const kinds = sends.map(({ opensReported }) => kindThatCounts(reading.level, opensReported));
  const rows: AccountRow[] = [...accountRows(touches, accounts, (send, kind) => kinds[send] === kind)];
  const oldest = reading.lookBackDays === undefined ? Infinity : reading.lookBackDays * MINUTES_PER_DAY;
  // Touches that nothing followed have no time to look back from.
  const kept = rows.map(({ at, touched }) =>
    at === undefined ? touched : touched.filter(({ minute }) => at.minute - minute <= oldest),
  );
  const from = new Uint32Array(rows.length + 1);
  kept.forEach(({ length }, row) => (from[row + 1] = from[row]! + length));
  const all = kept.flat();
  const column = (of: (row: AccountRow) => number) => Float64Array.from(rows, of);
  const paths = {
    claimants,
    from,
    claimant: Uint16Array.from(all, ({ send }) => claimantOfSend[send]!),
    ageDays: agesOf(rows, kept, all.length),
    conversions: column(({ at }) => (at ? 1 : 0)),
    value: column(({ at }) => (at ? at.valueMinor / reading.minorPerUnit : 0)),
    nulls: column(({ at }) => (at ? 0 : 1)),
    group: Uint8Array.from(rows, ({ account }) => groupOf(account, reading.seed)),
  };
  return {
    paths,
    toucher: Uint32Array.from(all, ({ contact }) => contact),
    account: Uint32Array.from(rows, ({ account }) => account),
    buyer: column(({ at }) => at?.contact ?? -1),
    contacts: contactsByGroup(accounts, reading.seed),
  };
}

function agesOf(
  rows: readonly AccountRow[],
  kept: readonly AccountRow['touched'][],
  touches: number,
): Float64Array {
  const ages = new Float64Array(touches);
  let to = 0;
  rows.forEach(({ at }, row) => {
    for (const { minute } of kept[row]!) ages[to++] = at ? (at.minute - minute) / MINUTES_PER_DAY : 0;
  });
  return ages;
}

function contactsByGroup({ account }: AccountColumns, seed: number): Float64Array {
  const contacts = new Float64Array(GROUPS);
  for (const one of account) contacts[groupOf(one, seed)]!++;
  return contacts;
}
