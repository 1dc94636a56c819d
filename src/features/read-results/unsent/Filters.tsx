import { useTranslation } from 'react-i18next';
import { byReason, type UnsentFilter, type UnsentLine } from '../../../analytics/dashboard/unsent.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { ShownRun } from '../shownRun.ts';
import { channelWords, reasonHeading } from '../../../legend/reasonWords.ts';
import { useNaming } from './useNaming.ts';
import styles from './unsent.module.css';

interface FiltersProps {
  readonly run: ShownRun;
  readonly lines: readonly UnsentLine[];
  readonly filter: UnsentFilter;
  readonly onChange: (filter: UnsentFilter) => void;
}

/** Which unsent messages are looked at. */
export function Filters({ run, lines, filter, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const channels = [...new Set(lines.map(({ channel }) => channel))];
  return (
    <div className={styles.filters}>
      <Field label={t('unsent.filterReason')}>
        <Select
          value={filter.reason ?? ''}
          options={[
            { value: '', label: t('unsent.allReasons') },
            ...byReason(lines).map(({ reason }) => ({
              value: reason,
              label: reasonHeading(reason, naming),
            })),
          ]}
          onChange={(reason) => onChange({ ...filter, reason: reason || undefined })}
        />
      </Field>
      <Field label={t('unsent.filterChannel')}>
        <Select
          value={filter.channel ?? ''}
          options={[
            { value: '', label: t('unsent.allChannels') },
            ...channels.map((channel) => ({ value: channel, label: channelWords(channel, t) })),
          ]}
          onChange={(channel) => onChange({ ...filter, channel: channel || undefined })}
        />
      </Field>
    </div>
  );
}
