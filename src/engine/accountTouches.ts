import type { Columns } from '../compile/program.ts';
import { longer } from './longer.ts';
import type { AccountColumns } from './results.ts';

/** Touches that nothing followed, contact by contact in the order in which contacts are done with. */
export class RestOfTouches {
  /** By row of the shard: where its touches begin and end. */
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  minute = new Int32Array(1024);
  send = new Uint16Array(1024);
  kind = new Uint8Array(1024);
  #count = 0;
  #row = 0;

  constructor(rows: number) {
    this.begins = new Uint32Array(rows);
    this.ends = new Uint32Array(rows);
  }

  /** Of this row are the touches that come now; each row has its turn once. */
  begin(row: number): void {
    this.#row = row;
    this.begins[row] = this.#count;
  }

  add(minute: number, send: number, kind: number): void {
    const at = this.#count++;
    if (at === this.minute.length) {
      this.minute = longer(this.minute, Int32Array);
      this.send = longer(this.send, Uint16Array);
      this.kind = longer(this.kind, Uint8Array);
    }
    this.minute[at] = minute;
    this.send[at] = send;
    this.kind[at] = kind;
    this.ends[this.#row] = this.#count;
  }
}

/** The rows of a shard by number of their contacts, whatever order they were run in. */
export function accountColumns({ contact, account, count }: Columns, rest: RestOfTouches): AccountColumns {
  if (!account) throw new RangeError('a run was asked for accounts that its columns do not have');
  const order = Uint32Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => contact[a]! - contact[b]!,
  );
  const touches = rest.ends.reduce((sum, end, row) => sum + end - rest.begins[row]!, 0);
  const columns = {
    contact: order.map((row) => contact[row]!),
    account: order.map((row) => account[row]!),
    from: new Uint32Array(count + 1),
    send: new Uint16Array(touches),
    kind: new Uint8Array(touches),
    touchMinute: new Int32Array(touches),
  };
  let to = 0;
  order.forEach((row, place) => {
    const [begin, end] = [rest.begins[row]!, rest.ends[row]!];
    columns.send.set(rest.send.subarray(begin, end), to);
    columns.kind.set(rest.kind.subarray(begin, end), to);
    columns.touchMinute.set(rest.minute.subarray(begin, end), to);
    to += end - begin;
    columns.from[place + 1] = to;
  });
  return columns;
}
