import { useTranslation } from 'react-i18next';
import { GitFork } from 'lucide-react';
import type { SendOdds } from '../../../analytics/stories/sendOdds.ts';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { storyLine } from '../../../legend/storyLine.ts';
import { Button } from '../../../ui/Button.tsx';
import { happens, toldOdds } from './oddsWords.ts';
import type { Forcing, Telling } from './telling.ts';
import styles from './contacts.module.css';

interface OddsLinesProps {
  readonly odds: SendOdds;
  /** The message's going out. */
  readonly event: StoryEvent;
  readonly telling: Telling;
  readonly onFork?: ((answer: Forcing) => void) | undefined;
}

/** Bins of pressure in what is usual. */
const USUAL_PRESSURE = 16;
/** A difference of pressure that is worth telling, in bins. */
const TIRING = 2;

/** Chance and draw of everything that could come of a message, and ways to ask what else would have been. */
export function OddsLines({ odds, event, telling, onFork }: OddsLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = toldOdds(odds, telling);
  const ways = onFork ? waysToAsk(odds) : [];
  const about = storyLine(event, telling);
  return (
    <>
      <dl className={styles.odds} aria-label={t('contacts.odds.label')}>
        {told.map(({ name, chance, luck, happens: isSo }) => (
          <div key={name} data-happens={isSo}>
            <dt>{name}</dt>
            <dd>{chance}</dd>
            <dd className={styles.soft}>{luck}</dd>
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
