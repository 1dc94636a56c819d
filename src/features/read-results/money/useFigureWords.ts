import { useTranslation } from 'react-i18next';
import {
  VARIABLE_NAMES,
  type Figure,
  type FigureName,
  type Unit,
  type VariableName,
} from '../../../analytics/finance/figure.ts';
import type { WhyUndefined } from '../../../analytics/finance/known.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Counted } from './withoutJourney.ts';

export interface FigureWords {
  readonly print: (value: number, unit: Unit) => string;
  readonly band: (estimate: Estimate, unit: Unit) => string;
  readonly formula: (figure: Figure) => string;
  readonly name: (figure: FigureName) => string;
  readonly short: (figure: FigureName) => string;
  readonly why: (reason: WhyUndefined) => string;
}

/** How figures of money are named and printed, and their formulas with the numbers in them. `counted`: what a customer is one of. */
export function useFigureWords(currency: string, counted: Counted): FigureWords {
  const { t } = useTranslation();
  const format = useFormat();
  const nouns = { one: t(`money.one.${counted}`), many: t(`money.many.${counted}`) };
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
  const formula = ({ name, value, variables }: Figure): string => {
    if (name === 'lifetimeValue' && value.kind === 'known' && variables.margin === undefined)
      return t('money.formula.lifetimeValueTold');
    const printed = printedVariables(variables, print, t('money.formula.notKnown'));
    if (name === 'lifetimeValue' && variables.months) return t('money.formula.lifetimeValueFirst', printed);
    return t(`money.formula.${name}`, { ...printed, ...nouns });
  };
  return {
    print,
    band: (estimate, unit) => formatBand(estimate, (value) => print(value, unit)),
    formula,
    name: (figure) => t(`money.figure.${figure}`, nouns),
    short: (figure) => t(`money.short.${figure}`, nouns),
    why: (reason) => t(`money.why.${reason}`, nouns),
  };
}

function printedVariables(
  variables: Figure['variables'],
  print: (value: number, unit: Unit) => string,
  notKnown: string,
): Readonly<Record<VariableName, string>> {
  const printed = VARIABLE_NAMES.map((name) => {
    const known = variables[name];
    return [name, known ? print(known.value, known.unit) : notKnown] as const;
  });
  return Object.fromEntries(printed) as Record<VariableName, string>;
}
