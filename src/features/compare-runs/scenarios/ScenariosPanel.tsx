import { useTranslation } from 'react-i18next';
import { FlaskConical, Play, Plus } from 'lucide-react';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { Parameters } from '../numbers/useParameters.ts';
import { useFigures } from '../numbers/useFigures.ts';
import type { JobOf } from '../work/useJob.ts';
import { WorkStatus } from '../work/WorkStatus.tsx';
import { firstValue } from './firstValue.ts';
import { runScenarios, type ScenarioResult } from './runScenarios.ts';
import { ScenarioCard } from './ScenarioCard.tsx';
import { ScenarioTable } from './ScenarioTable.tsx';
import type { Scenarios } from './useScenarios.ts';
import styles from '../compareRuns.module.css';

interface ScenariosPanelProps {
  readonly contacts: number;
  readonly scenarios: Scenarios;
  readonly parameters: Parameters;
  readonly job: JobOf<ScenarioResult>;
}

/** What-ifs of the open journey, each with what it does to the figures. */
export function ScenariosPanel({ contacts, scenarios, parameters, job }: ScenariosPanelProps) {
  const { t } = useTranslation();
  const audience = useWorkspace((workspace) => workspace.audience);
  const { design, all } = parameters;
  const figures = useFigures(design.journey.settings.currency);
  const { result, progress } = job;
  const list = scenarios.list ?? [];
  const asked = { design, audience, contacts, scenarios: list, all };
  const start = () => job.start((comparer) => runScenarios(asked, comparer));
  const [first] = all;
  const add = () => {
    if (!first) return;
    const name = t('compareRuns.scenarios.newName', { number: list.length + 1 });
    const changes = [{ parameter: first.id, value: firstValue(first) }];
    scenarios.add({ id: `s-${crypto.randomUUID()}`, name, changes });
  };
  const isStale =
    result !== undefined &&
    progress === undefined &&
    (result.asked.design !== design ||
      result.asked.scenarios !== list ||
      result.asked.contacts !== contacts ||
      result.asked.audience !== audience);
  return (
    <>
      {list.length === 0 && scenarios.list && (
        <EmptyState icon={FlaskConical} title={t('compareRuns.scenarios.empty')}>
          {first ? t('compareRuns.scenarios.emptyHelp') : t('compareRuns.parameter.none')}
        </EmptyState>
      )}
      <div className={styles.cards}>
        {list.map((scenario) => (
          <ScenarioCard
            key={scenario.id}
            scenario={scenario}
            parameters={parameters}
            figures={figures}
            onChange={scenarios.change}
            onRemove={() => scenarios.remove(scenario.id)}
          />
        ))}
      </div>
      <div className={styles.bar}>
        <Button icon={Plus} disabled={!first || !scenarios.list} onClick={add}>
          {t('compareRuns.scenarios.add')}
        </Button>
        <Button
          look="primary"
          icon={Play}
          disabled={list.length === 0 || progress !== undefined}
          onClick={start}
        >
          {t('compareRuns.scenarios.run')}
        </Button>
        {isStale && (
          <span role="status" className={styles.stale}>
            {t('compareRuns.work.stale')}
          </span>
        )}
      </div>
      <WorkStatus job={job} label={t('compareRuns.scenarios.working')} />
      {result && <ScenarioTable result={result} figures={figures} />}
    </>
  );
}
