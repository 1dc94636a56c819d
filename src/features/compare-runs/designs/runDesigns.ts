import { standings, type Standings } from '../../../analytics/compare/standings.ts';
import type { Report } from '../../../analytics/report.ts';
import type { Design } from '../../../compile/response/assumption.ts';
import { behavesAlike } from '../../../journey/behavesAlike.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { AudienceChoice } from '../../../state/ports.ts';
import { DEFAULT_SEED } from '../../../state/workspace.ts';
import type { Comparer } from '../work/inTurn.ts';
import { told } from '../scenarios/runScenarios.ts';
import type { NamedDesign } from './designRef.ts';

export interface DesignsQuestion {
  readonly designs: readonly NamedDesign[];
  readonly audience: AudienceChoice;
  readonly contacts: number;
}

export interface RanDesign extends NamedDesign {
  readonly report: Report;
}

export interface DesignsResult {
  readonly asked: DesignsQuestion;
  /** Those that could run, the baseline first. */
  readonly ran: readonly RanDesign[];
  readonly blocked: readonly { readonly name: string; readonly problem: string }[];
  /** Undefined where the baseline, or all others, cannot run. */
  readonly standings: Standings | undefined;
}

/** All designs over the same contacts with the same luck; the first is what the others are compared with. */
export async function runDesigns(asked: DesignsQuestion, comparer: Comparer): Promise<DesignsResult> {
  const { designs, audience, contacts } = asked;
  comparer.expect(designs.length * contacts);
  const shared = { audience, contacts, seed: DEFAULT_SEED };
  const outcomes = (await comparer.forecast(designs.map(({ design }) => ({ ...design, ...shared })))).map(
    told,
  );
  const ran = designs.flatMap((one, at) => {
    const outcome = outcomes[at];
    return outcome?.kind === 'run' ? [{ ...one, report: outcome.report }] : [];
  });
  const blocked = designs.flatMap(({ name }, at) => {
    const outcome = outcomes[at];
    return outcome?.kind === 'blocked' ? [{ name, problem: outcome.problem }] : [];
  });
  const hasBase = outcomes[0]?.kind === 'run' && ran.length > 1;
  return {
    asked,
    ran,
    blocked,
    standings: hasBase
      ? standings(
          ran.map(({ report }) => report),
          0,
        )
      : undefined,
  };
}

/** Whether a result is what the question would be answered with now. */
export function isAnswerTo(now: DesignsQuestion, { asked }: DesignsResult): boolean {
  return (
    asked.contacts === now.contacts &&
    asked.audience === now.audience &&
    asked.designs.length === now.designs.length &&
    asked.designs.every(({ ref, design }, at) => {
      const other = now.designs[at];
      return ref === other?.ref && actsAlike(design, other.design);
    })
  );
}

/** Names and places on the canvas do not change what a design does. */
function actsAlike(a: Design, b: Design): boolean {
  return (
    behavesAlike(a.journey, b.journey) &&
    sameJson(a.policies, b.policies) &&
    sameJson(a.calibration, b.calibration)
  );
}
