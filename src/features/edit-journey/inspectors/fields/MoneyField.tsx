import { AmountField, type AmountFieldProps } from '../../../../forms/AmountField.tsx';
import { useJourney } from '../useSurroundings.ts';

/** An amount in the journey's currency. */
export function MoneyField(props: Omit<AmountFieldProps, 'currency'>) {
  const currency = useJourney()?.settings.currency ?? 'USD';
  return <AmountField currency={currency} {...props} />;
}
