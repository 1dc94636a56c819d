import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../i18n/useFormat.ts';
import { costOf } from '../../../../compile/response/costs.ts';
import { useWorkspace } from '../../../../state/useWorkspace.ts';
import { CHANNEL_BENCHMARKS } from '../../../../compile/response/benchmarks.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { put } from '../../../../forms/optional.ts';
import type { SendDetails, SendFieldsProps } from './sendForm.ts';

/** What one send costs; empty: the channel's default, which the box shows. */
export function CostField<S extends SendDetails>({ send, channel, onChange }: SendFieldsProps<S>) {
  const { t } = useTranslation();
  const format = useFormat();
  const setCost = (cost: SendDetails['cost']) => onChange(put(send, 'cost', cost), 'cost');
  const economics = useWorkspace(({ policies }) => policies.economics);
  const known = channel === 'preferred' ? undefined : CHANNEL_BENCHMARKS[channel];
  const standing = channel === 'preferred' ? undefined : costOf({ channel }, economics);
  const cost = standing ? format.number(standing.value, 6) : '';
  const words = { cost, reference: standing?.reference ?? '' };
  return (
    <MoneyField
      label={t(known && known.impressions > 1 ? 'inspectors.message.costAd' : 'inspectors.message.cost')}
      help={
        !known
          ? t('inspectors.message.costPreferred')
          : t(
              send.cost !== undefined
                ? 'inspectors.message.costYours'
                : standing?.source === 'yours'
                  ? 'inspectors.message.costSettings'
                  : 'inspectors.message.costDefault',
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
