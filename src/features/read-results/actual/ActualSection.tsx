import '../../../i18n/awayWords.ts';
import { useMemo, useRef, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Download, FileUp, Trash2 } from 'lucide-react';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.ts';
import type { SectionProps } from '../section.ts';
import { useDayWords } from '../useDayWords.ts';
import { DayOrderQuestion } from './DayOrderQuestion.tsx';
import { Launch } from './Launch.tsx';
import { matchActual } from './matchActual.ts';
import { templateCsv } from './templateCsv.ts';
import { useActualFile, type ActualFile } from './useActualFile.ts';
import styles from './actual.module.css';

/** What happened after the launch, beside what was forecast for one. */
export function ActualSection({ run: { request, detail } }: SectionProps) {
  const { t } = useTranslation();
  const { journey } = request;
  const actual = useActualFile(journey.id);
  const notices = useNotices();
  if (!actual.isKnown) return <div className={styles.waiting} />;
  const { file } = actual;
  const remove = () => {
    actual.keep(undefined);
    notices.say(t('actual.removed'), {
      action: { label: t('actual.undo'), run: () => actual.keep(file) },
    });
  };
  return (
    <Drop onFile={actual.read}>
      <div className={styles.head}>
        {!file && (
          <div className={styles.invitation}>
            <h2>{t('actual.empty.title')}</h2>
            <p>{t('actual.empty.help')}</p>
          </div>
        )}
        <div className={styles.actions}>
          <Choose first={!file} onFile={actual.read} />
          <SaveTemplate journey={journey} detail={detail} />
          {file && (
            <Button look="quiet" icon={Trash2} onClick={remove}>
              {t('actual.remove')}
            </Button>
          )}
          {!file && <span className={styles.soft}>{t('actual.drop')}</span>}
        </div>
      </div>
      {actual.unkept !== undefined && (
        <p role="status" className={styles.caution}>
          {t('actual.unkept', { words: actual.unkept })}
        </p>
      )}
      {actual.refused && (
        <div role="alert" className={styles.bad}>
          <p>{t('actual.refused', { file: actual.refused.name })}</p>
          <Reasons reasons={actual.refused.reasons} />
        </div>
      )}
      {actual.asked && <DayOrderQuestion asked={actual.asked} onAnswer={actual.answer} />}
      {file && !detail && (
        <p role="status" className={styles.soft}>
          {t('actual.waiting')}
        </p>
      )}
      {file && detail && <Matched file={file} detail={detail} journey={journey} />}
    </Drop>
  );
}

interface MatchedProps {
  readonly file: ActualFile;
  readonly detail: RunDetail;
  readonly journey: Journey;
}

function Matched({ file, detail, journey }: MatchedProps) {
  const { t } = useTranslation();
  const dayWords = useDayWords(detail.daysPerBucket);
  const matched = useMemo(() => matchActual(file.rows, detail, { journey, t }), [file, detail, journey, t]);
  const days = file.rows.map(({ day }) => day).toSorted();
  const say = (day: string | undefined) => dayWords(day ?? detail.firstDay).label;
  const doubts = [...file.doubts, ...matched.doubts];
  return (
    <>
      <p className={styles.soft}>
        {t('actual.kept', {
          file: file.name,
          count: file.rows.length,
          rows: file.rows.length,
          from: say(days[0]),
          to: say(days.at(-1)),
        })}{' '}
        {'lines' in matched &&
          matched.shiftedFrom !== undefined &&
          t('actual.shifted', {
            from: days[0] ?? '',
            to: days.at(-1) ?? '',
            first: detail.firstDay,
            last: datesOf(detail).at(-1) ?? '',
          })}{' '}
        {'lines' in matched && matched.isBeyond && t('actual.beyond')}
      </p>
      {doubts.length > 0 && (
        <details className={styles.caution} open={!('lines' in matched)}>
          <summary>{t('actual.doubts', { count: doubts.length })}</summary>
          <Reasons reasons={doubts} />
        </details>
      )}
      {'lines' in matched && <Launch matched={matched} detail={detail} journey={journey} />}
    </>
  );
}

const MOST_REASONS = 20;

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.reasons}>
      {reasons.slice(0, MOST_REASONS).map((words) => (
        <li key={words}>{words}</li>
      ))}
      {reasons.length > MOST_REASONS && (
        <li>{t('actual.problems.more', { count: reasons.length - MOST_REASONS })}</li>
      )}
    </ul>
  );
}

interface ChooseProps {
  readonly first: boolean;
  readonly onFile: (file: File) => void;
}

function Choose({ first, onFile }: ChooseProps) {
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const label = t(first ? 'actual.choose' : 'actual.replace');
  return (
    <>
      <Button look={first ? 'primary' : 'secondary'} icon={FileUp} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        accept=".csv,.tsv,.txt,text/csv"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again after it was mended.
          event.target.value = '';
        }}
      />
    </>
  );
}

function SaveTemplate({
  journey,
  detail,
}: {
  readonly journey: Journey;
  readonly detail: RunDetail | undefined;
}) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  return (
    <Button
      icon={Download}
      disabled={!detail}
      onClick={() => {
        if (detail) store.getState().ports.files.save('actual.csv', 'text/csv', templateCsv(journey, detail));
      }}
    >
      {t('actual.template')}
    </Button>
  );
}

/** Takes a table that is dropped here before the page takes it for a journey. */
function Drop({ onFile, children }: { readonly onFile: (file: File) => void; readonly children: ReactNode }) {
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file || !/\.(csv|tsv|txt)$/i.test(file.name)) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div className={styles.section} onDrop={drop}>
      {children}
    </div>
  );
}
