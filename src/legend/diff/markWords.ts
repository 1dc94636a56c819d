import type { ChangedMark } from '../../journey/diffJourneys.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { FieldWords } from './fieldWords.ts';
import { clipped } from './plainWords.ts';

/** What became of a note or a group, in words. */
export function markWords(mark: ChangedMark, t: Translate): FieldWords {
  const [before, after] =
    mark.kind === 'note'
      ? [mark.before, mark.after].map((note) => note && (clipped(note.text) || t('versions.view.emptyNote')))
      : [mark.before, mark.after].map(
          (group) =>
            group && t('versions.view.groupOf', { name: clipped(group.name), count: group.steps.length }),
        );
  return {
    label: t(`versions.view.${mark.kind}`),
    before: before ?? t('versions.view.noMark'),
    after: after === before ? t('versions.view.sameMark') : (after ?? t('versions.view.noMark')),
  };
}
