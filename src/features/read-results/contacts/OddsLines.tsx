import { useTranslation } from 'react-i18next';
import { GitFork } from 'lucide-react';
import type { Odds, SendOdds } from '../../../analytics/stories/sendOdds.ts';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { storyLine } from './storyWords.ts';
import type { Forcing, Telling } from './telling.ts';
import styles from './contacts.module.css';

interface OddsLinesProps {
  readonly odds: SendOdds;
  /** The message's going out. */
  readonly event: StoryEvent;
  readonly telling: Telling;
  readonly onFork?: ((answer: Forcing) => void) | undefined;
}

const STAGES = ['delivered', 'opened', 'clicked', 'converted', 'unsubscribed'] as const;
type Stage = (typeof STAGES)[number];

/** Bins of pressure in what is usual. */
const USUAL_PRESSURE = 16;
/** A difference of pressure that is worth telling, in bins. */
const TIRING = 2;

const happens = ({ chance, drawn }: Odds) => drawn < chance;

/** Chance and draw of everything that could come of a message, and ways to ask what else would have been. */
export function OddsLines({ odds, event, telling, onFork }: OddsLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = STAGES.filter((stage) => isWorthTelling(odds, stage));
  const ways = onFork ? waysToAsk(odds) : [];
  const about = storyLine(event, telling);
  return (
    <>
      <dl className={styles.odds} aria-label={t('contacts.odds.label')}>
        {told.map((stage) => (
          <div key={stage} data-happens={cameTo(odds, stage) && happens(odds[stage])}>
            <dt>{t(`contacts.odds.${nameOf(odds, stage)}`)}</dt>
            <dd>{t('contacts.odds.chance', { chance: format.rate(odds[stage].chance) })}</dd>
            <dd className={styles.soft}>
              {cameTo(odds, stage)
                ? t(happens(odds[stage]) ? 'contacts.odds.yes' : 'contacts.odds.no', {
                    drawn: format.rate(odds[stage].drawn),
                  })
                : t('contacts.odds.moot')}
            </dd>
          </div>
        ))}
      </dl>
      {odds.pressureBin - odds.restBin >= TIRING && (
        <span className={styles.soft}>
          {t('contacts.odds.pressure', { times: format.number(odds.pressureBin / USUAL_PRESSURE, 1) })}
        </span>
      )}
      {ways.length > 0 && (
        <span role="group" aria-label={t('contacts.fork.label')} className={styles.forks}>
          {ways.map((does) => (
            <Button
              key={does}
              small
              look="quiet"
              icon={GitFork}
              aria-label={`${t(`contacts.fork.${does}`)} ${about}`}
              onClick={() => onFork?.({ send: event.subject, minute: event.minute, does })}
            >
              {t(`contacts.fork.${does}`)}
            </Button>
          ))}
        </span>
      )}
    </>
  );
}

/** What nobody does on this channel, or everybody, says nothing. */
function isWorthTelling(odds: SendOdds, stage: Stage): boolean {
  const { chance } = odds[stage];
  return stage === 'delivered' ? chance < 1 : chance > 0 && chance < 1 - 1e-9;
}

/** What has nothing to open, as an ad, is clicked as it stands. */
function nameOf(odds: SendOdds, stage: Stage): Stage | 'clickedUnopened' {
  return stage === 'clicked' && !isWorthTelling(odds, 'opened') ? 'clickedUnopened' : stage;
}

/** Whether luck was asked at all: what was not read is not clicked. */
function cameTo({ delivered, opened, clicked }: SendOdds, stage: Stage): boolean {
  const arrives = happens(delivered);
  switch (stage) {
    case 'delivered':
      return true;
    case 'opened':
    case 'unsubscribed':
      return arrives;
    case 'clicked':
      return arrives && happens(opened);
    case 'converted':
      return arrives && happens(opened) && happens(clicked);
  }
}

/** Answers that she did not give and could have given. */
function waysToAsk({ delivered, opened, clicked }: SendOdds): readonly Forcing['does'][] {
  if (delivered.chance === 0) return [];
  const opens = happens(delivered) && happens(opened);
  const canIgnore = opened.chance < 1 - 1e-9;
  return [
    ...(!opens && opened.chance > 0 ? (['opens'] as const) : []),
    ...(!(opens && happens(clicked)) && opened.chance > 0 && clicked.chance > 0 ? (['clicks'] as const) : []),
    ...(opens && canIgnore ? (['ignores'] as const) : []),
  ];
}
