import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useFormat } from '../i18n/useFormat.ts';
import { useWorkspace } from '../state/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useDownloads } from './useDownloads.ts';
import styles from './TopBar.module.css';

/** Whether everything is kept, and since when; when not, why, and a way to take the journey along. */
export function SaveStatus() {
  const { t } = useTranslation();
  const save = useWorkspace((workspace) => workspace.save);
  const downloads = useDownloads();
  switch (save.kind) {
    case 'saving':
      return (
        <span className={classes(styles.save, styles.saved)}>
          <Icon of={LoaderCircle} size={14} />
          <span>{t('shell.save.saving')}</span>
        </span>
      );
    case 'failed':
      return (
        <span role="alert" className={classes(styles.save, styles.failed)}>
          <Tooltip words={t('shell.save.failedWhy', { words: save.words })}>
            <span tabIndex={0} className={styles.save}>
              <Icon of={CircleAlert} size={14} />
              <span>{t('shell.save.failed')}</span>
            </span>
          </Tooltip>
          <Button small onClick={downloads.json}>
            {t('shell.save.download')}
          </Button>
        </span>
      );
    case 'saved':
      return save.at === 0 ? null : <Saved at={save.at} />;
  }
}

function Saved({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(at);
  return (
    <span className={classes(styles.save, styles.saved)}>
      <Icon of={Check} size={14} />
      <span>{t('shell.save.savedAgo', { ago: format.ago(Math.max(0, (now - at) / 1000)) })}</span>
    </span>
  );
}

/** The time, looked at every second for a minute after `since`, then every half minute. */
function useNow(since: number): number {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, now - since < 60_000 ? 1000 : 30_000);
    return () => clearInterval(timer);
  }, [now, since]);
  return Math.max(now, since);
}
