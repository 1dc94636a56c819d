import type { JourneyDiff } from '../../journey/diffJourneys.ts';
import type { Formats } from '../../i18n/useFormat.ts';
import type { Translate } from '../../i18n/i18n.ts';

const COUNTED = ['added', 'removed', 'changed', 'links', 'settings', 'moved', 'marks'] as const;

/** “2 steps added, 1 removed and 3 links changed”; empty where nothing differs. */
export function diffCounts(
  { steps, links, settings, document, moved, marks }: JourneyDiff,
  t: Translate,
  format: Formats,
): string {
  const counts = {
    added: steps.added.length,
    removed: steps.removed.length,
    changed: steps.changed.length,
    links: links.added.length + links.removed.length + links.redirected.length,
    settings: settings.length + document.length,
    moved: moved.length,
    marks: marks.length,
  };
  const some = COUNTED.filter((name) => counts[name] > 0);
  return format.list(some.map((name) => t(`versions.count.${name}`, { count: counts[name] })));
}
