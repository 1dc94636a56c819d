import '../../../i18n/contactsWords.ts';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ToldStory } from '../../../state/litWay.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import type { SectionProps } from '../section.ts';
import { CastPicker } from './CastPicker.tsx';
import { ContactStory } from './ContactStory.tsx';
import { MadeUp } from './MadeUp.tsx';
import { storyRequest } from './storyRequest.ts';
import { useCast } from './useCast.ts';
import { useSchema } from './useFacts.ts';
import styles from './contacts.module.css';

const KINDS = ['run', 'madeUp'] as const;
type Kind = (typeof KINDS)[number];

/** Stories of single contacts: of the run, or made up before anybody is there. */
export function ContactsSection({ run, part }: SectionProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const left = useLeft(part);
  const [kind, setKind] = useState<Kind>(left?.madeUp ? 'madeUp' : 'run');
  const { request: of, report, pending } = run;
  const request = useMemo(() => storyRequest({ request: of, report }), [of, report]);
  const schema = useSchema(request.audience);
  const cast = useCast(pending ? undefined : request);
  const chosen = numberIn(part);
  return (
    <>
      <div className={styles.kinds}>
        <SegmentedControl
          label={t('contacts.who')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`contacts.kinds.${value}`) }))}
        />
      </div>
      {kind === 'run' ? (
        <div className={styles.columns}>
          <CastPicker
            request={request}
            cast={cast}
            pending={pending}
            chosen={chosen}
            rows={Math.max(schema?.rows ?? 0, of.contacts)}
            onChoose={(number) => go(`/results/contacts/${number + 1}`)}
          />
          {chosen === undefined ? (
            <p className={styles.hint}>{t('contacts.choose')}</p>
          ) : (
            <ContactStory key={chosen} request={request} schema={schema} number={chosen} left={left} />
          )}
        </div>
      ) : (
        schema && <MadeUp request={request} schema={schema} part={part} left={left} />
      )}
    </>
  );
}

/** The story that somebody left for the canvas, as she comes back to it; what was lit there goes out. */
function useLeft(part: string | undefined): ToldStory | undefined {
  const store = useWorkspaceStore();
  const [left] = useState(store.getState().way?.story);
  useEffect(() => store.getState().lightWay(undefined), [store]);
  return left?.part === part ? left : undefined;
}

/** Contacts are counted from 1 where people read of them. */
function numberIn(part: string | undefined): number | undefined {
  return part !== undefined && /^[1-9]\d{0,8}$/.test(part) ? Number(part) - 1 : undefined;
}
