import '../../../i18n/awayWords.ts';
import '../../../i18n/moneyWords.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileCode, Package, Printer } from 'lucide-react';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { Button } from '../../../ui/Button.tsx';
import { fileName } from '../../../ui/fileName.ts';
import { useNotices } from '../../../ui/notices.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { useBothWorlds } from '../money/useBothWorlds.ts';
import type { SectionProps } from '../section.ts';
import { RunList } from './RunList.tsx';
import { Sheet } from './Sheet.tsx';
import { standaloneHtml } from './standaloneHtml.ts';
import { usePrintedSheet } from './usePrintedSheet.ts';
import { useRehearsalFile } from './useRehearsalFile.ts';
import styles from './report.module.css';

const PAPERS = ['a4', 'letter'] as const;
type Paper = (typeof PAPERS)[number];

/** Ways to take the results along: a file that makes them again, a page of paper, a page of the web; and the runs before. */
export function ReportSection({ run }: SectionProps) {
  const { t, i18n } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const sheet = useRef<HTMLElement>(null);
  // Where inches are the usual measure, so is Letter.
  const [paper, setPaper] = useState<Paper>(/-(US|CA|MX|PH)$/.test(navigator.language) ? 'letter' : 'a4');
  const saveRehearsal = useRehearsalFile();
  const { lift, isStale, isComing: isAsked } = useBothWorlds(run);
  const isComing = isAsked && (lift === undefined || isStale);
  usePrintedSheet(sheet);
  const { name } = run.request.journey;
  const attempt = (work: () => Promise<void>) => {
    work().catch((error: unknown) =>
      notices.say(t('report.take.failed', { words: wordsOf(error) }), { tone: 'bad' }),
    );
  };
  const saveHtml = () => {
    if (!sheet.current) return;
    const html = standaloneHtml(sheet.current, {
      title: name,
      language: i18n.language,
      workshop: styles.workshop ?? '',
    });
    store.getState().ports.files.save(fileName(name, '.html'), 'text/html', html);
  };
  return (
    <div className={styles.section}>
      <section className={styles.card} aria-label={t('report.take.title')}>
        <h2>{t('report.take.title')}</h2>
        <ul className={styles.ways}>
          <li>
            <Button
              look="primary"
              icon={Package}
              onClick={() => attempt(() => saveRehearsal(run, Date.now()))}
            >
              {t('report.take.file')}
            </Button>
            <p className={styles.soft}>{t('report.take.fileHelp')}</p>
          </li>
          <li>
            <div className={styles.print}>
              <Button icon={Printer} disabled={isComing} onClick={() => window.print()}>
                {t('report.take.print')}
              </Button>
              <SegmentedControl
                label={t('report.take.paper')}
                value={paper}
                onChange={setPaper}
                options={PAPERS.map((value) => ({ value, label: t(`report.take.${value}`) }))}
              />
            </div>
            <p className={styles.soft}>{t('report.take.printHelp')}</p>
          </li>
          <li>
            <Button icon={FileCode} disabled={isComing} onClick={saveHtml}>
              {t('report.take.html')}
            </Button>
            <p className={styles.soft}>{t('report.take.htmlHelp')}</p>
          </li>
        </ul>
      </section>
      <RunList run={run} />
      <section className={styles.preview} aria-label={t('report.take.preview')}>
        <p className={styles.soft} role="status">
          {t(isComing ? 'report.sheet.waiting' : 'report.take.preview')}
        </p>
        <div className={styles.desk} tabIndex={0} role="group" aria-label={t('report.take.preview')}>
          <Sheet ref={sheet} run={run} paper={paper} caused={{ lift, isComing }} />
        </div>
      </section>
    </div>
  );
}
