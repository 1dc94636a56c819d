import { Fragment, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronRight } from 'lucide-react';
import { costOf } from '../../../compile/response/costs.ts';
import { isDefault, type Rate } from '../../../compile/response/rates.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Calibration } from '../../../journey/calibration.ts';
import type { Channel } from '../../../journey/channels.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { classes } from '../../../ui/classes.ts';
import { DraftPart } from '../../../ui/DraftPart.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useCurrency } from '../useCurrency.ts';
import { ChannelEditor } from './ChannelEditor.tsx';
import { applies, channelsFor, reportedEmailOpens, SHOWN_RATES, shownRate, usedBy } from './channelRates.ts';
import { ResetChannels } from './ResetChannels.tsx';
import { SourceBadge } from './SourceBadge.tsx';
import styles from './rates.module.css';

/** What every channel costs and how people answer it; a channel opens to be changed. */
export function ChannelTable() {
  const { t } = useTranslation();
  const journey = useWorkspace((workspace) => workspace.journey);
  const used = usedBy(journey);
  const [open, setOpen] = useState<readonly Channel[]>([]);
  const toggle = (channel: Channel) =>
    setOpen(open.includes(channel) ? open.filter((one) => one !== channel) : [...open, channel]);
  return (
    <div className={styles.all}>
      <div className={styles.frame} tabIndex={0} role="group" aria-label={t('settings.channels.table')}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('settings.channels.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('settings.channels.channel')}</th>
              <th scope="col" className={styles.end}>
                {t('settings.channels.cost')}
              </th>
              {SHOWN_RATES.map((name) => (
                <th key={name} scope="col" className={styles.end}>
                  {t(`settings.channels.rate.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {channelsFor(journey).map((channel) => (
              <ChannelRows
                key={channel}
                channel={channel}
                isUsed={used.has(channel)}
                isOpen={open.includes(channel)}
                onToggle={() => toggle(channel)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ResetChannels />
    </div>
  );
}

interface ChannelRowsProps {
  readonly channel: Channel;
  readonly isUsed: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ChannelRows({ channel, isUsed, isOpen, onToggle }: ChannelRowsProps) {
  const { t } = useTranslation();
  const id = useId();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const name = t(`words.channel.${channel}`);
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            className={styles.opener}
            onClick={onToggle}
          >
            <Icon of={ChevronRight} size={14} />
            {name}
          </button>
          {isUsed && <span className={styles.used}>{t('settings.channels.inJourney')}</span>}
        </th>
        <td className={styles.end}>
          <CostCell channel={channel} />
        </td>
        {SHOWN_RATES.map((rate) => (
          <td key={rate} className={styles.end}>
            {applies(channel, rate) ? (
              <RateCell rate={shownRate(channel, rate, calibration).campaign} />
            ) : (
              <NoCell />
            )}
            {channel === 'email' && rate === 'opened' && <TrueOpens calibration={calibration} />}
          </td>
        ))}
      </tr>
      <tr id={id} hidden={!isOpen}>
        <td colSpan={2 + SHOWN_RATES.length} className={styles.opened}>
          {isOpen && (
            <DraftPart name={name}>
              <ChannelEditor channel={channel} />
            </DraftPart>
          )}
        </td>
      </tr>
    </Fragment>
  );
}

function NoCell() {
  const { t } = useTranslation();
  return (
    <span className={styles.soft}>
      <span aria-hidden>{t('settings.channels.doesNotApply')}</span>
      <span className="visually-hidden">{t('settings.channels.doesNotApplyWords')}</span>
    </span>
  );
}

/** The box above counts opens as an email tool does, so its figure is another one. */
function TrueOpens({ calibration }: { readonly calibration: Calibration }) {
  const { t } = useTranslation();
  const { rate } = useFormat();
  const reported = rate(reportedEmailOpens(calibration));
  return <p className={styles.remark}>{t('settings.channels.trueOpens', { reported })}</p>;
}

function RateCell({ rate }: { readonly rate: Rate }) {
  const { rate: print } = useFormat();
  return <Figure words={print(rate.value)} rate={rate} />;
}

function CostCell({ channel }: { readonly channel: Channel }) {
  const format = useFormat();
  const currency = useCurrency();
  const economics = useWorkspace(({ policies }) => policies.economics);
  const rate = costOf({ channel }, economics);
  // Costs are fractions of a cent: the format of money would round them away.
  const words = `${format.number(rate.value, 6)} ${currency}`;
  return <Figure words={words} rate={rate} />;
}

function Figure({ words, rate }: { readonly words: string; readonly rate: Rate }) {
  const isOwn = !isDefault(rate.source);
  return (
    <span className={classes(styles.figure, !isOwn && styles.plain)} title={rate.reference}>
      <span>{words}</span>
      {isOwn && <SourceBadge source={rate.source} />}
    </span>
  );
}
