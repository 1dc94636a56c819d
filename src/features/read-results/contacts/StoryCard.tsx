import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CloseContact, CloseUp, Who } from '../../../analytics/stories/closeUp.ts';
import { endingOf } from '../../../analytics/stories/ending.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ToldStory } from '../../../state/litWay.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { ContactFacts } from './ContactFacts.tsx';
import { endingWords } from './endingWords.ts';
import { ForkView } from './ForkView.tsx';
import { localTime } from './localTime.ts';
import { PathPicture } from './PathPicture.tsx';
import { ShowOnCanvas } from './ShowOnCanvas.tsx';
import { StoryList } from './StoryList.tsx';
import { taleOf, type Telling } from './telling.ts';
import styles from './contacts.module.css';

interface StoryCardProps {
  readonly title: string;
  readonly request: SimulationRequest;
  readonly who: Who;
  readonly closeUp: CloseUp;
  /** Which of them. */
  readonly contact: CloseContact;
  readonly facts?: Readonly<Record<string, string>> | undefined;
  readonly zone: string | undefined;
  /** Where this is told. */
  readonly story: ToldStory;
  /** As it was left for the canvas, if it was. */
  readonly left: ToldStory | undefined;
}

/** One contact: what became of her, her way, all that happened with its odds, and what else could have been. */
export function StoryCard(props: StoryCardProps) {
  const { title, request, who, closeUp, contact, facts, zone, story, left } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [forced, setForced] = useState(left?.forced?.contact === contact.number ? left.forced : undefined);
  const { playback } = closeUp;
  const { journey, policies } = request;
  const time = useMemo(
    () =>
      localTime({ epoch: playback.epoch, zone, journeyZone: journey.settings.zone, language: i18n.language }),
    [playback, zone, journey, i18n.language],
  );
  const telling = useMemo<Telling>(
    () => ({ t, format, journey, policies, playback, time }),
    [t, format, journey, policies, playback, time],
  );
  const tale = useMemo(() => taleOf(playback, contact), [playback, contact]);
  const ending = endingOf(playback, contact.place);
  const { minorDigits } = playback;
  return (
    <article className={styles.story} aria-label={title}>
      <header>
        <h2 className={styles.heading}>{title}</h2>
        <p>{endingWords(ending, { t, format, journey, minorDigits })}</p>
        <p className={styles.soft}>
          {t(time.own ? 'contacts.zone' : 'contacts.zoneJourney', { zone: time.zone })}
        </p>
      </header>
      <ShowOnCanvas
        whose={title}
        tale={tale}
        telling={telling}
        story={{ ...story, forced }}
        returning={left !== undefined && !forced}
      />
      <PathPicture journey={journey} playback={playback} place={contact.place} />
      <ContactFacts facts={facts} traits={contact.odds.traits} />
      {forced ? (
        <ForkView
          request={request}
          who={soleWho(who, contact.number)}
          forced={forced}
          tale={tale}
          telling={telling}
          whose={title}
          story={story}
          onClose={() => setForced(undefined)}
        />
      ) : (
        <StoryList
          tale={tale}
          telling={telling}
          onFork={(answer) => setForced({ ...answer, contact: contact.number })}
        />
      )}
    </article>
  );
}

/** Of many lucks only this one. */
function soleWho(who: Who, number: number): Who {
  return who.kind === 'madeUp' ? { ...who, from: number, to: number + 1 } : who;
}
