import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowLeft } from 'lucide-react';
import type { Playback } from '../../../analytics/playback.ts';
import type { CloseContact, Who } from '../../../analytics/stories/closeUp.ts';
import { endingOf } from '../../../analytics/stories/ending.ts';
import { forkOf } from '../../../analytics/stories/fork.ts';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import type { ForcedAnswer } from '../../../compile/program.ts';
import type { ToldStory } from '../../../state/litWay.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { endingWords } from './endingWords.ts';
import { messageName } from './storyWords.ts';
import { ShowOnCanvas } from './ShowOnCanvas.tsx';
import { StoryList } from './StoryList.tsx';
import { taleOf, type Tale, type Telling } from './telling.ts';
import { useCloseUp } from './useCloseUp.ts';
import styles from './contacts.module.css';

interface ForkViewProps {
  readonly request: SimulationRequest;
  readonly who: Who;
  readonly forced: ForcedAnswer;
  readonly tale: Tale;
  readonly telling: Telling;
  readonly whose: string;
  /** Where this is told. */
  readonly story: ToldStory;
  readonly onClose: () => void;
}

/** Her story as it was beside the one that another answer would have made of it, from the first difference on. */
export function ForkView(props: ForkViewProps) {
  const { request, who, forced, tale, telling, whose, story, onClose } = props;
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // A new question by the same object would be asked again and again.
  const question = JSON.stringify([who, forced]);
  const title = t(`contacts.fork.title.${forced.does}`, { step: messageName(telling, forced.send) });
  const asked = useMemo(() => {
    const [somebody, answer] = JSON.parse(question) as [Who, ForcedAnswer];
    return { request, who: somebody, forced: [answer] };
  }, [request, question]);
  const { closeUp, words } = useCloseUp(asked);
  const contact = closeUp?.contacts[0];
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.fork}>
      <header>
        <Button icon={ArrowLeft} onClick={onClose}>
          {t('contacts.fork.close')}
        </Button>
        <h3 ref={heading} tabIndex={-1} className={styles.heading}>
          {title}
        </h3>
        <p className={styles.soft}>{t('contacts.fork.intro')}</p>
      </header>
      {closeUp && contact ? (
        <Sides
          playback={closeUp.playback}
          contact={contact}
          tale={tale}
          telling={telling}
          whose={`${whose} · ${title}`}
          story={{ ...story, forced }}
        />
      ) : (
        <p role="status" className={styles.soft}>
          {words === undefined ? t('contacts.fork.loading') : t('contacts.storyFailed', { words })}
        </p>
      )}
    </section>
  );
}

interface SidesProps extends Pick<ForkViewProps, 'tale' | 'telling' | 'whose' | 'story'> {
  readonly playback: Playback;
  readonly contact: CloseContact;
}

function Sides({ playback, contact, tale, telling, whose, story }: SidesProps) {
  const { t } = useTranslation();
  const other = useMemo(() => taleOf(playback, contact), [playback, contact]);
  const told = useMemo(() => ({ ...telling, playback }), [telling, playback]);
  const { alike, before, after } = forkOf(tale.events, other.events);
  const ending = (of: Playback, at: number) =>
    endingWords(endingOf(of, at), { ...telling, minorDigits: of.minorDigits });
  if (before.length === 0 && after.length === 0) return <p>{t('contacts.fork.same')}</p>;
  return (
    <>
      <p className={styles.soft}>{t('contacts.fork.alike', { count: alike.length })}</p>
      <div className={styles.sides}>
        <Side
          title={t('contacts.fork.was')}
          ending={ending(telling.playback, tale.place)}
          events={before}
          tale={tale}
          telling={telling}
        />
        <Side
          title={t('contacts.fork.would')}
          ending={ending(playback, other.place)}
          events={after}
          tale={other}
          telling={told}
        >
          <ShowOnCanvas whose={whose} tale={other} telling={told} story={story} />
        </Side>
      </div>
    </>
  );
}

interface SideProps {
  readonly title: string;
  readonly ending: string;
  readonly events: readonly StoryEvent[];
  readonly tale: Tale;
  readonly telling: Telling;
  readonly children?: ReactNode;
}

function Side({ title, ending, events, tale, telling, children }: SideProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={title} className={styles.side}>
      <h4>{title}</h4>
      <p>{ending}</p>
      {children}
      {events.length === 0 ? (
        <p className={styles.soft}>{t('contacts.fork.over')}</p>
      ) : (
        <StoryList tale={tale} telling={telling} events={events} marksFirst />
      )}
    </section>
  );
}
