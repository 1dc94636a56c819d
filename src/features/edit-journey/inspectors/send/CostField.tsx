import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { CHANNEL_BENCHMARKS } from '../../../../compile/response/benchmarks.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { put } from '../../../../forms/optional.ts';
import type { SendDetails, SendFieldsProps } from './sendForm.ts';

/** What one send costs; empty: the channel's default, which the box shows. */
export function CostField<S extends SendDetails>({ send, channel, onChange }: SendFieldsProps<S>) {
  const { t } = useTranslation();
  const format = useFormat();
  const setCost = (cost: SendDetails['cost']) => onChange(put(send, 'cost', cost), 'cost');
  const known = channel === 'preferred' ? undefined : CHANNEL_BENCHMARKS[channel];
  const cost = known ? format.number(known.cost.value, 6) : '';
  const words = { cost, reference: known?.cost.reference ?? '' };
  return (
    <MoneyField
      label={t(known && known.impressions > 1 ? 'inspectors.message.costAd' : 'inspectors.message.cost')}
      help={
        !known
          ? t('inspectors.message.costPreferred')
          : t(
              send.cost === undefined ? 'inspectors.message.costDefault' : 'inspectors.message.costYours',
              words,
            )
      }
      placeholder={cost}
      value={send.cost}
      onChange={setCost}
      onEmpty={() => setCost(undefined)}
    />
  );
}
