import type { StepId } from '../../journey/ids.ts';
import type { CheckStep, Response } from '../../journey/steps/check.ts';
import { NO_RESPONSE, RESPONSES } from '../../journey/steps/check.ts';
import { durationWords } from '../../journey/policies.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import { answersTo, channelsOf, isTold, ruleContext } from './askings.ts';
import type { Mark } from './marks.ts';
import type { DelayNode, JourneyNode, SplitNode } from './types.ts';
import type { Writing } from './writing.ts';
import { RuleWriter } from './writeRule.ts';

/**
 * Waiting for an answer is one node. Where everyone is held to the end of the window, or the journey begins with an event (then no node may
 * wait), it is a delay and a question for each answer, the best first.
 */
export function writeCheck(out: Writing, id: StepId, step: CheckStep): readonly JourneyNode[] {
  const responses = RESPONSES.filter((response) => step.responses.includes(response));
  tellOf(out, id, step);
  const asked = responses.map((response) => ({ response, segment: answerSegment(out, id, step, response) }));
  const seconds = step.windowMinutes * 60;
  if (!step.ranked && !out.byEvent && seconds > 0 && asked.length > 0)
    return [
      {
        id: out.node(id),
        type: 'WaitForNode',
        timeoutSeconds: seconds,
        timeoutChild: out.to(id, NO_RESPONSE),
        segmentChildren: asked.map(({ response, segment }) => ({
          id: out.to(id, response),
          segmentId: segment,
        })),
      },
    ];
  const ids = asked.map(({ response }, index) =>
    index === 0 && seconds === 0 ? out.node(id) : out.helper(id, response),
  );
  const questions = asked.map(({ response, segment }, index): SplitNode => {
    const [trueChild, falseChild] = [out.to(id, response), ids[index + 1] ?? out.to(id, NO_RESPONSE)];
    const variant = { type: 'Boolean', segment, trueChild, falseChild } as const;
    return { id: ids[index] ?? '', type: 'SegmentSplitNode', name: step.name, variant };
  });
  if (seconds === 0) return questions;
  const child = ids[0] ?? out.to(id, NO_RESPONSE);
  const delay: DelayNode = {
    id: out.node(id),
    type: 'DelayNode',
    variant: { type: 'Second', seconds },
    child,
  };
  return [delay, ...questions];
}

function answerSegment(out: Writing, id: StepId, step: CheckStep, response: Response): string {
  const { on, windowFrom, ranked } = step;
  const messages = sendsBefore(out.journey, id).steps;
  const node = on === 'latest' ? undefined : out.node(on);
  const mark: Mark = {
    kind: 'answer',
    response,
    ...(node !== undefined && { on: node }),
    windowFrom,
    ranked,
  };
  const within = Math.max(60, step.windowMinutes * 60);
  const writer = new RuleWriter(ruleContext(out, id));
  const entryNode = writer.oneOf(answersTo(out, messages, response, within), '1', mark);
  const name = [step.name, response];
  return out.segment(['answer', out.node(id), response], name, { entryNode, nodes: writer.nodes });
}

function tellOf(out: Writing, id: StepId, step: CheckStep): void {
  const { responses, windowMinutes, windowFrom, ranked } = step;
  if (responses.length === 0) {
    out.say('emulated', id, {
      code: 'check-without-answers',
      words: 'No answer is looked for, so it is a delay.',
      returns: false,
    });
    return;
  }
  const window = durationWords(windowMinutes);
  out.say('emulated', id, {
    code: 'answers-ever',
    words: `Dittofeed asks whether the contact ever answered that template, which may have been sent before, rather than within ${window} after this message.`,
    values: { window },
    returns: true,
  });
  if (!ranked && out.byEvent && windowMinutes > 0)
    out.say('emulated', id, {
      code: 'answers-held',
      words: `Dittofeed lets no journey that begins with an event wait for answers: everyone is held for ${window} and then asked, the best answer first.`,
      values: { window },
      returns: true,
    });
  if (windowFrom === 'send' && windowMinutes > 0)
    out.say('emulated', id, {
      code: 'window-from-arrival',
      words: `The ${window} begin when the contact arrives here, not when the message was sent.`,
      values: { window },
      returns: true,
    });
  tellOfEvents(out, id, responses);
}

function tellOfEvents(out: Writing, id: StepId, responses: readonly Response[]): void {
  const channels = [...new Set(channelsOf(out, sendsBefore(out.journey, id).steps))];
  const untold = responses.filter(
    (response) => response === 'converted' || channels.some((channel) => !isTold(response, channel)),
  );
  if (untold.length === 0) return;
  const values = { responses: untold.join(', '), channels: channels.join(', ') };
  out.say('emulated', id, {
    code: 'answers-by-event',
    words: `Dittofeed itself learns nothing of “${values.responses}” on ${values.channels || 'any channel'}: it waits for events that your own systems must send.`,
    values,
    returns: true,
  });
}
