import { describe, expect, it } from 'vitest';
import { partition } from '../../src/simulation/partition.ts';

describe('partition', () => {
  it.each([
    [100_000, 1],
    [100_000, 7],
    [10, 7],
    [3, 100],
    [999_999, undefined],
  ])('gives each of %i contacts to one of %s shards', (contacts, shards) => {
    const parts = partition(contacts, contacts, shards);
    let next = 0;
    for (const part of parts) {
      if (part.kind !== 'range') throw new Error('a whole audience is no sample');
      expect(part.from).toBe(next);
      expect(part.to).toBeGreaterThan(part.from);
      next = part.to;
    }
    expect(next).toBe(contacts);
  });

  it('samples an audience that has more rows', () => {
    expect(partition(10, 64_000, 2)).toEqual([
      { kind: 'sample', count: 10, of: 64_000, part: 0, parts: 2 },
      { kind: 'sample', count: 10, of: 64_000, part: 1, parts: 2 },
    ]);
  });

  it('repeats the rows of one that has fewer', () => {
    expect(partition(10, 4, 1)).toEqual([{ kind: 'range', from: 0, to: 10, of: 10 }]);
  });
});
