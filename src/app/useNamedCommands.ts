import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LayoutTemplate, Workflow } from 'lucide-react';
import { useLocation } from 'wouter';
import { stepCommands } from '../features/edit-journey/commands/stepCommands.ts';
import { ownCopyOf } from '../features/manage-journeys/copies.ts';
import type { BringIn } from '../features/manage-journeys/useBringIn.tsx';
import { useFormat } from '../i18n/useFormat.ts';
import type { Journey } from '../journey/journey.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import type { Command } from '../ui/commands/command.ts';

interface NamedMeans {
  readonly add: BringIn['add'];
  readonly attempt: BringIn['attempt'];
  /** A journey is open now: the canvas is shown. */
  readonly onOpened: () => void;
  /** Somebody is about to search: templates are read. */
  readonly wanted: boolean;
}

/** Journeys and templates by name; away from the canvas, which has its own, the steps of the open journey as well. */
export function useNamedCommands({ add, attempt, onOpened, wanted }: NamedMeans): () => readonly Command[] {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const [location] = useLocation();
  const templates = useTemplateJourneys(wanted);
  return useCallback(() => {
    const { journey: open, library, select, openJourney } = store.getState();
    const show = (id: Parameters<typeof select>[0][number]) => {
      select([id]);
      onOpened();
    };
    const steps =
      open && location !== '/'
        ? stepCommands(open, { t, format, currency: open.settings.currency }, show)
        : [];
    const others = library.filter(({ id }) => id !== open?.id);
    return [
      ...steps,
      ...others.map(({ id, name }) => ({
        id: `journey.${id}`,
        label: t('shell.commands.openNamed', { name }),
        group: t('manageJourneys.own'),
        icon: Workflow,
        run: () =>
          attempt(async () => {
            await openJourney(id);
            if (store.getState().journey?.id !== id) throw new Error(t('manageJourneys.gone'));
            onOpened();
          }),
      })),
      ...templates.map((template) => ({
        id: `template.${template.id}`,
        label: t('shell.commands.startFrom', { name: template.name }),
        ...(template.brief !== undefined && { words: template.brief }),
        group: t('manageJourneys.templates'),
        icon: LayoutTemplate,
        run: () => add(ownCopyOf(template, store.getState().defaults)),
      })),
    ];
  }, [t, format, store, location, templates, add, attempt, onOpened]);
}

/** Read when they are first wanted; those that cannot be read are left out here, and the library says so. */
function useTemplateJourneys(wanted: boolean): readonly Journey[] {
  const [journeys, setJourneys] = useState<readonly Journey[]>([]);
  const isMissing = journeys.length === 0;
  useEffect(() => {
    if (!wanted || !isMissing) return;
    let shown = true;
    readTemplates().then(
      (read) => shown && setJourneys(read),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [wanted, isMissing]);
  return journeys;
}

async function readTemplates(): Promise<readonly Journey[]> {
  const { loadTemplate, TEMPLATES } = await import('../features/manage-journeys/templates.ts');
  const read = await Promise.allSettled(TEMPLATES.map((name) => loadTemplate(name)));
  return read.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? [one.value.journey] : []));
}
