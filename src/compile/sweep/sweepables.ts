import type { AudienceSchema } from '../../audience/audience.ts';
import type { Assumption, Design } from '../response/assumption.ts';
import { assumptionsOf } from '../response/assumptions.ts';
import { changeAssumption, withAssumption } from '../response/changeAssumption.ts';
import { spanOf } from '../response/spanOf.ts';
import { ruleSweepables } from './ruleSweepables.ts';
import { stepSweepables } from './stepSweepables.ts';
import type { Sweepable } from './sweepable.ts';

/** Every number of a design that can be tried at other values: first what the journey says, then policies, then rates and costs. */
export function sweepables(design: Design, schema?: AudienceSchema): readonly Sweepable[] {
  return [
    ...stepSweepables(design.journey),
    ...ruleSweepables(design.journey, design.policies),
    ...assumptionsOf(design, schema).map(ofAssumption),
  ].filter(({ low, high }) => low < high);
}

function ofAssumption(assumption: Assumption): Sweepable {
  const { id, place, value, published, unit, most } = assumption;
  const span = spanOf(assumption);
  // Of a 0 that somebody gave there is no half to try.
  const { low, high } = span.low < span.high ? span : (published ?? span);
  const whole = unit === 'minutes';
  return {
    id: `assumption.${id}`,
    place: { in: 'assumption', of: place },
    value,
    unit,
    low: whole ? Math.round(low) : low,
    high: whole ? Math.round(high) : high,
    least: 0,
    most,
    whole,
    apply: (next, design) => withAssumption(changeAssumption(assumption, next, design), design),
  };
}
