import type { Journey, StepId } from './journey.ts';
import type { Problem } from './problem.ts';
import { clip } from './schemaWords.ts';
import { exitsOf } from './steps/index.ts';

/** Links and positions that name what is not there: such a file was cut or put together wrongly, so it is not opened. */
export function findBrokenReferences(journey: Journey): readonly Problem[] {
  return [...brokenLinks(journey), ...strayPositions(journey), ...strayMembers(journey)];
}

function brokenLinks(journey: Journey): Problem[] {
  return Object.entries(journey.links).flatMap(([from, exits]) => {
    const step = stepAt(journey, from);
    if (!step)
      return [broken(`links.${from}`, `links lead from a step “${from}” that is not in the journey`)];
    const names = exitsOf(step);
    return Object.entries(exits).flatMap(([exit, to]) => {
      if (!names.includes(exit))
        return [
          broken(`links.${from}.${exit}`, `the ${step.kind} “${clip(step.name)}” has no exit “${exit}”`),
        ];
      if (!stepAt(journey, to))
        return [
          broken(`links.${from}.${exit}`, `this link leads to a step “${to}” that is not in the journey`),
        ];
      return [];
    });
  });
}

function strayPositions(journey: Journey): Problem[] {
  return Object.keys(journey.layout)
    .filter((id) => !stepAt(journey, id))
    .map((id) => broken(`layout.${id}`, `this is the position of a step “${id}” that is not in the journey`));
}

function strayMembers(journey: Journey): Problem[] {
  const seen = new Set<StepId>();
  return Object.entries(journey.groups ?? {}).flatMap(([id, { steps }]) =>
    steps.flatMap((member, index) => {
      const path = `groups.${id}.steps.${index}`;
      if (!stepAt(journey, member))
        return [broken(path, `this group holds a step “${member}” that is not in the journey`)];
      if (seen.has(member)) return [broken(path, `the step “${member}” is in two groups`)];
      seen.add(member);
      return [];
    }),
  );
}

function stepAt(journey: Journey, id: string) {
  return Object.hasOwn(journey.steps, id) ? journey.steps[id as StepId] : undefined;
}

function broken(path: string, what: string): Problem {
  const words = `At “${path}”, ${what}. Correct the file and open it again.`;
  return { code: 'broken-reference', severity: 'error', words, values: { path }, path };
}
