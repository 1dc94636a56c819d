import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, X } from 'lucide-react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { useNotices } from './notices.ts';
import styles from './NoticeRegion.module.css';

/** Where notices appear and are read out. One per page. */
export function NoticeRegion() {
  const { t } = useTranslation();
  const notices = useNotices();
  const shown = useSyncExternalStore(notices.subscribe, notices.shown);
  return (
    <div role="status" aria-live="polite" className={styles.region}>
      {shown.map((notice) => (
        <div key={notice.key} className={classes(styles.notice, notice.tone === 'bad' && styles.bad)}>
          {notice.tone === 'bad' && <Icon of={CircleAlert} />}
          <span>{notice.words}</span>
          {notice.action && (
            <Button
              small
              onClick={() => {
                notice.action?.run();
                notices.dismiss(notice.key);
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <IconButton small icon={X} label={t('ui.dismiss')} onClick={() => notices.dismiss(notice.key)} />
        </div>
      ))}
    </div>
  );
}
