import type { AccountColumns, TouchPaths } from '../touchPaths.ts';

/** Touches of an account up to one of its conversions, or those that none followed. */
export interface AccountRow {
  readonly account: number;
  /** In order of their minutes; within one by contact, then as they were noted. */
  readonly touched: readonly AccountTouch[];
  readonly at: AccountConversion | undefined;
}

interface AccountTouch {
  readonly minute: number;
  readonly contact: number;
  readonly send: number;
}

interface AccountConversion {
  readonly minute: number;
  readonly contact: number;
  readonly valueMinor: number;
}

interface Happening {
  readonly minute: number;
  readonly touch?: AccountTouch;
  readonly conversion?: AccountConversion;
}

/** Account by account: its conversions in order, then what none followed, if there is any. Only touches that `counts` are looked at. */
export function* accountRows(
  touches: TouchPaths,
  accounts: AccountColumns,
  counts: (send: number, kind: number) => boolean,
): Generator<AccountRow> {
  const read = readerOf(touches, accounts, counts);
  for (const members of membersOf(accounts)) {
    const account = accounts.account[members[0]!]!;
    let touched: AccountTouch[] = [];
    for (const { touch, conversion } of inOrder(members.flatMap(read))) {
      if (touch) touched.push(touch);
      if (!conversion) continue;
      yield { account, touched, at: conversion };
      touched = [];
    }
    if (touched.length > 0) yield { account, touched, at: undefined };
  }
}

/** Sorting is stable: what else is of one minute stays by contact. A touch in the minute of a conversion comes before it, as in a contact’s own path. */
function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  return happenings.toSorted(
    (a, b) => a.minute - b.minute || Number(a.conversion !== undefined) - Number(b.conversion !== undefined),
  );
}

/** Places of the contacts of each account, ascending. */
function* membersOf({ account }: AccountColumns): Generator<readonly number[]> {
  const places = Uint32Array.from(account.keys()).sort((a, b) => account[a]! - account[b]! || a - b);
  for (let begin = 0; begin < places.length;) {
    let end = begin + 1;
    while (end < places.length && account[places[end]!] === account[places[begin]!]) end++;
    yield [...places.subarray(begin, end)];
    begin = end;
  }
}

/** What happened to the contact at a place: its touches and its conversions. */
function readerOf(
  touches: TouchPaths,
  accounts: AccountColumns,
  counts: (send: number, kind: number) => boolean,
): (place: number) => readonly Happening[] {
  const firstConversion = conversionsFrom(touches.contact, accounts.contact);
  const touchesOf = (columns: Columns, contact: number, begin: number, end: number): Happening[] => {
    const found: Happening[] = [];
    for (let at = columns.from[begin]!; at < columns.from[end]!; at++) {
      const [minute, send] = [columns.touchMinute[at]!, columns.send[at]!];
      if (counts(send, columns.kind[at]!)) found.push({ minute, touch: { minute, contact, send } });
    }
    return found;
  };
  return (place) => {
    const contact = accounts.contact[place]!;
    const [begin, end] = [firstConversion[place]!, firstConversion[place + 1]!];
    const conversions = Array.from({ length: end - begin }, (_, k): Happening => {
      const [minute, valueMinor] = [touches.minute[begin + k]!, touches.valueMinor[begin + k]!];
      return { minute, conversion: { minute, contact, valueMinor } };
    });
    return [
      ...touchesOf(touches, contact, begin, end),
      ...touchesOf(accounts, contact, place, place + 1),
      ...conversions,
    ];
  };
}

type Columns = Pick<AccountColumns, 'from' | 'touchMinute' | 'send' | 'kind'>;

/** Of each contact the first of its conversions; both are in order of contacts. */
function conversionsFrom(converted: Uint32Array, contact: Uint32Array): Uint32Array {
  const from = new Uint32Array(contact.length + 1);
  let row = 0;
  contact.forEach((number, place) => {
    from[place] = row;
    while (row < converted.length && converted[row] === number) row++;
  });
  from[contact.length] = row;
  return from;
}
