import { useEffect, useState } from 'react';
import type { Journey } from '../../journey/journey.ts';
import { loadTemplate, TEMPLATES, type TemplateName } from './templates.ts';

export interface Template {
  readonly name: TemplateName;
  readonly journey: Journey;
}

/** Templates as they arrive, in their order; one that cannot be read is left out and counted. */
export function useTemplates(): { readonly templates: readonly Template[]; readonly missing: number } {
  const [found, setFound] = useState<Partial<Record<TemplateName, Journey | 'missing'>>>({});
  useEffect(() => {
    let wanted = true;
    for (const name of TEMPLATES) {
      loadTemplate(name)
        .then((parsed) => (parsed.ok ? parsed.journey : ('missing' as const)))
        .catch(() => 'missing' as const)
        .then((journey) => wanted && setFound((before) => ({ ...before, [name]: journey })))
        .catch(() => undefined);
    }
    return () => {
      wanted = false;
    };
  }, []);
  const templates = TEMPLATES.flatMap((name): Template[] => {
    const journey = found[name];
    return journey && journey !== 'missing' ? [{ name, journey }] : [];
  });
  return { templates, missing: Object.values(found).filter((one) => one === 'missing').length };
}
