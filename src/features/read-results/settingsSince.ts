import { sameJson } from '../../journey/sameJson.ts';
import type { SimulationRequest } from '../../state/ports.ts';

/** What a run is made with beside its journey. */
export type MadeWith = Pick<SimulationRequest, 'audience' | 'calibration' | 'policies'>;

const RATES = ['opened', 'clicked', 'converted', 'channels', 'common'] as const;
const POLICIES = ['caps', 'quietHours', 'budgets', 'rateLimits', 'weekStart'] as const;
const MONEY = ['costs', 'grossMargin', 'fixedCost', 'agentHour', 'lifetimeValue'] as const;

export type SettingName =
  'audience' | (typeof RATES)[number] | (typeof POLICIES)[number] | (typeof MONEY)[number];

/** What a run was made with that is no longer so, in the order of the settings. */
export function settingsSince(then: MadeWith, now: MadeWith): readonly SettingName[] {
  const [before, after] = [then.policies, now.policies];
  return [
    ...(sameJson(then.audience, now.audience) ? [] : (['audience'] as const)),
    ...RATES.filter((name) => !sameSetting(then.calibration[name], now.calibration[name])),
    ...POLICIES.filter((name) => !sameSetting(before[name], after[name])),
    ...MONEY.filter((name) => !sameSetting(before.economics?.[name], after.economics?.[name])),
  ];
}

/** Nothing told is nothing told, whether there is a place for it or not. */
function sameSetting(a: unknown, b: unknown): boolean {
  return sameJson(isEmpty(a) ? undefined : a, isEmpty(b) ? undefined : b);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
