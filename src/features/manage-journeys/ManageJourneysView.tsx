import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUp, Plus, Search, Workflow } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useNotices } from '../../ui/notices.ts';
import type { Journey } from '../../journey/journey.ts';
import type { JourneySummary } from '../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { emptyJourney, importedAs, ownCopyOf } from './copies.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { MermaidDialog } from './MermaidDialog.tsx';
import { OwnJourneyCard } from './OwnJourneyCard.tsx';
import { ProblemsDialog, type RefusedFile } from './ProblemsDialog.tsx';
import { readJourneyFile } from './readJourneyFile.ts';
import { TemplateCard } from './TemplateCard.tsx';
import { useTemplates } from './useTemplates.ts';
import styles from './library.module.css';

/** The library: one's own journeys, templates, and the ways to bring one in. `onOpened`: a journey was opened. */
export function ManageJourneysView({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const library = useWorkspace((workspace) => workspace.library);
  const { templates, missing } = useTemplates();
  const attempt = useAttempt();
  const [searched, setSearched] = useState('');
  const [leaving, setLeaving] = useState<JourneySummary>();
  const [refused, setRefused] = useState<RefusedFile>();
  const [pasting, setPasting] = useState(false);

  const add = (journey: Journey) =>
    attempt(async () => {
      await store.getState().addJourney(journey);
      onOpened();
    });
  const open = (id: JourneySummary['id']) =>
    attempt(async () => {
      await store.getState().openJourney(id);
      if (store.getState().journey?.id !== id) throw new Error(t('manageJourneys.gone'));
      onOpened();
    });
  const importFile = (file: File) =>
    attempt(async () => {
      const parsed = await readJourneyFile(file, t);
      if (!parsed.ok) return setRefused({ file: file.name, problems: parsed.problems });
      add(importedAs(parsed.journey, new Set(library.map(({ id }) => id))));
    });

  const matches = (...texts: readonly (string | undefined)[]) =>
    texts.some((text) => text?.toLowerCase().includes(searched.trim().toLowerCase()));
  const own = library.filter(({ name }) => matches(name)).toSorted((a, b) => b.editedAt - a.editedAt);
  const shown = templates.filter(({ journey }) => matches(journey.name, journey.brief));
  return (
    <div
      className={styles.view}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) importFile(file);
      }}
    >
      <header className={styles.head}>
        <div className={styles.heading}>
          <h1>{t('manageJourneys.title')}</h1>
          <p className={styles.intro}>{t('manageJourneys.intro')}</p>
        </div>
        <div className={styles.ways}>
          <FileButton onFile={importFile} />
          <Button icon={Workflow} onClick={() => setPasting(true)}>
            {t('manageJourneys.pasteMermaid')}
          </Button>
          <Button look="primary" icon={Plus} onClick={() => add(emptyJourney(t('manageJourneys.emptyName'), Date.now()))}>
            {t('manageJourneys.startEmpty')}
          </Button>
        </div>
      </header>
      <Field label={t('manageJourneys.search')} hideLabel className={styles.search ?? ''}>
        <TextInput type="search" placeholder={t('manageJourneys.search')} value={searched} onChange={setSearched} />
      </Field>
      {searched.trim() !== '' && own.length + shown.length === 0 && (
        <EmptyState
          icon={Search}
          title={t('manageJourneys.nothingFound', { text: searched.trim().slice(0, 60) })}
          action={<Button onClick={() => setSearched('')}>{t('manageJourneys.clearSearch')}</Button>}
        >
          {t('manageJourneys.nothingFoundHint')}
        </EmptyState>
      )}
      {(own.length > 0 || searched.trim() === '') && (
        <section aria-labelledby="own-journeys" className={styles.section}>
          <h2 id="own-journeys">{t('manageJourneys.own')}</h2>
          {own.length === 0 && <p className={styles.intro}>{t('manageJourneys.noOwnHint')}</p>}
          <ul className={styles.grid}>
            {own.map((summary) => (
              <OwnJourneyCard
                key={summary.id}
                summary={summary}
                onOpen={() => open(summary.id)}
                onDuplicate={add}
                onDelete={() => setLeaving(summary)}
              />
            ))}
          </ul>
        </section>
      )}
      {(shown.length > 0 || searched.trim() === '') && (
        <section aria-labelledby="templates" className={styles.section}>
          <h2 id="templates">{t('manageJourneys.templates')}</h2>
          <p className={styles.intro}>{t('manageJourneys.templatesHint')}</p>
          <ul className={styles.grid}>
            {shown.map(({ name, journey }) => (
              <TemplateCard key={name} journey={journey} onUse={() => add(ownCopyOf(journey))} />
            ))}
          </ul>
          {missing > 0 && <p className={styles.intro}>{t('manageJourneys.templatesMissing', { count: missing })}</p>}
        </section>
      )}
      <DeleteDialog
        leaving={leaving}
        onClose={() => setLeaving(undefined)}
        onDelete={(id) => attempt(() => store.getState().removeJourney(id))}
      />
      <ProblemsDialog refused={refused} onClose={() => setRefused(undefined)} />
      <MermaidDialog open={pasting} onClose={() => setPasting(false)} onCreate={add} />
    </div>
  );
}

/** Runs what may fail; what went wrong is said, and nothing else happens. */
function useAttempt(): (work: () => Promise<void>) => void {
  const { t } = useTranslation();
  const notices = useNotices();
  return (work) => {
    work().catch((error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      notices.say(t('manageJourneys.failedText', { words }), { tone: 'bad' });
    });
  };
}

function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
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
        accept=".json,application/json"
        hidden
        aria-label={t('manageJourneys.importFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
