import { linksOf, stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey, Link } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Portability } from '../portability.ts';
import type { StepParts } from './parts.ts';

/** Where lowering wrote another step in the place of one. */
export function tellRewritten(step: Step, before: Step | undefined, source: StepId, port: Portability): void {
  if (!before || before.kind === 'escalate' || sameJson(step, before)) return;
  port.say('emulated', source, {
    code: 'rewritten',
    words:
      'What this asks about never happens or happens in several copies of a step, so it is asked otherwise.',
    returns: false,
  });
}

/** Links of exits that no event of their step leads out by. */
export function untakenLinks(
  journey: Journey,
  parts: ReadonlyMap<StepId, StepParts>,
  reached: ReadonlySet<StepId>,
): readonly Link[] {
  return linksOf(journey).filter(({ from, exit }) => {
    const made = parts.get(from);
    if (!made || !reached.has(from)) return false;
    return !made.parts.some(({ out }) => Object.values(out).some((to) => 'exit' in to && to.exit === exit));
  });
}

export function tellUntaken(
  untaken: readonly Link[],
  reached: ReadonlySet<StepId>,
  sourceOf: (id: StepId) => StepId,
  port: Portability,
): void {
  for (const { from, exit, to } of untaken)
    port.say('missing', sourceOf(from), {
      code: 'exit-not-taken',
      words: `Nobody leaves by “${exit}” in Mautic.`,
      values: { exit },
      returns: reached.has(to),
    });
}

export function tellLeftOut(
  journey: Journey,
  reached: ReadonlySet<StepId>,
  sourceOf: (id: StepId) => StepId,
  port: Portability,
): void {
  for (const [id] of stepEntries(journey))
    if (!reached.has(id))
      port.say('missing', sourceOf(id), {
        code: 'left-out',
        words: 'Nobody comes here in Mautic, so it is left out.',
        returns: false,
      });
}
