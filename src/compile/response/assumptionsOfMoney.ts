import { reachedSteps, stepEntries } from '../../journey/graph.ts';
import { ALL_FIGURES, type Assumption, type Design } from './assumption.ts';
import { byChannel, type SendInUse } from './assumptionsInUse.ts';
import { publishedOf, rangeOf } from './assumptionsOfRates.ts';
import { costOf } from './costs.ts';

const MOST_MONEY = 1e9;

/** What messages and people cost, and what is left of revenue. */
export function moneyAssumptions(design: Design, sends: readonly SendInUse[]): readonly Assumption[] {
  return [
    ...byChannel(sends).flatMap(([channel, there]) => costsOn(channel, there, design)),
    ...economicsAssumptions(design),
  ];
}

function costsOn(
  channel: SendInUse['send']['channel'],
  there: readonly SendInUse[],
  { policies }: Design,
): readonly Assumption[] {
  const benchmark = costOf({ channel });
  const now = costOf({ channel }, policies.economics);
  // Money that runs out stops messages, and then a cost moves what messages move.
  const moves = policies.budgets.some((budget) => budget.channel === channel) ? ALL_FIGURES : COSTS;
  const shape = { ...publishedOf(benchmark), unit: 'money', most: MOST_MONEY, moves } as const;
  const own = there.flatMap(({ step, rung, send }): readonly Assumption[] =>
    send.cost === undefined
      ? []
      : [
          {
            ...shape,
            id: `${step}.${rung ?? ''}.${channel}.cost`,
            place: { in: 'send', name: 'cost', step, rung },
            value: send.cost,
            source: 'journey',
            reference: 'this message',
          },
        ],
  );
  if (own.length === there.length) return own;
  const { value, source, reference } = now;
  const id = `${channel}.cost`;
  const place = { in: 'cost', channel } as const;
  return [
    { ...shape, ...rangeOf(now), id, place, value, benchmark: benchmark.value, source, reference },
    ...own,
  ];
}

const COSTS = ['cost', 'profit'] as const;

function economicsAssumptions({ journey, policies }: Design): readonly Assumption[] {
  const { grossMargin, fixedCost, agentHour } = policies.economics ?? {};
  const reached = reachedSteps(journey);
  const paysAgents = stepEntries(journey).some(
    ([id, step]) =>
      step.kind === 'handoff' &&
      !step.disabled &&
      reached.has(id) &&
      step.capacity !== undefined &&
      step.costPerHandoff === undefined,
  );
  const of = (
    name: 'grossMargin' | 'fixedCost' | 'agentHour',
    given: number | undefined,
    benchmark: number,
  ): Assumption => ({
    id: `economics.${name}`,
    place: { in: 'economics', name },
    value: given ?? benchmark,
    benchmark,
    source: given === undefined ? 'assumed' : 'yours',
    reference: given === undefined ? 'left out unless you say it' : 'your settings',
    unit: name === 'grossMargin' ? 'share' : 'money',
    most: name === 'grossMargin' ? 1 : MOST_MONEY,
    moves: name === 'grossMargin' ? ['profit'] : COSTS,
  });
  return [
    of('grossMargin', grossMargin, 1),
    of('fixedCost', fixedCost, 0),
    ...(paysAgents ? [of('agentHour', agentHour, 0)] : []),
  ];
}
