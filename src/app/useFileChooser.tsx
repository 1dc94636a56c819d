import { useCallback, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_ENDINGS } from '../features/manage-journeys/fileEndings.ts';

interface FileChooser {
  /** Asks for files; nothing happens when none is chosen. */
  readonly choose: () => void;
  /** To be rendered once by whoever uses this. */
  readonly input: ReactNode;
}

/** The system's way to choose a journey, a rehearsal, or files of Mermaid or a platform. */
export function useFileChooser(onFiles: (files: readonly File[]) => void): FileChooser {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={chooser}
      type="file"
      hidden
      multiple
      aria-label={t('shell.more.open')}
      accept={FILE_ENDINGS}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        // The same file may be chosen again after it was mended.
        event.target.value = '';
      }}
    />
  );
  return { choose: useCallback(() => chooser.current?.click(), []), input };
}
