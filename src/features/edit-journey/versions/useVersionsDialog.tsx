import { useCallback, useState, type ComponentType, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../../../ui/notices.ts';
import type { VersionsDialogProps } from './VersionsDialog.tsx';

interface VersionsOpener {
  /** `saving`: the keyboard comes to the name of a new one. */
  readonly show: (options?: { readonly saving: boolean }) => void;
  readonly dialog: ReactNode;
}

/** Opens the versions of the open journey. Their code is fetched when somebody asks for them; that it could not be is said. */
export function useVersionsDialog(): VersionsOpener {
  const { t } = useTranslation();
  const notices = useNotices();
  const [Loaded, setLoaded] = useState<ComponentType<VersionsDialogProps>>();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const show = useCallback(
    (options?: { readonly saving: boolean }) => {
      setSaving(options?.saving ?? false);
      setOpen(true);
      import('./VersionsDialog.tsx').then(
        ({ VersionsDialog }) => setLoaded(() => VersionsDialog),
        () => {
          setOpen(false);
          notices.say(t('shell.versions.notLoaded'), { tone: 'bad' });
        },
      );
    },
    [notices, t],
  );
  return { show, dialog: Loaded && <Loaded open={open} saving={saving} onClose={() => setOpen(false)} /> };
}
