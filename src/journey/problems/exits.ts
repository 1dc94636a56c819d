import { reachedSteps, stepEntries, stepOf } from '../graph.ts';
import { freshStepId, type StepId } from '../ids.ts';
import type { ExitRule, Journey } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { CheckStep, Response } from '../steps/check.ts';
import { exitWords, fixedExitWords } from '../steps/exitWords.ts';
import { exitsOf, type Step, STEP_DEFINITIONS } from '../steps/index.ts';

const COLUMN = 320;

/** Exits that lead nowhere, carry the same name, or can never be taken. */
export function findExitProblems(journey: Journey): readonly Problem[] {
  const reached = reachedSteps(journey);
  return stepEntries(journey).flatMap(([id, step]) => [
    ...namedTwice(id, step),
    ...(reached.has(id) ? dangling(journey, id, step) : []),
    ...(step.kind === 'check' ? deadened(journey, id, step) : []),
  ]);
}

function namedTwice(id: StepId, step: Step): readonly Problem[] {
  const exits = exitsOf(step);
  const twice = new Set(exits.filter((exit, index) => exits.indexOf(exit) !== index));
  return [...twice].map((exit) => ({
    code: 'exit-named-twice',
    severity: 'error',
    words: `The exits ${namesOf(step, exit).join(' and ')} of this step have one id in the file, so nobody can tell which link is whose. Remove one of them and add it again.`,
    values: { exit },
    step: id,
  }));
}

/** What the exits of this id are called: a branch may have taken the id of another, or that of everyone else. */
function namesOf(step: Step, exit: string): readonly string[] {
  const parts = step.kind === 'split' ? step.branches : step.kind === 'experiment' ? step.arms : [];
  const own = parts.filter(({ id }) => id === exit).map(({ name }) => name);
  return (own.length > 1 ? own : [...own, fixedExitWords(exit)]).map((name) => `“${name}”`);
}

function dangling(journey: Journey, id: StepId, step: Step): readonly Problem[] {
  const links = journey.links[id] ?? {};
  const exits = exitsOf(step);
  return exits
    .filter((exit) => !Object.hasOwn(links, exit))
    .map((exit) => ({
      code: 'dangling-exit',
      severity: 'warning',
      words:
        exits.length === 1
          ? 'This step leads nowhere: contacts fall off the journey after it. Connect it to a step, or to an exit.'
          : `“${exitWords(step, exit)}” leads nowhere: contacts who leave by it fall off the journey. Connect it to a step, or to an exit.`,
      values: { exit },
      step: id,
      fix: endHere(journey, id, exit),
    }));
}

function endHere(journey: Journey, from: StepId, exit: string): NonNullable<Problem['fix']> {
  const id = freshStepId(journey, 'exit');
  const at = journey.layout[from] ?? { x: 0, y: 0 };
  return {
    type: 'several',
    edits: [
      { type: 'addStep', id, step: STEP_DEFINITIONS.exit.defaults(), at: { x: at.x + COLUMN, y: at.y } },
      { type: 'connect', from, exit, to: id },
    ],
  };
}

/** Exit rules are looked at before a check answers, so what the rule waits for never comes out of the check. */
function deadened(journey: Journey, id: StepId, step: CheckStep): readonly Problem[] {
  const dead = step.responses.filter((response) =>
    journey.settings.exitRules.some((rule) => takes(journey, rule, response, step)),
  );
  return dead.map((response) => ({
    code: 'exit-rule-deadens-check',
    severity: 'warning',
    words: `An exit rule takes contacts out of the journey when they have ${response}, so “${exitWords(step, response)}” of this check stays empty. Remove the rule or switch that response off.`,
    values: { response },
    step: id,
    fix: {
      type: 'changeStep',
      id,
      step: { ...step, responses: step.responses.filter((other) => other !== response) },
    },
  }));
}

function takes(journey: Journey, { when }: ExitRule, response: Response, step: CheckStep): boolean {
  if (when.kind === 'converted') return response === 'converted';
  if (when.kind !== 'unsubscribed' || response !== 'unsubscribed') return false;
  const message = step.on === 'latest' ? undefined : stepOf(journey, step.on);
  return when.channel === 'any' || (message?.kind === 'message' && message.channel === when.channel);
}
