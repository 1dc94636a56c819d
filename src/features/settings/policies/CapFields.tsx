import { useTranslation } from 'react-i18next';
import { isId } from '../../../journey/ids.ts';
import { MAX_PER_CONTACT } from '../../../journey/limits.ts';
import type { FrequencyCap } from '../../../journey/policies.ts';
import { days } from '../../../journey/units.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { DurationField } from '../../../forms/DurationField.tsx';
import { TagsField } from '../../../forms/TagsField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { ChannelsField } from './ChannelsField.tsx';
import styles from './policies.module.css';

interface CapFieldsProps {
  readonly cap: FrequencyCap;
  readonly onChange: (cap: FrequencyCap, field?: string) => void;
}

interface CapNameProps {
  readonly cap: FrequencyCap;
  /** Names of the other caps. */
  readonly taken: readonly string[];
  readonly onChange: (id: string) => void;
}

export function CapName({ cap, taken, onChange }: CapNameProps) {
  const { t } = useTranslation();
  const complain = (text: string) => {
    if (!isId(text.trim())) return t('settings.caps.nameOdd');
    return taken.includes(text.trim()) ? t('settings.caps.nameTaken') : undefined;
  };
  return (
    <CheckedInput
      label={t('settings.caps.name')}
      help={t('settings.caps.nameHelp')}
      value={cap.id}
      complain={complain}
      onChange={(text) => onChange(text.trim())}
    />
  );
}

export function CapFields({ cap, onChange }: CapFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.fields}>
        <Field label={t('settings.caps.max')}>
          <NumberInput
            integer
            max={MAX_PER_CONTACT}
            value={cap.max}
            complain={(max) => (max < 1 ? t('settings.caps.maxZero') : undefined)}
            onChange={(max) => onChange({ ...cap, max }, 'max')}
          />
        </Field>
        <WindowFields cap={cap} onChange={onChange} />
        <FullFields cap={cap} onChange={onChange} />
      </div>
      <ScopeFields cap={cap} onChange={onChange} />
    </>
  );
}

const WINDOWS = ['rolling', 'day', 'week', 'month'] as const;
const ZONES = ['contact', 'workspace', 'UTC'] as const;
const FIRST_LENGTH = days(7);

function windowOf(kind: (typeof WINDOWS)[number]): FrequencyCap['window'] {
  return kind === 'rolling' ? { kind, minutes: FIRST_LENGTH } : { kind: 'calendar', unit: kind };
}

function WindowFields({ cap, onChange }: CapFieldsProps) {
  const { t } = useTranslation();
  const { window, zone } = cap;
  return (
    <>
      <ChoiceField
        label={t('settings.caps.window')}
        value={window.kind === 'rolling' ? window.kind : window.unit}
        values={WINDOWS}
        words={(kind) => t(`settings.caps.windowOf.${kind}`)}
        onChange={(kind) => onChange({ ...cap, window: windowOf(kind) })}
      />
      {window.kind === 'rolling' ? (
        <DurationField
          label={t('settings.caps.length')}
          min={1}
          value={window.minutes}
          onChange={(minutes) => onChange({ ...cap, window: { ...window, minutes } }, 'length')}
        />
      ) : (
        <ChoiceField
          label={t('settings.caps.zone')}
          value={zone}
          values={ZONES}
          words={(one) => t(`settings.caps.zoneOf.${one}`)}
          onChange={(next) => onChange({ ...cap, zone: next })}
        />
      )}
    </>
  );
}

const FULL = ['skip', 'exit', 'retry'] as const;
const FIRST_RETRY = days(2);

function FullFields({ cap, onChange }: CapFieldsProps) {
  const { t } = useTranslation();
  const { onCap } = cap;
  return (
    <>
      <ChoiceField
        label={t('settings.caps.onCap')}
        value={onCap.kind}
        values={FULL}
        words={(kind) => t(`settings.caps.onCapOf.${kind}`)}
        onChange={(kind) =>
          onChange({ ...cap, onCap: kind === 'retry' ? { kind, minutes: FIRST_RETRY } : { kind } })
        }
      />
      {onCap.kind === 'retry' && (
        <DurationField
          label={t('settings.caps.retry')}
          min={1}
          value={onCap.minutes}
          onChange={(minutes) => onChange({ ...cap, onCap: { ...onCap, minutes } }, 'retry')}
        />
      )}
    </>
  );
}

const SCOPES = ['all', 'channels', 'tags'] as const;
type Scope = (typeof SCOPES)[number];

function scopeOf(kind: Scope): FrequencyCap['scope'] {
  if (kind === 'all') return kind;
  return kind === 'channels' ? { channels: ['email'] } : { tags: ['promo'] };
}

function ScopeFields({ cap, onChange }: CapFieldsProps) {
  const { t } = useTranslation();
  const { scope } = cap;
  const kind: Scope = scope === 'all' ? scope : 'channels' in scope ? 'channels' : 'tags';
  return (
    <>
      <div className={styles.fields}>
        <ChoiceField
          label={t('settings.caps.scope')}
          value={kind}
          values={SCOPES}
          words={(one) => t(`settings.caps.scopeOf.${one}`)}
          onChange={(next) => onChange({ ...cap, scope: scopeOf(next) })}
        />
        {scope !== 'all' && 'tags' in scope && (
          <TagsField
            needed
            help={t('settings.caps.tagsHelp')}
            value={scope.tags}
            onChange={(tags) => tags && onChange({ ...cap, scope: { tags } }, 'tags')}
          />
        )}
      </div>
      {scope !== 'all' && 'channels' in scope && (
        <ChannelsField
          value={scope.channels}
          onChange={(channels) => onChange({ ...cap, scope: { channels } })}
        />
      )}
    </>
  );
}
