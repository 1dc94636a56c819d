import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { ContentFields } from './ContentFields.tsx';
import { CostField } from './CostField.tsx';
import { ResponseFields } from './ResponseFields.tsx';
import { Fold } from '../../../../forms/Section.tsx';
import type { SendDetails, SendFieldsProps } from './sendForm.ts';

const OCCASIONS = ['campaign', 'triggered'] as const;

export function OccasionField<S extends SendDetails>({
  send,
  onChange,
}: Pick<SendFieldsProps<S>, 'send' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('inspectors.message.occasion')}
      help={t(`inspectors.message.occasionHint.${send.occasion}`)}
      value={send.occasion}
      values={OCCASIONS}
      words={(occasion) => t(`inspectors.message.occasionOf.${occasion}`)}
      onChange={(occasion) => onChange({ ...send, occasion })}
    />
  );
}

/** Content, cost and response of one send. */
export function SendFields<S extends SendDetails>(props: SendFieldsProps<S>) {
  const { t } = useTranslation();
  return (
    <>
      <ContentFields {...props} />
      <CostField {...props} />
      <Fold title={t('inspectors.response.title')}>
        <ResponseFields {...props} />
      </Fold>
    </>
  );
}
