import { useMemo } from 'react';
import type { CustomerWorth } from '../../../analytics/finance/customerFigures.ts';
import { lifetimeValueOf, type CustomerMonths } from '../../../analytics/finance/customerWorth.ts';
import { exactly, unknown, type Figured } from '../../../analytics/finance/known.ts';
import type { CustomerWorthInputs } from '../../../state/customerWorthInputs.ts';
import { readPreference, usePreference } from '../../../ui/usePreference.ts';
import type { ShownRun } from '../shownRun.ts';

type Filed = Pick<ShownRun, 'request' | 'customerWorth'>;

/** A run from a file has its own numbers, and what is changed of them stays with its journey: those of this browser are left alone. */
function keyOf(name: keyof CustomerWorthInputs, { request, customerWorth }: Filed): string {
  return customerWorth ? `money.${name}.${request.journey.id}` : `money.${name}`;
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined || text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}

/** A number that this browser keeps; undefined: not told. */
function useKeptNumber(
  name: keyof CustomerWorthInputs,
  run: Filed,
): readonly [number | undefined, (value: number | undefined) => void] {
  const [text, write] = usePreference(keyOf(name, run), String(run.customerWorth?.[name] ?? ''));
  return [numberIn(text), (next) => write(next === undefined ? '' : String(next))];
}

/** The numbers as they are told for this run, to go along with it. */
export function customerWorthOf(run: Filed): CustomerWorthInputs {
  const told = (['marginPerMonth', 'retention', 'discount'] as const).flatMap((name) => {
    const value = numberIn(readPreference(keyOf(name, run)) ?? String(run.customerWorth?.[name] ?? ''));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(told);
}

export interface CustomerWorthForm {
  readonly worth: CustomerWorth;
  readonly margin: ReturnType<typeof useKeptNumber>;
  readonly retention: ReturnType<typeof useKeptNumber>;
  readonly discount: ReturnType<typeof useKeptNumber>;
}

/** What a customer brings month by month, as told here, and a lifetime value: the settings' own, else the months'. */
export function useCustomerWorth(run: Filed): CustomerWorthForm {
  const told = run.request.policies.economics?.lifetimeValue;
  const margin = useKeptNumber('marginPerMonth', run);
  const retention = useKeptNumber('retention', run);
  const discount = useKeptNumber('discount', run);
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
