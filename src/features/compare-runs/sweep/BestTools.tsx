import { useTranslation } from 'react-i18next';
import { Check, FlaskConical } from 'lucide-react';
import { useLocation } from 'wouter';
import { sameJson } from '../../../journey/sameJson.ts';
import { Button } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.ts';
import { useAdopt } from '../adopt/useAdopt.ts';
import type { Figures } from '../numbers/figures.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import { foundChanges, withScenario, type Scenario } from '../scenarios/scenario.ts';
import type { Scenarios } from '../scenarios/useScenarios.ts';
import type { SweepResult } from './runSweep.ts';
import { changesAt } from './sweepFinding.ts';
import { placeWords } from './sweepWords.ts';
import styles from '../compareRuns.module.css';

interface BestToolsProps {
  readonly result: SweepResult;
  /** Of the best. */
  readonly place: number;
  readonly parameters: Parameters;
  readonly scenarios: Scenarios;
  readonly figures: Figures;
}

/** What can be done with the best that a sweep found. */
export function BestTools({ result: { asked }, place, parameters, scenarios, figures }: BestToolsProps) {
  const { t } = figures;
  const adopt = useAdopt();
  const keep = useKeep(scenarios);
  const value = placeWords(asked, place, figures);
  const scenario: Omit<Scenario, 'id'> = {
    name: t('compareRuns.sweep.scenarioName', { value }),
    changes: changesAt(asked, place),
  };
  const { design, all } = parameters;
  // The journey may have lost the number since, or have had this value for a while.
  const isThere = foundChanges(scenario, all).every(({ of, value: best }) => of && of.value !== best);
  return (
    <div className={styles.bar}>
      <Button
        look="primary"
        icon={Check}
        disabled={!isThere}
        onClick={() => adopt(withScenario(scenario, design, all), value)}
      >
        {t('compareRuns.sweep.useBest')}
      </Button>
      <Button icon={FlaskConical} disabled={!scenarios.list} onClick={() => keep(scenario)}>
        {t('compareRuns.sweep.keep')}
      </Button>
      {!isThere && <span className={styles.soft}>{t('compareRuns.sweep.notThere')}</span>}
    </div>
  );
}

/** Adds a scenario, unless one that changes the same is there. */
function useKeep({ list, add }: Scenarios): (scenario: Omit<Scenario, 'id'>) => void {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const notices = useNotices();
  return (scenario) => {
    const known = list?.find(({ changes }) => sameJson(changes, scenario.changes));
    if (!known) add({ ...scenario, id: `s-${crypto.randomUUID()}` });
    const { name } = known ?? scenario;
    notices.say(t(known ? 'compareRuns.sweep.keptBefore' : 'compareRuns.sweep.kept', { name }), {
      action: { label: t('compareRuns.sweep.showScenarios'), run: () => go('/compare/scenarios') },
    });
  };
}
