import { useTranslation } from 'react-i18next';
import { Download } from 'lucide-react';
import type { ExchangeFile } from '../../journey/portability.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { Button } from '../../ui/Button.tsx';
import { fileName } from '../../ui/fileName.ts';
import { useNotices } from '../../ui/notices.ts';
import type { TakeProps } from './takeProps.ts';
import styles from './take.module.css';

interface OutputFilesProps extends TakeProps {
  readonly files: readonly ExchangeFile[];
}

/** The files themselves: one is saved as it is, several as one archive or one by one. */
export function OutputFiles({ exchange, journey, platform, files }: OutputFilesProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const save = ({ name, type, text }: ExchangeFile) => {
    store.getState().ports.files.save(name, type, text);
    notices.say(t('takeToPlatform.output.saved', { name }));
  };
  const saveAll = () => {
    const [only] = files;
    if (only && files.length === 1) {
      save(only);
      return;
    }
    const name = fileName(`${journey.name} ${platform.name}`, '.zip');
    exchange.zipOf(files).then(
      (archive) => {
        store.getState().ports.files.save(name, 'application/zip', new Blob([archive]));
        notices.say(t('takeToPlatform.output.saved', { name }));
      },
      (error: unknown) => notices.say(wordsOf(error), { tone: 'bad' }),
    );
  };
  const main =
    files.length === 1
      ? t('takeToPlatform.output.save')
      : t('takeToPlatform.output.saveAll', { count: files.length });
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{t('takeToPlatform.output.title')}</h3>
        <Button look="primary" icon={Download} onClick={saveAll}>
          {main}
        </Button>
      </div>
      {files.length > 1 && <p className={styles.soft}>{t('takeToPlatform.output.order')}</p>}
      <ol className={styles.files}>
        {files.map((file) => (
          <li key={file.name}>
            <code>{file.name}</code>
            <span className={styles.soft}>
              {t('takeToPlatform.output.bytes', { size: kilobytes(file.text) })}
            </span>
            {files.length > 1 && (
              <Button
                small
                onClick={() => save(file)}
                aria-label={t('takeToPlatform.output.saveNamed', { name: file.name })}
              >
                {t('takeToPlatform.output.save')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function kilobytes(text: string): string {
  return (new TextEncoder().encode(text).length / 1000).toFixed(1);
}
