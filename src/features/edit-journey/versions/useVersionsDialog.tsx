import { useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../../ui/notices.ts';
import type { VersionsDialogProps } from './VersionsDialog.tsx';

/** Opens the versions of the open journey. Their code is fetched when somebody asks for them; that it could not be is said. */
export function useVersionsDialog(): { readonly show: () => void; readonly dialog: ReactNode } {
  const { t } = useTranslation();
  const notices = useNotices();
  const [Loaded, setLoaded] = useState<ComponentType<VersionsDialogProps>>();
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    import('./VersionsDialog.tsx').then(
      ({ VersionsDialog }) => setLoaded(() => VersionsDialog),
      () => {
        setOpen(false);
        notices.say(t('versions.notLoaded'), { tone: 'bad' });
      },
    );
  };
  return { show, dialog: Loaded && <Loaded open={open} onClose={() => setOpen(false)} /> };
}
