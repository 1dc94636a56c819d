import { useTranslation } from 'react-i18next';
import {
  VARIABLE_NAMES,
  type Figure,
  type Unit,
  type Variable,
  type VariableName,
} from '../../../analytics/finance/figure.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';

export interface FigureWords {
  readonly print: (value: number, unit: Unit) => string;
  readonly band: (estimate: Estimate, unit: Unit) => string;
  readonly formula: (figure: Figure) => string;
}

/** How figures of money are printed, and their formulas with the numbers in them. */
export function useFigureWords(currency: string): FigureWords {
  const { t } = useTranslation();
  const format = useFormat();
  const print = (value: number, unit: Unit): string => {
    switch (unit) {
      case 'money':
        return format.money(Math.round(value), currency);
      case 'price':
        return format.money(Math.round(value * 100) / 100, currency);
      case 'times':
        return t('money.times', { times: format.number(value, Math.abs(value) < 100 ? 2 : 0) });
      case 'share':
        // A thousand per cent and more: no decimals that mean anything.
        return Math.abs(value) < 10 ? format.rate(value) : `${format.number(Math.round(value * 100))}\u202f%`;
      case 'count':
        return format.number(Math.round(value));
      case 'months':
        return Number.isFinite(value)
          ? t('money.months', { count: value, figure: format.number(value) })
          : t('money.never');
    }
  };
  const formula = (figure: Figure): string => {
    const { name, variables } = figure;
    if (Object.keys(variables).length === 0) return t(plainFormula(figure));
    return t(`money.formula.${name}`, printedVariables(variables, print));
  };
  return { print, band: (estimate, unit) => formatBand(estimate, (value) => print(value, unit)), formula };
}

function printedVariables(
  variables: Figure['variables'],
  print: (value: number, unit: Unit) => string,
): Readonly<Record<VariableName, string>> {
  const printed = VARIABLE_NAMES.map((name) => {
    const { value, unit } = variables[name] ?? NONE;
    return [name, print(value, unit)] as const;
  });
  return Object.fromEntries(printed) as Record<VariableName, string>;
}

const NONE: Variable = { value: 0, unit: 'count' };

/** Where nothing goes into it that could be printed. */
function plainFormula({ name, value }: Figure) {
  return name === 'lifetimeValue' && value.kind === 'known'
    ? 'money.formula.lifetimeValueTold'
    : 'money.formula.nothing';
}
