import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillStretches, stretchesOf } from '../../src/engine/mergeRows.ts';
import { MergeTree } from '../../src/engine/mergeTree.ts';
import type { Results } from '../../src/engine/results.ts';

/** As much of a part's results as shows which parts they are the sum of. */
const named = (stepsExecuted: number, contacts: number) => ({ stepsExecuted, contacts }) as Results;

test('adds each part once, in whatever order parts come', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70 }).chain((parts) =>
        fc.shuffledSubarray(
          Array.from({ length: parts }, (_, part) => part),
          { minLength: parts },
        ),
      ),
      (order) => {
        let merges = 0;
        const tree = new MergeTree(order.length, (a, b) => {
          merges++;
          return named(a.stepsExecuted + b.stepsExecuted, a.contacts + b.contacts);
        });
        order.forEach((part) => tree.add(part, named(2 ** (part % 30), part)));
        expect(merges).toBe(order.length - 1);
        expect(tree.total.contacts).toBe((order.length * (order.length - 1)) / 2);
        expect(tree.total.stepsExecuted).toBe(order.reduce((sum, part) => sum + 2 ** (part % 30), 0));
      },
    ),
  );
});

test('joins neighbours only, the earlier one first', () => {
  const joined: [number, number][] = [];
  const spans = new Map<Results, readonly [number, number]>();
  const tree = new MergeTree(11, (a, b) => {
    const [[from, middle], [start, to]] = [spans.get(a)!, spans.get(b)!];
    joined.push([middle, start]);
    const sum = named(0, 0);
    spans.set(sum, [from, to]);
    return sum;
  });
  for (const part of [10, 3, 7, 0, 2, 9, 1, 8, 5, 6, 4]) {
    const results = named(0, 0);
    spans.set(results, [part, part + 1]);
    tree.add(part, results);
  }
  for (const [end, start] of joined) expect(end).toBe(start);
  expect(spans.get(tree.total)).toEqual([0, 11]);
});

test('has no total before the last part is there', () => {
  const tree = new MergeTree(2, (a) => a);
  tree.add(1, named(1, 1));
  expect(() => tree.total).toThrow('parts of the run are missing');
  expect(() => new MergeTree(0, (a) => a)).toThrow('a run needs at least one part');
});

test('puts rows of two tables in order of their contacts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ step: fc.integer({ min: 1, max: 60 }), inA: fc.boolean(), twice: fc.boolean() }), {
        maxLength: 300,
      }),
      (rows) => {
        let contact = 0;
        const all = rows.flatMap(({ step, inA, twice }) => {
          contact += step;
          return Array.from({ length: twice ? 2 : 1 }, (_, k) => ({ contact, inA, value: contact * 10 + k }));
        });
        const part = (inA: boolean) => all.filter((row) => row.inA === inA);
        const contacts = (of: typeof all) => Uint32Array.from(of, (row) => row.contact);
        const values = (of: typeof all) => Float64Array.from(of, ({ value }) => value);
        const [a, b] = [part(true), part(false)];
        const merged = new Float64Array(all.length);
        fillStretches(merged, values(a), values(b), stretchesOf(contacts(a), contacts(b)));
        expect(merged).toEqual(values(all));
      },
    ),
  );
});
