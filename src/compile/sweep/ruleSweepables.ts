import type { Journey } from '../../journey/journey.ts';
import { MAX_PER_CONTACT } from '../../journey/limits.ts';
import type { Policies } from '../../journey/policies.ts';
import { money } from '../../journey/units.ts';
import type { Design } from '../response/assumption.ts';
import { typedValue, type Sweepable } from './sweepable.ts';

const MOST = 1e9;

/** How many may come in, and the numbers of the workspace's policies. */
export function ruleSweepables(journey: Journey, policies: Policies): readonly Sweepable[] {
  return [
    ...ofEntryCap(journey),
    ...policies.caps.map(({ id, max }): Sweepable => ({
      ...count(max),
      id: `cap.${id}`,
      place: { in: 'cap', cap: id },
      low: 1,
      high: Math.min(MAX_PER_CONTACT, Math.max(8, max * 2)),
      most: MAX_PER_CONTACT,
      apply: onPolicies((value, { caps, ...rest }) => ({
        ...rest,
        caps: caps.map((cap) => (cap.id === id ? { ...cap, max: value } : cap)),
      })),
    })),
    ...policies.budgets.map(({ amount }, at): Sweepable => ({
      ...around(amount),
      id: `budget.${at}`,
      place: { in: 'budget', at },
      unit: 'money',
      least: 0,
      whole: false,
      apply: onPolicies((value, { budgets, ...rest }) => ({
        ...rest,
        budgets: budgets.map((budget, place) =>
          place === at ? { ...budget, amount: money(value) } : budget,
        ),
      })),
    })),
    ...policies.rateLimits.map(({ max }, at): Sweepable => ({
      ...count(max),
      ...around(max),
      id: `rateLimit.${at}`,
      place: { in: 'rateLimit', at },
      apply: onPolicies((value, { rateLimits, ...rest }) => ({
        ...rest,
        rateLimits: rateLimits.map((limit, place) => (place === at ? { ...limit, max: value } : limit)),
      })),
    })),
  ];
}

function ofEntryCap({ settings: { entryCap } }: Journey): readonly Sweepable[] {
  if (entryCap === undefined) return [];
  return [
    {
      ...count(entryCap),
      ...around(entryCap),
      id: 'entryCap',
      place: { in: 'entryCap' },
      apply: (value, design) => {
        const { journey } = design;
        return { ...design, journey: { ...journey, settings: { ...journey.settings, entryCap: value } } };
      },
    },
  ];
}

function count(value: number) {
  return { value, unit: 'number', least: 1, whole: true } as const;
}

/** From a quarter to three times as much. */
function around(value: number) {
  const typed = (much: number) => typedValue({ unit: 'number', whole: value >= 10 }, much);
  return { value, low: Math.max(1, typed(value / 4)), high: Math.max(2, typed(value * 3)), most: MOST };
}

function onPolicies(change: (value: number, policies: Policies) => Policies): Sweepable['apply'] {
  return (value: number, design: Design) => ({ ...design, policies: change(value, design.policies) });
}
