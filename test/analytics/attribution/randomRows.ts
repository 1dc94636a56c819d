import * as fc from 'fast-check';

/** Paths over six claimants, some without a touch, some of which nothing came. */
export const randomRows = fc.array(
  fc.record({
    path: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 9 }),
    conversions: fc.nat(40),
    value: fc.nat(100_000).map((minor) => minor / 100),
    nulls: fc.nat(60),
  }),
  { minLength: 1, maxLength: 30 },
);
