import { useTranslation } from 'react-i18next';
import { CHANNELS, type Channel } from '../../../journey/channels.ts';
import styles from './policies.module.css';

interface ChannelsFieldProps {
  readonly value: readonly Channel[];
  readonly onChange: (channels: readonly Channel[]) => void;
}

/** Some channels, in their fixed order. A policy about none would be about nothing: the last one stays. */
export function ChannelsField({ value, onChange }: ChannelsFieldProps) {
  const { t } = useTranslation();
  const toggle = (channel: Channel) =>
    onChange(CHANNELS.filter((one) => (one === channel ? !value.includes(one) : value.includes(one))));
  return (
    <fieldset className={styles.channels}>
      <legend className={styles.legend}>{t('settings.channelList')}</legend>
      {CHANNELS.map((channel) => {
        const isLast = value.length === 1 && value[0] === channel;
        return (
          <label
            key={channel}
            className={styles.channel}
            title={isLast ? t('settings.channelsOne') : undefined}
          >
            <input
              type="checkbox"
              checked={value.includes(channel)}
              disabled={isLast}
              onChange={() => toggle(channel)}
            />
            {t(`words.channel.${channel}`)}
          </label>
        );
      })}
    </fieldset>
  );
}
