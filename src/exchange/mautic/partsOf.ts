import type { Step } from '../../journey/steps/index.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { checkParts } from './checkParts.ts';
import { ruleParts } from './conditions.ts';
import { ladderParts } from './ladderParts.ts';
import { messageParts } from './messageParts.ts';
import { DO_NOTHING } from './doNothing.ts';
import { experimentParts, handoffParts, updateParts } from './otherParts.ts';
import { action, type StepParts, type Surroundings } from './parts.ts';

/** The events that a step is written as; undefined: it is none, but a source, the time of an event or the end of a path. */
export function partsOf(step: Step, around: Surroundings): StepParts | undefined {
  switch (step.kind) {
    case 'entry':
    case 'wait':
    case 'exit':
      return undefined;
    case 'split': {
      const asked = step.branches.map(({ id, rule }) => ({ rule, exit: id }));
      if (asked.length > 1)
        around.say('emulated', {
          code: 'split-chained',
          words: `${asked.length} branches are conditions one after the other; the first that matches wins as before.`,
          values: { branches: asked.length },
          returns: true,
        });
      return { parts: ruleParts(asked, ELSE, around) };
    }
    case 'experiment':
      return experimentParts(step, around);
    case 'message':
      return messageParts(step, around);
    case 'check':
      return checkParts(step, around);
    case 'escalate':
      return ladderParts(step, around);
    case 'update':
      return updateParts(step, around);
    case 'handoff':
      return handoffParts(step, around);
    case 'goal':
      around.say('emulated', {
        code: 'milestone',
        words:
          'An action that changes the points by 0 stands for the milestone; Mautic’s statistics of the campaign count who comes to it.',
        returns: true,
      });
      return { parts: [action(DO_NOTHING.type, DO_NOTHING.properties, { exit: 'next' })] };
  }
}
