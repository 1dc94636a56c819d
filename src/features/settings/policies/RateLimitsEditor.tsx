import { useTranslation } from 'react-i18next';
import { CHANNELS } from '../../../journey/channels.ts';
import type { RateLimit } from '../../../journey/policies.ts';
import { hours } from '../../../journey/units.ts';
import { ChannelField } from '../../../forms/ChannelField.tsx';
import { DurationField } from '../../../forms/DurationField.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { keyOf } from '../../../journey/policyParts.ts';
import type { PolicyEditorProps } from './policyEditor.ts';
import { PolicyNotes } from './PolicyNotes.tsx';
import { rateSentence } from './policyWords.ts';
import styles from './policies.module.css';

/** The schema takes no more. */
const MOST_LIMITS = 50;
const MOST_MESSAGES = 1e9;
const FIRST: RateLimit = { channel: 'email', max: 10_000, perMinutes: hours(1) };

/** How fast a channel lets messages out. */
export function RateLimitsEditor({ policies, onChange, ...notes }: PolicyEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rateLimits } = policies;
  return (
    <Section title={t('settings.rateLimits.title')} hint={t('settings.rateLimits.hint')}>
      <RowList
        rows={rateLimits}
        ordered={false}
        nameOf={(_, at) => t('settings.rateLimits.name', { number: at + 1 })}
        addLabel={t('settings.rateLimits.add')}
        empty={t('settings.rateLimits.none')}
        fresh={rateLimits.length < MOST_LIMITS ? () => FIRST : undefined}
        onChange={(rows, field) =>
          onChange({ ...policies, rateLimits: rows }, field && `rateLimits.${field}`)
        }
        head={(limit, _, change) => <LimitFields limit={limit} onChange={change} />}
        body={(limit, at) => (
          <PolicyNotes
            {...notes}
            policyKey={keyOf.rateLimit(at)}
            sentence={rateSentence(limit, { t, format })}
            isAbout={({ code, values }) =>
              code.startsWith('rate-limit-') && values['channel'] === limit.channel
            }
            holds
          />
        )}
      />
    </Section>
  );
}

interface LimitFieldsProps {
  readonly limit: RateLimit;
  readonly onChange: (limit: RateLimit, field?: string) => void;
}

function LimitFields({ limit, onChange }: LimitFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.fields}>
      <ChannelField
        value={limit.channel}
        values={CHANNELS}
        onChange={(channel) => onChange({ ...limit, channel })}
      />
      <Field label={t('settings.rateLimits.max')}>
        <NumberInput
          integer
          min={1}
          max={MOST_MESSAGES}
          value={limit.max}
          onChange={(max) => onChange({ ...limit, max }, 'max')}
        />
      </Field>
      <DurationField
        label={t('settings.rateLimits.per')}
        min={1}
        value={limit.perMinutes}
        onChange={(perMinutes) => onChange({ ...limit, perMinutes }, 'per')}
      />
    </div>
  );
}
