import { stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import { durationWords } from '../../journey/policies.ts';
import { type ExperimentStep, HOLDOUT } from '../../journey/steps/experiment.ts';
import { ACCEPTED, type HandoffStep, MISSED } from '../../journey/steps/handoff.ts';
import type { Step } from '../../journey/steps/index.ts';
import { ELSE, type SplitStep } from '../../journey/steps/split.ts';
import type { UpdateStep } from '../../journey/steps/update.ts';
import { days } from '../../journey/units.ts';
import { ruleContext } from './askings.ts';
import { keptNode, keptWaitFor } from './relink.ts';
import { type Body, type CohortNode, EXIT, type JourneyNode, type SplitNode } from './types.ts';
import { webhookBody } from './webhook.ts';
import { acts, type Writing } from './writing.ts';
import { writeCheck } from './writeCheck.ts';
import { writeMessage } from './writeMessage.ts';
import { segmentOf } from './writeRule.ts';
import { writeWait } from './writeWait.ts';

type Written = JourneyNode | Body;

/** The nodes of a step, as the file that it came from had them or new. `done`: steps written together with it. */
export function writeStep(out: Writing, id: StepId, done: Set<StepId>): readonly Written[] {
  const step = stepOf(out.journey, id);
  if (!step || done.has(id) || step.kind === 'entry' || step.kind === 'exit') return [];
  if (out.passes(id, step)) {
    tellOfPassing(out, id, step.kind);
    return [];
  }
  const guard = out.leave !== undefined && acts(step) ? [guardOf(out, id, out.leave)] : [];
  const pair = keptWaitFor(out, id);
  if (pair) done.add(pair.split);
  const kept = pair?.node ?? keptNode(out, id);
  return [...guard, ...(kept ? [kept] : newNodes(out, id))];
}

function tellOfPassing(out: Writing, id: StepId, kind: Step['kind']): void {
  if (kind === 'goal')
    out.say('missing', id, {
      code: 'goal-passed',
      words: 'Dittofeed has no goals or milestones: contacts pass on, and nothing is counted.',
    });
  else
    out.say('emulated', id, {
      code: 'step-passed',
      words: 'It asks nothing, so contacts pass it.',
      returns: false,
    });
}

/** Who is to leave the journey does so before the next thing is sent. */
function guardOf(out: Writing, id: StepId, segment: string): SplitNode {
  const variant = { type: 'Boolean', segment, trueChild: EXIT, falseChild: out.node(id) } as const;
  return { id: out.helper(id, 'guard'), type: 'SegmentSplitNode', name: 'Left the journey?', variant };
}

function newNodes(out: Writing, id: StepId): readonly JourneyNode[] {
  const step = stepOf(out.journey, id);
  switch (step?.kind) {
    case 'split':
      return writeSplit(out, id, step);
    case 'experiment':
      return [writeExperiment(out, id, step)];
    case 'message':
      return [writeMessage(out, id, step)];
    case 'wait':
      return writeWait(out, id, step);
    case 'check':
      return writeCheck(out, id, step);
    case 'update':
      return [writeUpdate(out, id, step)];
    case 'handoff':
      return writeHandoff(out, id, step);
    // Ladders were expanded; entries, goals and exits are no nodes.
    case 'escalate':
    case 'entry':
    case 'goal':
    case 'exit':
    case undefined:
      return [];
  }
}

/** A question for each branch, one after the other. */
function writeSplit(out: Writing, id: StepId, step: SplitStep): readonly SplitNode[] {
  if (step.branches.length > 1)
    out.say('emulated', id, {
      code: 'split-chained',
      words: `${step.branches.length} questions of yes and no, one after the other; the first that matches wins as before.`,
      values: { branches: step.branches.length },
      returns: true,
    });
  const ids = step.branches.map((_, index) =>
    index === 0 ? out.node(id) : out.helper(id, `or-${index + 1}`),
  );
  return step.branches.map((branch, index): SplitNode => {
    const context = ruleContext(out, id);
    const definition = segmentOf(branch.rule, context, { kind: 'branch', branch: branch.id });
    const key = ['branch', out.node(id), branch.id];
    const made = out.segment(key, [step.name, branch.name], definition);
    const segment = context.lost() ? byHand(out, id, branch, made) : made;
    const [trueChild, falseChild] = [out.to(id, branch.id), ids[index + 1] ?? out.to(id, ELSE)];
    const variant = { type: 'Boolean', segment, trueChild, falseChild } as const;
    return { id: ids[index] ?? '', type: 'SegmentSplitNode', name: step.name, variant };
  });
}

function byHand(
  out: Writing,
  id: StepId,
  branch: { readonly id: string; readonly name: string },
  made: string,
): string {
  return out.fill({
    id: `segment:${id}:${branch.id}`,
    kind: 'segment',
    what: `a segment of your own for “${branch.name}”, part of which cannot be written`,
    form: 'uuid',
    scope: 'journey',
    step: out.sourceOf(id),
    placeholder: made,
  });
}

export const HOLDOUT_NAME = 'Holdout';

function writeExperiment(out: Writing, id: StepId, step: ExperimentStep): CohortNode {
  const { arms, holdout } = step;
  if (arms.at(-1)?.name === HOLDOUT_NAME && !holdout)
    out.say('emulated', id, {
      code: 'arm-like-holdout',
      words: `The last arm is called “${HOLDOUT_NAME}”, and is read back as one.`,
      returns: false,
    });
  if (holdout?.goesOn)
    out.say('missing', id, {
      code: 'holdout-leaves',
      words: 'Dittofeed cannot keep messages from contacts who walk on: the holdout leaves the journey here.',
    });
  if (out.journey.settings.reEntry.mode !== 'never')
    out.say('emulated', id, {
      code: 'arm-drawn-again',
      words: 'Dittofeed draws an arm anew each time that a contact comes in.',
      returns: true,
    });
  const held = holdout && {
    id: holdout.goesOn ? EXIT : out.to(id, HOLDOUT),
    percent: holdout.weight,
    name: HOLDOUT_NAME,
  };
  return {
    id: out.node(id),
    type: 'RandomCohortNode',
    children: [
      ...arms.map((arm) => ({ id: out.to(id, arm.id), percent: arm.weight, name: arm.name })),
      ...(held ? [held] : []),
    ],
  };
}

function writeUpdate(out: Writing, id: StepId, step: UpdateStep): JourneyNode {
  out.say('emulated', id, {
    code: 'update-by-webhook',
    words: 'Dittofeed cannot change what is known of a contact: a webhook asks a service of yours to.',
    returns: true,
  });
  const url = out.address('update', 'changes what is known of a contact');
  return hook(
    out,
    id,
    step.name,
    webhookBody(url, { kind: 'update', changes: step.changes }),
    out.to(id, 'next'),
  );
}

const LONGEST_WAIT = days(30);

/** A webhook tells people; whether they take the contact is an event of theirs, within the time after which it is missed. */
function writeHandoff(out: Writing, id: StepId, step: HandoffStep): readonly JourneyNode[] {
  const url = out.address('handoff', `hands contacts to ${step.to}`);
  const body = webhookBody(url, { kind: 'handoff', to: step.to, step: out.node(id) });
  const missed = out.journey.links[id]?.[MISSED];
  if (missed === undefined) {
    out.say('emulated', id, {
      code: 'handoff-by-webhook',
      words: 'A webhook tells a service of yours, and contacts go on at once; nobody is missed.',
      returns: true,
    });
    return [hook(out, id, step.name, body, out.to(id, ACCEPTED))];
  }
  const window = durationWords(step.slaMinutes ?? LONGEST_WAIT);
  out.say('emulated', id, {
    code: 'handoff-by-webhook',
    words: `A webhook tells a service of yours, which must send an event with the property step when somebody takes the contact; without it within ${window} the contact is missed.`,
    values: { window },
    returns: true,
  });
  const seconds = (step.slaMinutes ?? LONGEST_WAIT) * 60;
  const segment = acceptedSegment(out, id, step);
  const [trueChild, falseChild] = [out.to(id, ACCEPTED), out.to(id, MISSED)];
  const answer = out.helper(id, 'answer');
  if (!out.byEvent)
    return [
      hook(out, id, step.name, body, answer),
      {
        id: answer,
        type: 'WaitForNode',
        timeoutSeconds: seconds,
        timeoutChild: falseChild,
        segmentChildren: [{ id: trueChild, segmentId: segment }],
      },
    ];
  const time = out.helper(id, 'time');
  return [
    hook(out, id, step.name, body, time),
    { id: time, type: 'DelayNode', variant: { type: 'Second', seconds }, child: answer },
    {
      id: answer,
      type: 'SegmentSplitNode',
      name: step.name,
      variant: { type: 'Boolean', segment, trueChild, falseChild },
    },
  ];
}

function acceptedSegment(out: Writing, id: StepId, step: HandoffStep): string {
  const what = 'the event that your systems send when somebody takes a contact that was handed over';
  const event = out.event('handoff-accepted', what, 'handoff_accepted');
  return out.segment(['accepted', out.node(id)], [step.name, 'accepted'], {
    entryNode: {
      id: '1 accepted',
      type: 'Performed',
      event,
      times: 1,
      timesOperator: '>=',
      properties: [{ path: 'step', operator: { type: 'Equals', value: out.node(id) } }],
    },
    nodes: [],
  });
}

function hook(out: Writing, id: StepId, name: string, body: string, child: string): JourneyNode {
  const template = out.uuid('template', out.node(id));
  const definition = { type: 'Webhook', identifierKey: 'id', body };
  out.bundle.put('templates', template, [out.journey.name, name], { workspaceId: out.workspace, definition });
  const variant = { type: 'Webhook', templateId: template } as const;
  return { id: out.node(id), type: 'MessageNode', name, variant, skipOnFailure: true, child };
}
