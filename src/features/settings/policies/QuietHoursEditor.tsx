import { useTranslation } from 'react-i18next';
import { openMinutes, type QuietHours } from '../../../journey/policies.ts';
import { hours } from '../../../journey/units.ts';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { ClockField } from '../../../forms/ClockField.tsx';
import { OptionalDuration } from '../../../forms/OptionalDuration.tsx';
import { put } from '../../../forms/optional.ts';
import { Section } from '../../../forms/Section.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { ChannelsField } from './ChannelsField.tsx';
import { keyOf } from '../../../journey/policyParts.ts';
import type { PolicyEditorProps } from './policyEditor.ts';
import { PolicyNotes } from './PolicyNotes.tsx';
import { quietSentence } from './policyWords.ts';
import styles from './policies.module.css';

const FIRST: QuietHours = { from: '21:00', until: '08:00', onQuiet: 'hold' };
const ON_QUIET = ['hold', 'skip', 'exit'] as const;

/** The part of a contact's day in which nothing is sent. */
export function QuietHoursEditor({ policies, onChange, ...notes }: PolicyEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const quiet = policies.quietHours;
  const set = (next: QuietHours | undefined, field?: string) =>
    onChange(put(policies, 'quietHours', next), field && `quietHours.${field}`);
  return (
    <Section title={t('settings.quiet.title')} hint={t('settings.quiet.hint')}>
      <Switch
        label={t('settings.quiet.on')}
        checked={quiet !== undefined}
        onChange={(on) => set(on ? FIRST : undefined)}
      />
      {quiet && (
        <>
          <QuietFields quiet={quiet} onChange={set} />
          <PolicyNotes
            {...notes}
            policyKey={keyOf.quietHours}
            sentence={quietSentence(quiet, { t, format })}
            isAbout={({ code }) => code === 'quiet-all-day'}
            holds={quiet.onQuiet === 'hold' && openMinutes(quiet) > 0}
            reason="quiet"
          />
        </>
      )}
    </Section>
  );
}

interface QuietFieldsProps {
  readonly quiet: QuietHours;
  readonly onChange: (quiet: QuietHours, field?: string) => void;
}

function QuietFields({ quiet, onChange }: QuietFieldsProps) {
  const { t } = useTranslation();
  const { channels } = quiet;
  return (
    <>
      <div className={styles.fields}>
        <ClockField
          label={t('settings.quiet.from')}
          value={quiet.from}
          onChange={(from) => onChange({ ...quiet, from }, 'from')}
        />
        <ClockField
          label={t('settings.quiet.until')}
          value={quiet.until}
          onChange={(until) => onChange({ ...quiet, until }, 'until')}
        />
        <ChoiceField
          label={t('settings.quiet.onQuiet')}
          value={quiet.onQuiet}
          values={ON_QUIET}
          words={(one) => t(`settings.quiet.onQuietOf.${one}`)}
          onChange={(onQuiet) => onChange({ ...quiet, onQuiet })}
        />
      </div>
      {quiet.onQuiet === 'hold' && (
        <OptionalDuration
          label={t('settings.quiet.spread')}
          help={t('settings.quiet.spreadHelp')}
          durationLabel={t('settings.quiet.spreadOver')}
          initial={hours(1)}
          value={quiet.releaseOverMinutes}
          onChange={(spread, typing) =>
            onChange(put(quiet, 'releaseOverMinutes', spread), typing ? 'spread' : undefined)
          }
        />
      )}
      <Switch
        label={t('settings.quiet.some')}
        help={t('settings.quiet.someHelp')}
        checked={channels !== undefined}
        onChange={(on) => onChange(put(quiet, 'channels', on ? ['sms', 'push', 'call'] : undefined))}
      />
      {channels && (
        <ChannelsField value={channels} onChange={(next) => onChange({ ...quiet, channels: next })} />
      )}
    </>
  );
}
