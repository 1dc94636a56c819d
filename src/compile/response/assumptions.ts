import type { AudienceSchema } from '../../audience/audience.ts';
import type { Assumption, Design } from './assumption.ts';
import { commonAssumptions } from './assumptionsCommon.ts';
import { sendsInUse } from './assumptionsInUse.ts';
import { moneyAssumptions } from './assumptionsOfMoney.ts';
import { boxAssumptions, rateAssumptions } from './assumptionsOfRates.ts';
import { handoffAssumptions } from './assumptionsOfSteps.ts';

/** Every number that a forecast of this journey rests on and that somebody may know better. */
export function assumptionsOf(design: Design, schema?: AudienceSchema): readonly Assumption[] {
  const sends = sendsInUse(design.journey, schema);
  return [
    ...boxAssumptions(design, sends),
    ...rateAssumptions(design, sends),
    ...handoffAssumptions(design),
    ...commonAssumptions(design, sends),
    ...moneyAssumptions(design, sends),
  ];
}
