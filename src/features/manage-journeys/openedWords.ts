import '../../i18n/awayWords.ts';
import { i18n, type Translate } from '../../i18n/i18n.ts';
import { formatsFor } from '../../i18n/useFormat.ts';
import type { OpenedRehearsal } from '../../state/openRehearsal.ts';
import type { Rehearsal } from '../../state/exchangePort.ts';
import { differingFigures } from './differingFigures.ts';

/** Whether the numbers of a rehearsal are the same here, in a sentence. What is not well stays until it is dismissed. */
export function openedWords(opened: OpenedRehearsal, { journey }: Rehearsal, t: Translate) {
  const { name } = journey;
  switch (opened.kind) {
    case 'same':
      return { words: t('report.opened.same', { name }), tone: 'plain' } as const;
    case 'different': {
      const { there, here } = opened;
      const figures = differingFigures(there, here, { journey, t, format: formatsFor(i18n.language) });
      return {
        words: t('report.opened.different', { name, figures }),
        tone: 'bad',
      } as const;
    }
    case 'withoutContacts': {
      const { audience } = opened;
      return {
        words: t('report.opened.withoutContacts', { name, audience }),
        tone: 'bad',
      } as const;
    }
    case 'notMade': {
      const { words } = opened;
      return { words: t('report.opened.notMade', { name, words }), tone: 'bad' } as const;
    }
  }
}
