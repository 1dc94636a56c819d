import { GROUPS } from '../../engine/results.ts';
import { jackknife, plainInterval, positiveInterval, type Estimate } from '../intervals.ts';
import type { AccountPaths } from './accountPaths.ts';
import { estimateCredit, noConversion } from './estimateCredit.ts';

/** What a run by account shows beside its credit; absent where nothing is to be told. */
export interface AccountFigures {
  /** Accounts with a conversion. */
  readonly converted: Estimate;
  /** Contacts with a credited touch per account with a conversion, those without any counted as none. */
  readonly touched: Estimate | undefined;
  /** Share of credited touches that were made on somebody else than the buyer. */
  readonly onOthers: Estimate | undefined;
}

/** Every sum by group of accounts, so that intervals leave out whole accounts. */
export function accountFigures(made: AccountPaths, factor: number): AccountFigures {
  const sums = sumsOf(made);
  const shown = { contacts: made.contacts, factor };
  const accounts = sums.converted.reduce((sum, some) => sum + some, 0);
  if (accounts === 0) return { converted: noConversion(shown), touched: undefined, onOthers: undefined };
  const converted = estimateCredit({ groups: sums.converted, elsewhere: 0, squares: 0 }, shown, accounts);
  return {
    converted,
    touched: positiveInterval(jackknife(sums.contacts, sums.converted)),
    onOthers: sums.touches.some((touches) => touches > 0)
      ? shareOf(plainInterval(jackknife(sums.others, sums.touches)))
      : undefined,
  };
}

type Sums = Readonly<Record<'converted' | 'contacts' | 'touches' | 'others', Float64Array>>;

function sumsOf({ paths, account, buyer, toucher }: AccountPaths): Sums {
  const column = () => new Float64Array(GROUPS);
  const sums: Sums = { converted: column(), contacts: column(), touches: column(), others: column() };
  // Rows of an account stand together.
  let known = { account: -1, contacts: new Set<number>() };
  for (let row = 0; row < account.length; row++) {
    if (paths.conversions[row] === 0) continue;
    const group = paths.group[row]!;
    if (known.account !== account[row]) {
      known = { account: account[row]!, contacts: new Set() };
      sums.converted[group]!++;
    }
    for (let at = paths.from[row]!; at < paths.from[row + 1]!; at++) {
      if (!known.contacts.has(toucher[at]!)) sums.contacts[group]!++;
      known.contacts.add(toucher[at]!);
      sums.touches[group]!++;
      if (toucher[at] !== buyer[row]) sums.others[group]!++;
    }
  }
  return sums;
}

function shareOf({ value, low, high }: Estimate): Estimate {
  return { value, low: Math.max(0, low), high: Math.min(1, high) };
}
