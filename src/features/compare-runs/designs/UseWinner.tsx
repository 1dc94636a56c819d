import { Check } from 'lucide-react';
import type { Difference } from '../../../analytics/comparePaired.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Design } from '../../../compile/response/assumption.ts';
import { Button } from '../../../ui/Button.tsx';
import { useAdopt } from '../adopt/useAdopt.ts';
import type { Figures } from '../numbers/figures.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import { withScenario } from '../scenarios/scenario.ts';
import { kindOf } from './designRef.ts';
import type { RanDesign } from './runDesigns.ts';
import { chanceBetter } from './verdict.ts';

interface UseWinnerProps {
  readonly base: RanDesign;
  readonly other: RanDesign;
  readonly difference: Difference;
  readonly metric: PairedMetric;
  readonly parameters: Parameters;
  readonly figures: Figures;
}

/** Puts the one that is certainly better in the place of the open journey, if it is a scenario or a version of it. */
export function UseWinner({ base, other, difference, metric, parameters, figures }: UseWinnerProps) {
  const adopt = useAdopt();
  const winner = chanceBetter(metric, difference) > 0.5 ? other : base;
  const design = difference.certain && !difference.same ? adopted(winner, parameters) : undefined;
  if (!design) return null;
  return (
    <div>
      <Button icon={Check} onClick={() => adopt(design, winner.name)}>
        {figures.t('compareRuns.adopt.use', { name: winner.name })}
      </Button>
    </div>
  );
}

/** A scenario changes the journey as it is now; another journey takes nobody's place. */
function adopted({ ref, changes, design }: RanDesign, now: Parameters): Design | undefined {
  switch (kindOf(ref)) {
    case 'scenario':
      return withScenario({ changes }, now.design, now.all);
    case 'version':
      return { ...now.design, journey: { ...design.journey, id: now.design.journey.id } };
    case 'now':
    case 'journey':
      return undefined;
  }
}
