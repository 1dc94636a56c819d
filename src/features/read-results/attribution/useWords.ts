import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credited } from '../../../analytics/attribution/pathsOfTouches.ts';
import type { Measure } from '../../../analytics/attribution/markov/markovSpread.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useFormat } from '../../../i18n/useFormat.ts';

/** Names of claimants as people know them. */
export function useClaimantName(journey: Journey, detail: RunDetail | undefined, credited: Credited) {
  const { t } = useTranslation();
  return useMemo(() => {
    const channelName = (name: string) => {
      const known = CHANNELS.find((channel) => channel === name);
      return known ? t(`words.channel.${known}`) : name;
    };
    const names = new Map(Object.entries(journey.steps).map(([id, step]) => [id, step.name]));
    const stepName = (id: string) => names.get(id) ?? id;
    return (claimant: string): string => {
      if (credited === 'channel') return channelName(claimant);
      if (credited === 'step') return stepName(claimant);
      const send = detail?.sends[Number(claimant)];
      if (!send) return claimant;
      const named = { step: stepName(send.step), channel: channelName(send.channel) };
      return send.rung === undefined
        ? t('attribution.message', named)
        : t('attribution.messageOfLadder', { ...named, rung: send.rung });
    };
  }, [journey, detail, credited, t]);
}

/** A figure of the measure, and the same with what it is: `412`, `412 conversions`. */
export function useMeasure(measure: Measure, currency: string) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const whole = (value: number) =>
      Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
    const print = (value: number) =>
      measure === 'conversions' ? format.number(whole(value), 1) : format.money(Math.round(value), currency);
    const say = (value: number) =>
      measure === 'conversions'
        ? t('attribution.amount.conversions', { count: whole(value), figure: print(value) })
        : t('attribution.amount.value', { figure: print(value) });
    /** Of a lift, which where the goal is an order counts orders. */
    const sayLift = (value: number, goalIsOrder: boolean) =>
      measure === 'conversions' && goalIsOrder
        ? t('attribution.amount.orders', { count: whole(value), figure: print(value) })
        : say(value);
    return { print, say, sayLift };
  }, [measure, currency, format, t]);
}

export type MeasureWords = ReturnType<typeof useMeasure>;
