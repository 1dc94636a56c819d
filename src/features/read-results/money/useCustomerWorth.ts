import { useMemo } from 'react';
import type { CustomerWorth } from '../../../analytics/finance/customerFigures.ts';
import { lifetimeValueOf, type CustomerMonths } from '../../../analytics/finance/customerWorth.ts';
import { exactly, unknown, type Figured } from '../../../analytics/finance/known.ts';
import { usePreference } from '../../../ui/usePreference.ts';

/** A number that this browser keeps; undefined: not told. */
function useKeptNumber(key: string): readonly [number | undefined, (value: number | undefined) => void] {
  const [text, write] = usePreference(`money.${key}`, '');
  const value = text === '' ? NaN : Number(text);
  return [
    Number.isFinite(value) ? value : undefined,
    (next) => write(next === undefined ? '' : String(next)),
  ];
}

export interface CustomerWorthForm {
  readonly worth: CustomerWorth;
  readonly margin: ReturnType<typeof useKeptNumber>;
  readonly retention: ReturnType<typeof useKeptNumber>;
  readonly discount: ReturnType<typeof useKeptNumber>;
}

/** What a customer brings month by month, as told here, and a lifetime value: the settings' own, else the months'. */
export function useCustomerWorth(told: number | undefined): CustomerWorthForm {
  const margin = useKeptNumber('marginPerMonth');
  const retention = useKeptNumber('retention');
  const discount = useKeptNumber('discount');
  const [[perMonth], [kept], [yearly = 0]] = [margin, retention, discount];
  const worth = useMemo((): CustomerWorth => {
    const months: CustomerMonths | undefined =
      perMonth === undefined
        ? undefined
        : { marginPerMonth: perMonth, yearlyDiscount: yearly, paid: 'start', ...staying(kept) };
    return { lifetimeValue: lifetimeValueFrom(told, months), months, isTold: told !== undefined };
  }, [told, perMonth, kept, yearly]);
  return { worth, margin, retention, discount };
}

/** Where nothing is told of who stays, nobody leaves, and a year is counted: all months would have no end. */
function staying(kept: number | undefined): Pick<CustomerMonths, 'retention' | 'months'> {
  return kept === undefined ? { retention: 1, months: 12 } : { retention: kept };
}

function lifetimeValueFrom(told: number | undefined, months: CustomerMonths | undefined): Figured {
  if (told !== undefined) return exactly(told);
  return months ? lifetimeValueOf(months) : unknown('noLifetimeValue');
}
