import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUp, Plus, Search, Workflow } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { JourneySummary } from '../../state/ports.ts';
import type { Journey } from '../../journey/journey.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { emptyJourney, ownCopyOf, startingSoon } from './copies.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { findTemplates } from './findTemplates.ts';
import { OwnJourneyCard } from './OwnJourneyCard.tsx';
import { Templates } from './Templates.tsx';
import { FILE_ENDINGS } from './fileEndings.ts';
import { useBringIn, type BringIn } from './useBringIn.tsx';
import { useTemplates } from './useTemplates.ts';
import styles from './library.module.css';

/** The library: one's own journeys, templates, and the ways to bring one in. `onOpened`: a journey was opened. */
export function ManageJourneysView({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const library = useWorkspace((workspace) => workspace.library);
  const hasOwn = useWorkspace(({ audience }) => audience.kind === 'imported');
  const templates = useTemplates();
  const bring = useBringIn(onOpened);
  const [searched, setSearched] = useState('');

  const wanted = searched.trim().toLowerCase();
  const own = library
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((a, b) => b.editedAt - a.editedAt);
  const shown = findTemplates(templates, searched, t);
  const all = wanted === '';
  const dated = (template: Journey) => (hasOwn ? startingSoon(template, Date.now()) : template);
  return (
    <div className={styles.view}>
      <Head bring={bring} />
      <Field label={t('manageJourneys.search')} hideLabel className={styles.search ?? ''}>
        <TextInput
          type="search"
          placeholder={t('manageJourneys.search')}
          value={searched}
          onChange={setSearched}
        />
      </Field>
      {!all && own.length + shown.length === 0 && (
        <EmptyState
          icon={Search}
          title={t('manageJourneys.nothingFound', { text: searched.trim().slice(0, 60) })}
          action={<Button onClick={() => setSearched('')}>{t('manageJourneys.clearSearch')}</Button>}
        >
          {t('manageJourneys.nothingFoundHint')}
        </EmptyState>
      )}
      {(all || own.length > 0) && <OwnJourneys own={own} bring={bring} onOpened={onOpened} />}
      {shown.length > 0 && (
        <Templates
          templates={shown}
          onUse={(journey) => bring.add(ownCopyOf(dated(journey), store.getState().defaults))}
        />
      )}
      {bring.dialogs}
    </div>
  );
}

function Head({ bring }: { readonly bring: BringIn }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  return (
    <header className={styles.head}>
      <div className={styles.heading}>
        <h1>{t('manageJourneys.title')}</h1>
        <p className={styles.intro}>{t('manageJourneys.intro')}</p>
      </div>
      <div className={styles.ways}>
        <FileButton onFiles={bring.openFiles} />
        <Button icon={Workflow} onClick={bring.pasteMermaid}>
          {t('manageJourneys.pasteMermaid')}
        </Button>
        <Button
          look="primary"
          icon={Plus}
          onClick={() =>
            bring.add(emptyJourney(t('manageJourneys.emptyName'), Date.now(), store.getState().defaults))
          }
        >
          {t('manageJourneys.startEmpty')}
        </Button>
      </div>
    </header>
  );
}

interface OwnJourneysProps {
  readonly own: readonly JourneySummary[];
  readonly bring: BringIn;
  readonly onOpened: () => void;
}

function OwnJourneys({ own, bring, onOpened }: OwnJourneysProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [leaving, setLeaving] = useState<JourneySummary>();
  const open = (id: JourneySummary['id']) =>
    bring.attempt(async () => {
      await store.getState().openJourney(id);
      if (store.getState().journey?.id !== id) throw new Error(t('manageJourneys.gone'));
      onOpened();
    });
  return (
    <section aria-labelledby="own-journeys" className={styles.section}>
      <h2 id="own-journeys">{t('manageJourneys.own')}</h2>
      {own.length === 0 && <p className={styles.intro}>{t('manageJourneys.noOwnHint')}</p>}
      <ul className={styles.grid}>
        {own.map((summary) => (
          <OwnJourneyCard
            key={summary.id}
            summary={summary}
            onOpen={() => open(summary.id)}
            onDuplicate={bring.add}
            onDelete={() => setLeaving(summary)}
          />
        ))}
      </ul>
      <DeleteDialog
        leaving={leaving}
        onClose={() => setLeaving(undefined)}
        onDelete={(id) => bring.attempt(() => store.getState().removeJourney(id))}
      />
    </section>
  );
}

function FileButton({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={FileUp} onClick={() => input.current?.click()}>
        {t('manageJourneys.importFile')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={FILE_ENDINGS}
        multiple
        hidden
        aria-label={t('manageJourneys.importFile')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}
