import type { Program } from '../compile/program.ts';
import type { Outcomes } from '../engine/results.ts';

/** The same contacts, the same luck, and no journey: what they do of their own accord. */
export function withoutJourneys(program: Program): Program {
  return { ...program, journeys: [], chronological: false };
}

/** What each contact came to in one run less what it came to in another. */
export interface PairedDifferences {
  readonly contact: Uint32Array;
  readonly conversions: Float64Array;
  readonly revenueMinor: Float64Array;
  readonly costMicros: Float64Array;
}

/** Contact by contact, `a` less `b`. Both are of the same contacts, or it throws. */
export function compareOutcomes(a: Outcomes, b: Outcomes): PairedDifferences {
  if (a.contact.length !== b.contact.length || a.contact.some((contact, row) => contact !== b.contact[row]))
    throw new RangeError('the two runs are not of the same contacts');
  const less = (name: 'conversions' | 'revenueMinor' | 'costMicros'): Float64Array => {
    const others = b[name];
    return Float64Array.from(a[name], (value, row) => value - (others[row] ?? 0));
  };
  return {
    contact: a.contact,
    conversions: less('conversions'),
    revenueMinor: less('revenueMinor'),
    costMicros: less('costMicros'),
  };
}
