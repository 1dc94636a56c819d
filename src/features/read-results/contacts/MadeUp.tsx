import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lucksOf } from '../../../analytics/stories/lucks.ts';
import { askedColumns } from '../../../audience/askedColumns.ts';
import type { AudienceSchema } from '../../../audience/audience.ts';
import { fitsColumn, type ContactForm } from '../../../audience/oneContact.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Luck, ToldStory } from '../../../state/litWay.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { LuckChoice } from './LuckChoice.tsx';
import { MadeUpForm } from './MadeUpForm.tsx';
import { StoryCard } from './StoryCard.tsx';
import { useCloseUp } from './useCloseUp.ts';
import { valueOfRole } from './useFacts.ts';
import styles from './contacts.module.css';

interface MadeUpProps {
  readonly request: SimulationRequest;
  readonly schema: AudienceSchema;
  /** Of the address. */
  readonly part: string | undefined;
  /** As it was left for the canvas. */
  readonly left: ToldStory | undefined;
}

/** So many lucks tell what is usual for somebody. */
const LUCKS = 200;

/** Somebody who is not in the audience, walked through the journey. */
export function MadeUp({ request, schema, part, left }: MadeUpProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(() => askedColumns(request.journey, schema), [request, schema]);
  const [form, setForm] = useState<ContactForm | undefined>(left?.madeUp?.form);
  const [luck, setLuck] = useState<Luck>(left?.madeUp?.luck ?? 'typical');
  const [number, setNumber] = useState(left?.madeUp?.number ?? 0);
  const isFit = columns.every((column) => fitsColumn(column, form?.[column.name] ?? ''));
  const settled = useSettled(form, SETTLED_MILLISECONDS);
  const own = luck === 'own';
  const who = useMemo(
    () =>
      ({
        kind: 'madeUp',
        form: settled ?? {},
        from: own ? number : 0,
        to: own ? number + 1 : LUCKS,
      }) as const,
    [settled, own, number],
  );
  const asked = useMemo(
    () => (isFit && settled ? { request, who } : undefined),
    [request, who, isFit, settled],
  );
  const { closeUp, words, pending } = useCloseUp(asked);
  const lucks = useMemo(() => closeUp && lucksOf(closeUp.playback), [closeUp]);
  const contact = closeUp?.contacts[lucks && !own ? lucks[luck] : 0];
  const shared = closeUp?.playback.approximate !== undefined;
  return (
    <div className={styles.columns}>
      <section className={styles.picker} aria-label={t('contacts.madeUp.title')}>
        <MadeUpForm
          request={request}
          schema={schema}
          columns={columns}
          form={form ?? {}}
          filled={left?.madeUp !== undefined}
          onChange={setForm}
        />
        <LuckChoice luck={luck} lucks={LUCKS} number={number} onLuck={setLuck} onNumber={setNumber} />
      </section>
      {closeUp && lucks && contact ? (
        <div className={styles.made} aria-busy={pending}>
          {!own && lucks.endings.length === LUCKS && (
            <p role="status">
              {t('contacts.madeUp.summary', {
                lucks: format.number(LUCKS),
                messages: format.number(lucks.messages, 1),
                converted: format.rate(lucks.converted),
                unsubscribed: format.rate(lucks.unsubscribed),
              })}{' '}
              {shared && t('contacts.madeUp.alone')}
            </p>
          )}
          <StoryCard
            key={contact.number}
            title={t('contacts.madeUp.name', {
              number: format.number(contact.number),
            })}
            request={request}
            who={who}
            closeUp={closeUp}
            contact={contact}
            story={{ part, madeUp: { form: form ?? {}, luck, number } }}
            left={left}
            zone={valueOfRole(schema, form, 'zone')}
          />
        </div>
      ) : (
        <p role="status" className={styles.hint}>
          {words === undefined ? t('contacts.madeUp.working') : t('contacts.storyFailed', { words })}
        </p>
      )}
    </div>
  );
}

/** Longer than between two keys. */
const SETTLED_MILLISECONDS = 300;
