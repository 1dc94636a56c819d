import type { AccountColumns } from './results.ts';

/** Contacts of both in order of their numbers, whichever part came first. */
export function mergeAccounts(a: AccountColumns, b: AccountColumns): AccountColumns {
  const total = a.contact.length + b.contact.length;
  const touches = a.send.length + b.send.length;
  const merged = {
    contact: new Uint32Array(total),
    account: new Uint32Array(total),
    from: new Uint32Array(total + 1),
    send: new Uint16Array(touches),
    kind: new Uint8Array(touches),
    touchMinute: new Int32Array(touches),
  };
  for (let row = 0, i = 0, j = 0, to = 0; row < total; row++) {
    const first = i < a.contact.length && (j === b.contact.length || a.contact[i]! < b.contact[j]!);
    const [part, place] = first ? [a, i++] : [b, j++];
    merged.contact[row] = part.contact[place]!;
    merged.account[row] = part.account[place]!;
    for (let touch = part.from[place]!; touch < part.from[place + 1]!; touch++, to++) {
      merged.send[to] = part.send[touch]!;
      merged.kind[to] = part.kind[touch]!;
      merged.touchMinute[to] = part.touchMinute[touch]!;
    }
    merged.from[row + 1] = to;
  }
  return merged;
}
