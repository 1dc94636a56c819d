import { COMMON_LIMITS, type CommonName } from '../../journey/calibration.ts';
import { ALL_FIGURES, type Assumption, type AssumptionUnit, type Design } from './assumption.ts';
import type { SendInUse } from './assumptionsInUse.ts';
import { publishedOf, rangeOf } from './assumptionsOfRates.ts';
import { CHANNEL_BENCHMARKS } from './benchmarks.ts';
import { commonRate } from './common.ts';

const UNITS: Readonly<Record<CommonName, AssumptionUnit>> = {
  organicPerDay: 'share',
  orderMean: 'money',
  startPressure: 'number',
  pressureHalfLifeDays: 'days',
  goodwillPerOpen: 'number',
  goodwillHalfLifeDays: 'days',
  adLift: 'number',
  unsubscribePressure: 'number',
  complaintShare: 'share',
  quickBuyers: 'share',
};

/** Numbers that belong to no channel, those that something in this journey asks for. */
export function commonAssumptions(design: Design, sends: readonly SendInUse[]): readonly Assumption[] {
  const asked = askedNames(design, sends);
  return commonNames()
    .filter((name) => asked.has(name))
    .map((name) => ofCommon(name, design));
}

function commonNames(): readonly CommonName[] {
  return [
    'orderMean',
    'organicPerDay',
    'goodwillPerOpen',
    'goodwillHalfLifeDays',
    'adLift',
    'quickBuyers',
    'startPressure',
    'pressureHalfLifeDays',
    'unsubscribePressure',
    'complaintShare',
  ];
}

function ofCommon(name: CommonName, { calibration }: Design): Assumption {
  const benchmark = commonRate(name, {});
  const now = commonRate(name, calibration);
  const { value, source, reference } = now;
  return {
    id: `common.${name}`,
    place: { in: 'common', name },
    value,
    benchmark: benchmark.value,
    ...rangeOf(now),
    ...publishedOf(benchmark),
    source,
    reference,
    unit: UNITS[name],
    most: COMMON_LIMITS[name],
    moves: name === 'orderMean' ? ['revenue', 'profit'] : ALL_FIGURES,
  };
}

/** Everybody orders now and then; goodwill is of opens and ads, and what tires people is of people who differ. */
function askedNames({ journey }: Design, sends: readonly SendInUse[]): ReadonlySet<CommonName> {
  const channels = sends.map(({ send }) => CHANNEL_BENCHMARKS[send.channel]);
  const opens = channels.some(({ goodwill }) => goodwill === 'open');
  const ads = channels.some(({ goodwill }) => goodwill === 'delivery');
  const tires = journey.settings.heterogeneity === 'on' && channels.some(({ pressure }) => pressure > 0);
  const names: readonly (CommonName | false)[] = [
    'orderMean',
    'organicPerDay',
    opens && 'goodwillPerOpen',
    (opens || ads) && 'goodwillHalfLifeDays',
    ads && 'adLift',
    sends.some(({ send }) => send.channel !== 'direct-mail') && 'quickBuyers',
    tires && 'startPressure',
    tires && 'pressureHalfLifeDays',
    tires && 'unsubscribePressure',
    sends.some(({ send }) => send.channel === 'email') && 'complaintShare',
  ];
  return new Set(names.filter((name) => name !== false));
}
