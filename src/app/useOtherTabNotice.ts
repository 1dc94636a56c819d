import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { useNotices } from '../ui/notices.ts';

const CHANNEL = 'rehearsal.saved';

/** Says at once, not only with the next edit here, that another tab changed the journey that is open in this one. */
export function useOtherTabNotice(): void {
  const { t } = useTranslation();
  const notices = useNotices();
  const store = useWorkspaceStore();
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(CHANNEL);
    const stop = store.subscribe(({ save, journey }, before) => {
      if (journey && save.kind === 'saved' && before.save.kind === 'saving') channel.postMessage(journey.id);
    });
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === store.getState().journey?.id) notices.say(t('shell.otherTab'));
    };
    return () => {
      stop();
      channel.close();
    };
  }, [store, t, notices]);
}
