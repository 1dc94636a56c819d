import { useEffect, useState } from 'react';
import type { Journey } from '../../journey/journey.ts';
import { loadFigures, type FiguresFile } from './templateFigures.ts';
import { JOBS, loadTemplate, TEMPLATE_JOBS, TEMPLATES, type Job, type TemplateName } from './templates.ts';

type Loaded =
  | { readonly state: 'loading' }
  /** The file is not there, or is no journey. */
  | { readonly state: 'missing' }
  | { readonly state: 'ready'; readonly journey: Journey };

export type Template = Loaded & { readonly name: TemplateName; readonly job: Job };

const LOADING: Loaded = { state: 'loading' };
const MISSING: Loaded = { state: 'missing' };

/** Templates in their order, each as it arrives; one that cannot be read leaves the others as they are. */
export function useTemplates(): readonly Template[] {
  const [found, setFound] = useState<Partial<Record<TemplateName, Loaded>>>({});
  useEffect(() => {
    let wanted = true;
    for (const name of TEMPLATES) {
      loadTemplate(name)
        .then((parsed): Loaded => (parsed.ok ? { state: 'ready', journey: parsed.journey } : MISSING))
        .catch(() => MISSING)
        .then((loaded) => wanted && setFound((before) => ({ ...before, [name]: loaded })))
        .catch(() => undefined);
    }
    return () => {
      wanted = false;
    };
  }, []);
  return JOBS.flatMap((job) =>
    TEMPLATE_JOBS[job].map((name): Template => ({ name, job, ...(found[name] ?? LOADING) })),
  );
}

/** What the templates came to; undefined until it is there. Without it the templates are as usable. */
export function useFigures(): FiguresFile | 'missing' | undefined {
  const [figures, setFigures] = useState<FiguresFile | 'missing'>();
  useEffect(() => {
    let wanted = true;
    loadFigures()
      .catch(() => 'missing' as const)
      .then((loaded) => wanted && setFigures(loaded))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, []);
  return figures;
}
