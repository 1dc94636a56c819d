import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUp } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';

interface FileButtonProps {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

export function FileButton({ disabled, onFile }: FileButtonProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="primary" icon={FileUp} disabled={disabled} onClick={() => input.current?.click()}>
        {t('manageAudience.importCsv')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        hidden
        aria-label={t('manageAudience.importCsv')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
