import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { useNotices } from '../../ui/notices.ts';

/** Says when a run has finished, stopped or lost a worker; `onSee` leads to its results. */
export function useRunNotices(onSee: () => void): void {
  const { t } = useTranslation();
  const format = useFormat();
  const notices = useNotices();
  const store = useWorkspaceStore();
  useEffect(
    () =>
      store.subscribe(({ run, journey }, before) => {
        // A run that storage remembers was no news.
        if (run === before.run || before.run.kind !== 'running') return;
        if (run.kind === 'running' && (run.progress.repeats ?? 0) > (before.run.progress.repeats ?? 0))
          notices.say(t('runSimulation.repeated'));
        if (run.kind === 'failed')
          notices.say(t('runSimulation.failed', { words: run.words }), { tone: 'bad' });
        if (run.kind !== 'finished') return;
        const { conversions, profit } = run.run.report.totals;
        const words = t('runSimulation.finished', {
          conversions: format.number(conversions.value),
          profit: format.money(Math.round(profit.value), journey?.settings.currency ?? 'USD'),
        });
        notices.say(words, { action: { label: t('runSimulation.see'), run: onSee } });
      }),
    [store, t, format, notices, onSee],
  );
}
