import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { useCurrency } from '../useCurrency.ts';

const ORDER = 100;
const MINUTES_OF_TALK = 12;

interface MoneyExamples {
  readonly grossMargin: string;
  readonly lifetimeValue: string | undefined;
  readonly fixedCost: string | undefined;
  readonly agentHour: string | undefined;
}

/** What each amount does, in figures of the open journey where it has some. */
export function useMoneyExamples(): MoneyExamples {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency();
  const economics = useWorkspace(({ policies }) => policies.economics) ?? {};
  const totals = useWorkspace(({ forecast }) => forecast.report?.totals);
  const { grossMargin = 1, lifetimeValue, fixedCost, agentHour } = economics;
  const money = (amount: number) => format.money(Math.round(amount * 100) / 100, currency);
  const conversions = totals?.conversions.value ?? 0;
  const each = totals && conversions > 0 ? totals.cost.value / conversions : undefined;
  return {
    grossMargin: t('settings.money.grossMarginExample', {
      order: money(ORDER),
      left: money(ORDER * grossMargin),
    }),
    lifetimeValue:
      lifetimeValue && each !== undefined
        ? t('settings.money.lifetimeValueExample', {
            cost: money(each),
            share: format.rate(each / lifetimeValue),
          })
        : undefined,
    fixedCost:
      fixedCost && conversions > 0
        ? t('settings.money.fixedCostExample', {
            conversions: format.number(conversions),
            each: money(fixedCost / conversions),
          })
        : undefined,
    agentHour:
      agentHour === undefined
        ? undefined
        : t('settings.money.agentHourExample', { cost: money((agentHour * MINUTES_OF_TALK) / 60) }),
  };
}
