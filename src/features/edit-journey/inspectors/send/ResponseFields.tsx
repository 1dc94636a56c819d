import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import { Button } from '../../../../ui/Button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Field } from '../../../../ui/Field.tsx';
import { useFormat } from '../../../../i18n/useFormat.ts';
import {
  isGiven,
  RATE_NAMES,
  ratesOf,
  type Rate,
  type RatedSend,
  type RateName,
} from '../../../../compile/response/rates.ts';
import { probability, type Probability } from '../../../../journey/units.ts';
import { Slider } from '../../../../ui/Slider.tsx';
import { useWorkspace } from '../../../../state/useWorkspace.ts';
import { GhostNote } from '../../ghost/GhostNote.tsx';
import { PercentInput } from '../../../../forms/PercentInput.tsx';
import { put } from '../../../../forms/optional.ts';
import type { SendDetails, SendFieldsProps } from './sendForm.ts';
import styles from '../../../../forms/fields.module.css';

/** A marketer's own rates for one message, each beside the figure that it replaces. */
export function ResponseFields<S extends SendDetails>({
  send,
  channel,
  shownChannel,
  onChange,
}: SendFieldsProps<S>) {
  const { t } = useTranslation();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const shown = { channel: shownChannel, occasion: send.occasion };
  const replaced = ratesOf(shown, calibration);
  const inForce = ratesOf(put<RatedSend, 'response'>(shown, 'response', send.response), calibration);
  const set = (name: RateName, value: Probability | undefined) => {
    const response = put({ ...send.response }, name, value);
    const next = Object.keys(response).length === 0 ? undefined : response;
    onChange(put(send, 'response', next), `response.${name}`);
  };
  return (
    <>
      <p className={styles.hint}>
        {channel === 'preferred'
          ? t('inspectors.response.preferredHint', { channel: t(`words.channel.${shownChannel}`) })
          : t('inspectors.response.hint')}
      </p>
      <GhostNote />
      {RATE_NAMES.map((name) => (
        <RateField
          key={name}
          name={name}
          own={send.response?.[name]}
          replaced={replaced[name]}
          inForce={inForce[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
    </>
  );
}

interface RateSliderProps extends Pick<RateFieldProps, 'inForce' | 'replaced'> {
  readonly label: string;
  readonly onChange: (value: Probability) => void;
}

/** From nothing to well above what is usual; the notch is the rate that it replaces. */
function RateSlider({ label, inForce, replaced, onChange }: RateSliderProps) {
  const { t } = useTranslation();
  const { rate } = useFormat();
  const usual = Math.max(replaced.high ?? 0, 2 * replaced.value);
  const most = usual > 0.5 ? 1 : Number((1.5 * Math.max(usual, 0.01)).toPrecision(2));
  return (
    <Slider
      aria-label={t('inspectors.slider', { label })}
      min={0}
      max={Math.max(most, inForce.value)}
      step={most / 200}
      value={inForce.value}
      notch={replaced.value}
      valueText={rate(inForce.value)}
      onChange={(value) => onChange(probability(Number(value.toPrecision(3))))}
    />
  );
}

interface RateFieldProps {
  readonly name: RateName;
  readonly own: Probability | undefined;
  /** What is simulated without a rate of this message’s own. */
  readonly replaced: Rate;
  /** What is simulated. */
  readonly inForce: Rate;
  readonly onChange: (value: Probability | undefined) => void;
}

function RateField({ name, own, replaced, inForce, onChange }: RateFieldProps) {
  const { t } = useTranslation();
  const { rate } = useFormat();
  const [fresh, setFresh] = useState(0);
  const label = t(`inspectors.response.rate.${name}`);
  const { source, low, high } = replaced;
  const value = rate(replaced.value);
  const what =
    isGiven(source) || low === undefined || high === undefined
      ? t(`inspectors.response.${isGiven(source) ? 'yours' : source}`, { value })
      : t(`inspectors.response.${source}Range`, { value, low: rate(low), high: rate(high) });
  return (
    <Field
      label={label}
      aside={
        <>
          {' '}
          <span className={styles.inForce}>{rate(inForce.value)}</span>
          <span className={classes(styles.badge, isGiven(inForce.source) && styles.mine)}>
            {t(`inspectors.response.badge.${inForce.source}`)}
          </span>
        </>
      }
      help={
        <>
          {own === undefined ? what : t('inspectors.response.replaces', { what })}
          {' · '}
          {t('inspectors.response.reference', { reference: replaced.reference })}
          {name === 'opened' && (
            <>
              <br />
              {t('inspectors.response.openedHint')}
            </>
          )}
        </>
      }
    >
      <span className={styles.resettable}>
        <PercentInput
          // Half-typed text goes with the reset.
          key={fresh}
          value={own}
          placeholder={rate(inForce.value).replace(/\s?%/, '')}
          onChange={onChange}
          onEmpty={() => onChange(undefined)}
        />
        <Button
          small
          icon={RotateCcw}
          disabled={own === undefined}
          aria-label={t('inspectors.response.resetOf', { rate: label })}
          onClick={() => {
            setFresh(fresh + 1);
            onChange(undefined);
          }}
        >
          {t('inspectors.response.reset')}
        </Button>
      </span>
      {inForce.value > 0 && (
        <RateSlider label={label} inForce={inForce} replaced={replaced} onChange={onChange} />
      )}
    </Field>
  );
}
