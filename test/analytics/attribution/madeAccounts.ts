import type { AccountColumns, PathColumns } from '../../../src/engine/results.ts';

export interface MadeContact {
  readonly contact: number;
  readonly account: number;
  /** By minute. */
  readonly touches: readonly MadeTouch[];
  readonly conversions: readonly { readonly minute: number; readonly valueMinor: number }[];
}

export interface MadeTouch {
  readonly minute: number;
  readonly send: number;
  readonly kind: number;
}

const NONE = { from: Uint32Array.of(0), send: new Uint16Array(0), times: new Float64Array(0) };

/** Contacts, ascending, as a run that was asked for its accounts hands them over. */
export function madeAccounts(people: readonly MadeContact[]): {
  readonly touches: PathColumns;
  readonly accounts: AccountColumns;
} {
  const conversions = people.flatMap(({ contact, touches, conversions: all }) =>
    all.map(({ minute, valueMinor }, k) => {
      const since = all[k - 1]?.minute ?? -Infinity;
      const path = touches.filter((touch) => touch.minute > since && touch.minute <= minute);
      return { contact, minute, valueMinor, path };
    }),
  );
  const rest = people.map(({ touches, conversions: all }) =>
    touches.filter(({ minute }) => minute > (all.at(-1)?.minute ?? -Infinity)),
  );
  return {
    touches: {
      contact: Uint32Array.from(conversions, ({ contact }) => contact),
      minute: Int32Array.from(conversions, ({ minute }) => minute),
      valueMinor: Float64Array.from(conversions, ({ valueMinor }) => valueMinor),
      ...inColumns(conversions.map(({ path }) => path)),
      without: { clicked: NONE, seen: NONE, delivered: NONE },
    },
    accounts: {
      contact: Uint32Array.from(people, ({ contact }) => contact),
      account: Uint32Array.from(people, ({ account }) => account),
      ...inColumns(rest),
    },
  };
}

function inColumns(lists: readonly (readonly MadeTouch[])[]) {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach(({ length }, at) => (from[at + 1] = from[at]! + length));
  const all = lists.flat();
  return {
    from,
    send: Uint16Array.from(all, ({ send }) => send),
    kind: Uint8Array.from(all, ({ kind }) => kind),
    touchMinute: Int32Array.from(all, ({ minute }) => minute),
  };
}
