import { STEP_DEFINITIONS } from '../../../journey/steps/index.ts';
import { CAPTURE_TEMPLATE } from '../format.ts';
import { ALONG, called, noted, type RawAction, type ReadContext, type Reading } from './context.ts';
import { readExperiment, readSplit } from './readBranches.ts';
import { readCheck } from './readCheck.ts';
import { readCapture, readHandoff, readUpdate, webhookFor } from './readFunction.ts';
import { readMessage } from './readMessage.ts';
import { readTrigger } from './readTrigger.ts';
import { readWait } from './readWait.ts';

/** Several actions that we wrote for one step; undefined: they are not what we write. */
export function readTogether(actions: readonly RawAction[], context: ReadContext): Reading | undefined {
  const [first, second] = actions;
  if (!first || !second) return undefined;
  switch (first.type) {
    case 'trigger':
      return actions.length === 2 &&
        second.type === 'conditional_branch' &&
        context.ends({ from: second.id, type: 'continue' })
        ? readTrigger([first, second], context)
        : undefined;
    case 'delay':
    case 'wait_until_time_window':
      return actions.every(({ type }) => type === 'delay' || type === 'wait_until_time_window')
        ? readWait(actions, context)
        : undefined;
    case 'wait_until_condition':
      return actions.every(({ type }) => type === first.type) ? readCheck(actions, context) : undefined;
    case 'function':
      return actions.length === 2 && webhookFor(first) === 'handoff' ? readHandoff(actions) : undefined;
    default:
      return undefined;
  }
}

/** One action; whatever has no counterpart here becomes a milestone that people pass. */
export function readAlone(action: RawAction, context: ReadContext): Reading {
  return known(action, context) ?? milestone(action, context);
}

function known(action: RawAction, context: ReadContext): Reading | undefined {
  switch (action.type) {
    case 'trigger':
      return readTrigger([action], context);
    case 'delay':
    case 'wait_until_time_window':
      return readWait([action], context);
    case 'conditional_branch':
      return readSplit(action, context);
    case 'random_cohort_branch':
      return readExperiment(action, context);
    case 'wait_until_condition':
      return readCheck([action], context);
    case 'function_email':
    case 'function_sms':
    case 'function_push':
      return readMessage(action, context);
    case 'function':
      return readFunction(action, context);
    case 'exit':
      return readExit(action);
    default:
      return undefined;
  }
}

function readFunction(action: RawAction, context: ReadContext): Reading | undefined {
  if (webhookFor(action) === 'message') return readMessage(action, context);
  return action.config['template_id'] === CAPTURE_TEMPLATE
    ? readCapture(action)
    : readUpdate(action, context);
}

function readExit(action: RawAction): Reading {
  const { reason } = action.config;
  const step = {
    ...STEP_DEFINITIONS.exit.defaults(),
    name: action.name,
    ...(typeof reason === 'string' && reason !== '' && { reason: reason.slice(0, 10_000) }),
    ...noted(action),
  };
  return { step, ways: [] };
}

function milestone(action: RawAction, context: ReadContext): Reading {
  const { type, config, path, id } = action;
  const template = config['template_id'];
  const what = typeof template === 'string' ? `${type}, ${template}` : type;
  context.warn({
    code: 'step-as-milestone',
    words: `“${called(action)}” is an action that nothing here stands for (${what.slice(0, 100)}). It is a milestone that contacts pass; PostHog’s own action is kept for the way back.`,
    values: { type: type.slice(0, 60) },
    path,
  });
  const alone = { ...ALONG, from: id };
  // Where nothing leads straight on, contacts go by the first branch.
  const way =
    context.ends(alone) && !context.ends({ from: id, type: 'branch', index: 0 })
      ? { ...alone, type: 'branch' as const, index: 0 }
      : alone;
  return { step: { kind: 'goal', name: action.name, ...noted(action) }, ways: [way] };
}
