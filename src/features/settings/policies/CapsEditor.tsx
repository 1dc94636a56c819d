import { useTranslation } from 'react-i18next';
import { freshId } from '../../../journey/ids.ts';
import type { FrequencyCap } from '../../../journey/policies.ts';
import { days } from '../../../journey/units.ts';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { CapFields, CapName } from './CapFields.tsx';
import { keyOf } from '../../../journey/policyParts.ts';
import type { PolicyEditorProps } from './policyEditor.ts';
import { PolicyNotes } from './PolicyNotes.tsx';
import { capSentence } from './policyWords.ts';

/** The schema takes no more. */
const MOST_CAPS = 50;

const FIRST_CAP: Omit<FrequencyCap, 'id'> = {
  max: 3,
  window: { kind: 'rolling', minutes: days(7) },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
};

/** How many messages one contact may get. Several caps all hold; their order says which one decides. */
export function CapsEditor({ policies, onChange, ...notes }: PolicyEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { caps } = policies;
  const named = (cap: Omit<FrequencyCap, 'id'>): FrequencyCap => ({
    ...cap,
    id: freshId(
      caps.map(({ id }) => id),
      'cap',
    ),
  });
  const hasRoom = caps.length < MOST_CAPS;
  return (
    <Section title={t('settings.caps.title')} hint={t('settings.caps.hint')}>
      <RowList
        rows={caps}
        nameOf={({ id }) => id}
        addLabel={t('settings.caps.add')}
        empty={t('settings.caps.none')}
        fresh={hasRoom ? () => named(FIRST_CAP) : undefined}
        copyOf={hasRoom ? named : undefined}
        onChange={(next, field) => onChange({ ...policies, caps: next }, field && `caps.${field}`)}
        head={(cap, at, change) => (
          <CapName
            cap={cap}
            taken={caps.toSpliced(at, 1).map(({ id }) => id)}
            onChange={(id) => change({ ...cap, id }, 'id')}
          />
        )}
        body={(cap, _, change) => (
          <>
            <CapFields cap={cap} onChange={change} />
            <PolicyNotes
              {...notes}
              policyKey={keyOf.cap(cap.id)}
              sentence={capSentence(cap, { t, format })}
              isAbout={({ values }) => values['cap'] === cap.id}
              holds={cap.onCap.kind === 'retry'}
              reason={`cap:${cap.id}`}
            />
          </>
        )}
      />
    </Section>
  );
}
