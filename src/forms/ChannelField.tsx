import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../journey/channels.ts';
import { ChoiceField } from './ChoiceField.tsx';

interface ChannelFieldProps<T extends Channel | 'preferred'> {
  readonly help?: ReactNode;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly values: readonly T[];
  readonly onChange: (channel: T) => void;
}

export function ChannelField<T extends Channel | 'preferred'>(props: ChannelFieldProps<T>) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('inspectors.channel')}
      words={(channel) => t(`words.channel.${channel}`)}
      {...props}
    />
  );
}
