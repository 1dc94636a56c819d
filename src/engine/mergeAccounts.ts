import { fillColumns, stretchesOf } from './mergeRows.ts';
import { mergeTouches } from './mergeTouches.ts';
import type { AccountColumns } from './results.ts';

/** Contacts of both in order of their numbers, whichever part came first. */
export function mergeAccounts(a: AccountColumns, b: AccountColumns): AccountColumns {
  const total = a.contact.length + b.contact.length;
  const merged = { contact: new Uint32Array(total), account: new Uint32Array(total) };
  const rows = stretchesOf(a.contact, b.contact);
  return { ...fillColumns(merged, a, b, rows), ...mergeTouches(a, b, rows) };
}
