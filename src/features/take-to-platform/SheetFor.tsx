import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Download, Printer } from 'lucide-react';
import type { BuildSheet, SheetTask } from '../../journey/portability.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { fileName } from '../../ui/fileName.ts';
import { FitReport } from './FitReport.tsx';
import { PlatformReport } from './PlatformReport.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { TakeProps } from './takeProps.ts';
import { useMade } from './useMade.ts';
import { type Ticks, useTicks } from './useTicks.ts';
import styles from './take.module.css';

/** A platform that takes no file: what to do there, task by task, each to be ticked off. */
export function SheetFor({ exchange, journey, platform }: TakeProps) {
  const { t } = useTranslation();
  const policies = useWorkspace((workspace) => workspace.policies);
  const ticks = useTicks(platform.id, journey.id);
  const { made, failed } = useMade(
    useCallback(
      () => exchange.sheetFor(platform.id, journey, { policies }),
      [exchange, platform, journey, policies],
    ),
  );
  return (
    <PlatformReport journey={journey} platform={platform} made={made} failed={failed}>
      {made?.ok && (
        <>
          <FitReport fits={made.fits} journey={journey} />
          <ProblemList title={t('takeToPlatform.warnings')} problems={made.warnings} />
          <Sheet exchange={exchange} journey={journey} platform={platform} sheet={made.sheet} ticks={ticks} />
        </>
      )}
    </PlatformReport>
  );
}

interface SheetProps extends TakeProps {
  readonly sheet: BuildSheet;
  readonly ticks: Ticks;
}

function Sheet({ exchange, journey, platform, sheet, ticks }: SheetProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const tasks = sheet.parts.flatMap((part) => part.tasks);
  const done = tasks.filter(({ id }) => ticks.done.has(id)).length;
  const save = () =>
    store
      .getState()
      .ports.files.save(
        fileName(`${journey.name} ${platform.name}`, '.md'),
        'text/markdown',
        exchange.writeSheet(sheet),
      );
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{t('takeToPlatform.output.titleSheet')}</h3>
        <div className={styles.buttons}>
          <Button icon={Printer} onClick={() => window.print()}>
            {t('takeToPlatform.output.print')}
          </Button>
          <Button look="primary" icon={Download} onClick={save}>
            {t('takeToPlatform.output.sheet')}
          </Button>
        </div>
      </div>
      <p className={styles.soft} role="status">
        {t('takeToPlatform.sheet.ticked', { done, all: tasks.length })}{' '}
        {done > 0 && (
          <Button small onClick={ticks.clear}>
            {t('takeToPlatform.sheet.clear')}
          </Button>
        )}
      </p>
      {sheet.parts.map((part) => (
        <section key={part.title} className={styles.part}>
          <h4>{part.title}</h4>
          <ol className={styles.tasks} start={tasks.findIndex(({ id }) => id === part.tasks[0]?.id) + 1}>
            {part.tasks.map((task) => (
              <TaskItem key={task.id} task={task} ticks={ticks} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function TaskItem({ task, ticks }: { readonly task: SheetTask; readonly ticks: Ticks }) {
  const done = ticks.done.has(task.id);
  return (
    <li className={styles.task} data-done={done || undefined}>
      <label>
        <input type="checkbox" checked={done} onChange={() => ticks.toggle(task.id)} />
        <span>{task.words}</span>
      </label>
      {task.settings.length > 0 && (
        <dl className={styles.settings}>
          {task.settings.map(({ name, value }, index) => (
            <div key={`${index} ${name}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {task.remarks.map((remark) => (
        <p key={remark} className={styles.soft}>
          {remark}
        </p>
      ))}
    </li>
  );
}
