import { useCallback, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface FileChooser {
  /** Asks for a file; nothing happens when none is chosen. */
  readonly choose: () => void;
  /** To be rendered once by whoever uses this. */
  readonly input: ReactNode;
}

/** The system's way to choose a journey, a rehearsal or a Mermaid file. */
export function useFileChooser(onFile: (file: File) => void): FileChooser {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={chooser}
      type="file"
      hidden
      aria-label={t('shell.more.open')}
      accept=".json,.rehearsal,.mmd,.mermaid,.md,.txt,application/json"
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        if (file) onFile(file);
        // The same file may be chosen again after it was mended.
        event.target.value = '';
      }}
    />
  );
  return { choose: useCallback(() => chooser.current?.click(), []), input };
}
