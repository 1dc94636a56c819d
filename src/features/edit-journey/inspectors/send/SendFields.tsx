import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../journey/channels.ts';
import type { Send } from '../../../../journey/steps/message.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { ContentFields } from './ContentFields.tsx';
import { CostField } from './CostField.tsx';
import { ResponseFields } from './ResponseFields.tsx';
import { Fold } from '../fields/Section.tsx';

/** What a message step and a rung of a ladder have in common. */
export type SendDetails = Omit<Send, 'channel'>;

export interface SendFieldsProps<S extends SendDetails> {
  readonly send: S;
  readonly channel: Channel | 'preferred';
  /** For preferred sends: the channel whose benchmarks are shown. */
  readonly shownChannel: Channel;
  readonly onChange: (send: S, field?: string) => void;
}

const OCCASIONS = ['campaign', 'triggered'] as const;

export function OccasionField<S extends SendDetails>({ send, onChange }: Pick<SendFieldsProps<S>, 'send' | 'onChange'>) {
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
