import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { problemKeys } from './problemKeys.ts';
import { ProblemLine } from './ProblemLine.tsx';
import styles from './ProblemList.module.css';
import { byTouched } from './touchedContacts.ts';

interface ProblemListProps {
  readonly journey: Journey;
  readonly problems: readonly Problem[];
  readonly onShow: (id: StepId) => void;
  readonly onClose: () => void;
}

/** Everything doubtful about the journey: errors first, then by how many contacts it touches. */
export function ProblemList({ journey, problems, onShow, onClose }: ProblemListProps) {
  const { t } = useTranslation();
  const report = useWorkspace(({ forecast }) => forecast.report);
  const stale = useWorkspace(({ forecast }) => forecast.pending || forecast.problems.length > 0);
  const weighed = useMemo(() => byTouched(problems, report), [problems, report]);
  const keys = problemKeys(weighed.map(({ problem }) => problem));
  const close = useRef<HTMLButtonElement>(null);
  return (
    <>
      <div className={styles.head}>
        <h2>{t('editJourney.problems.title')}</h2>
        <Counts problems={problems} />
        <IconButton
          ref={close}
          icon={X}
          label={t('ui.collapse', { panel: t('editJourney.problems.title') })}
          onClick={onClose}
        />
      </div>
      {problems.length === 0 ? (
        <p className={styles.none}>{t('editJourney.problems.none')}</p>
      ) : (
        <ul className={styles.list} onKeyDown={walk}>
          {weighed.map(({ problem, touched }, at) => (
            <li key={keys[at]} tabIndex={-1}>
              <ProblemLine
                problem={problem}
                step={problem.step && { name: journey.steps[problem.step]?.name ?? problem.step, onShow }}
                touched={touched}
                stale={stale}
                onNoneLeft={() => close.current?.focus()}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Counts({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [t('problems.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('problems.warnings', { count: warnings })] : []),
  ];
  return (
    <>
      <span className={styles.counts}>{parts.join(', ')}</span>
      <span role="status" className="visually-hidden">
        {errors > 0 ? t('problems.errorsNow', { count: errors }) : t('problems.noErrors')}
      </span>
    </>
  );
}

/** Arrow keys go from line to line, to its first button. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const lines = [...event.currentTarget.children];
  const here = lines.findIndex((line) => line.contains(document.activeElement));
  for (let at = here + by; at >= 0 && at < lines.length; at += by) {
    const button = lines[at]?.querySelector('button');
    if (!button) continue;
    event.preventDefault();
    button.focus();
    return;
  }
}
