import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceSchema } from '../../../audience/audience.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ToldStory } from '../../../state/litWay.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { StoryCard } from './StoryCard.tsx';
import { useCloseUp } from './useCloseUp.ts';
import { useFacts, valueOfRole } from './useFacts.ts';
import styles from './contacts.module.css';

interface ContactStoryProps {
  readonly request: SimulationRequest;
  readonly schema: AudienceSchema | undefined;
  /** From 0. */
  readonly number: number;
  /** As it was left for the canvas. */
  readonly left: ToldStory | undefined;
}

/** What happened to one contact of the run. */
export function ContactStory({ request, schema, number, left }: ContactStoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const row = schema && schema.rows > 0 ? number % schema.rows : number;
  const facts = useFacts(request.audience, row);
  const who = useMemo(() => ({ kind: 'contact', number }) as const, [number]);
  const asked = useMemo(() => ({ request, who }), [request, who]);
  const { closeUp, words } = useCloseUp(asked);
  const contact = closeUp?.contacts[0];
  if (!closeUp || !contact)
    return (
      <p role="status" className={styles.hint}>
        {words === undefined ? t('contacts.loading') : t('contacts.storyFailed', { words })}
      </p>
    );
  const shown = { number: format.number(number + 1) };
  const id = valueOfRole(schema, facts?.words, 'id');
  const hasId = id !== undefined && id !== String(number + 1);
  return (
    <StoryCard
      title={hasId ? t('contacts.withId', { ...shown, id }) : t('contacts.contact', shown)}
      request={request}
      who={who}
      closeUp={closeUp}
      contact={contact}
      story={{ part: String(number + 1) }}
      left={left}
      facts={facts?.words}
      zone={valueOfRole(schema, facts?.words, 'zone')}
    />
  );
}
