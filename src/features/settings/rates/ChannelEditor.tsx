import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNEL_BENCHMARKS } from '../../../compile/response/benchmarks.ts';
import type { Channel } from '../../../journey/channels.ts';
import type { Money } from '../../../journey/units.ts';
import { AmountField } from '../../../forms/AmountField.tsx';
import { PercentInput } from '../../../forms/PercentInput.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { useForgetDrafts } from '../../../ui/drafts.ts';
import { Field } from '../../../ui/Field.tsx';
import { withCost } from '../economicsOf.ts';
import { useCurrency } from '../useCurrency.ts';
import { BenchmarkWords } from './BenchmarkWords.tsx';
import { applies, isBox, SHOWN_RATES, shownRate, withChannel, withOwnRate } from './channelRates.ts';
import { Resettable } from './Resettable.tsx';
import { SourceBadge } from './SourceBadge.tsx';
import styles from './rates.module.css';

/** One channel's cost and rates, each beside the benchmark that it replaces. */
export function ChannelEditor({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const policies = useWorkspace((workspace) => workspace.policies);
  /** Half-typed text goes with its box when benchmarks are asked for. */
  const [fresh, setFresh] = useState(0);
  const forget = useForgetDrafts();
  const name = t(`words.channel.${channel}`);
  const cost = policies.economics?.costs?.[channel];
  const setCost = (next: Money | undefined) =>
    store.getState().changePolicies(withCost(policies, channel, next), { merge: `cost.${channel}` });
  const reset = () => {
    forget();
    setFresh(fresh + 1);
    store.getState().calibrate(withChannel(calibration, channel, undefined), { merge: `reset.${channel}` });
    store.getState().changePolicies(withCost(policies, channel, undefined), { merge: `reset.${channel}` });
  };
  return (
    <div role="group" aria-label={t('settings.channels.editor', { channel: name })} className={styles.editor}>
      <div className={styles.boxes} key={fresh}>
        <CostBox channel={channel} own={cost} onChange={setCost} />
        {SHOWN_RATES.filter((rate) => applies(channel, rate) && !isBox(channel, rate)).map((rate) => (
          <OwnRate key={rate} channel={channel} name={rate} />
        ))}
      </div>
      <div className={styles.foot}>
        <Button small disabled={cost === undefined && !calibration.channels?.[channel]} onClick={reset}>
          {t('settings.channels.resetChannel', { channel: name })}
        </Button>
        {channel === 'email' && <p className={styles.soft}>{t('settings.channels.fromBoxes')}</p>}
        {CHANNEL_BENCHMARKS[channel].openStage === 'tap' && (
          <p className={styles.soft}>{t('settings.channels.tap')}</p>
        )}
      </div>
    </div>
  );
}

interface CostBoxProps {
  readonly channel: Channel;
  readonly own: Money | undefined;
  readonly onChange: (cost: Money | undefined) => void;
}

function CostBox({ channel, own, onChange }: CostBoxProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency();
  const { cost, impressions } = CHANNEL_BENCHMARKS[channel];
  const label = t(impressions > 1 ? 'settings.channels.costOfAd' : 'settings.channels.costOf');
  return (
    <Resettable label={label} isOwn={own !== undefined} onReset={() => onChange(undefined)}>
      <AmountField
        label={label}
        aside={<SourceBadge source={own === undefined ? 'benchmark' : 'yours'} />}
        help={
          <BenchmarkWords benchmark={cost} print={(value) => format.number(value, 6)}>
            {impressions > 1 && t('settings.channels.costAdHelp', { impressions })}
          </BenchmarkWords>
        }
        currency={currency}
        placeholder={format.number(cost.value, 6)}
        value={own}
        onChange={onChange}
        onEmpty={() => onChange(undefined)}
      />
    </Resettable>
  );
}

interface OwnRateProps {
  readonly channel: Channel;
  readonly name: (typeof SHOWN_RATES)[number];
}

function OwnRate({ channel, name }: OwnRateProps) {
  const { t } = useTranslation();
  const { rate: print } = useFormat();
  const store = useWorkspaceStore();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const own = calibration.channels?.[channel];
  const value = own?.[name];
  const { campaign, triggered, benchmark } = shownRate(channel, name, calibration);
  const set = (next: typeof value) =>
    store
      .getState()
      .calibrate(withOwnRate(calibration, channel, { name, value: next }), { merge: `${channel}.${name}` });
  const label = t(`settings.channels.rate.${name}`);
  const isShort =
    name === 'opened' &&
    value !== undefined &&
    value < shownRate(channel, 'clicked', calibration).campaign.value;
  return (
    <Resettable label={label} isOwn={value !== undefined} onReset={() => set(undefined)}>
      <Field
        label={label}
        aside={<SourceBadge source={campaign.source} />}
        error={isShort ? t('settings.channels.fewOpens') : undefined}
        help={
          <BenchmarkWords benchmark={benchmark} print={print}>
            {t(`settings.channels.of.${name}`)}
            {triggered.value !== campaign.value && (
              <>
                <br />
                {t('settings.channels.triggered', { value: print(triggered.value) })}
              </>
            )}
          </BenchmarkWords>
        }
      >
        <PercentInput
          placeholder={print(campaign.value).replace(/\s?%/, '')}
          value={value}
          onChange={set}
          onEmpty={() => set(undefined)}
        />
      </Field>
    </Resettable>
  );
}
