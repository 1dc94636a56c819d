import { exitsOf, type Step, STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import type { Doubt } from '../doubt.ts';
import { channelsIn } from '../mermaid/channelWords.ts';
import type { KeptElements } from './keptElements.ts';
import { idOf, type Plain, plainIn, plainsIn } from './plain.ts';
import { readBranches } from './readBranches.ts';
import { readAwaited, readWait } from './readCatch.ts';
import { readEventGateway } from './readEventGateway.ts';
import { nameOf } from './readName.ts';
import { readStart } from './readStart.ts';
import {
  documentationOf,
  doubt,
  type Foreign,
  LONGEST_NOTE,
  type Reading,
  twoWays,
  unread,
} from './readStep.ts';
import type { Source } from './source.ts';
import { timerIn } from './timers.ts';

/** A step out of an element that another tool wrote. Whatever a journey has no word for becomes a milestone that contacts pass. */
export function readForeign(element: Plain, source: Source): Reading {
  const refused = refusal(element, source);
  if (refused) return refused;
  const { step, doubts = [], elements = [element], exits } = readElement(element, source);
  const [flow] = source.outOf(element);
  const [first] = exitsOf(step);
  const leaving = exits ?? new Map(flow && first !== undefined ? [[first, flow]] : []);
  const note = documentationOf(element)?.slice(0, LONGEST_NOTE);
  const raw: KeptElements = {
    nodes: elements,
    flows: elements.flatMap((one) => source.outOf(one)),
    exits: Object.fromEntries([...leaving].map(([exit, one]) => [exit, idOf(one)])),
  };
  const noted = note === undefined ? step : { ...step, note };
  return { ok: true, read: { step: noted, elements, exits: leaving, doubts, raw } };
}

/** Gateways that send contacts several ways at once, and jumps that no arrow shows. */
function refusal(element: Plain, source: Source): Reading | undefined {
  const { $type } = element;
  const ways = source.outOf(element).length;
  const parts = $type === 'bpmn:ExclusiveGateway' || $type === 'bpmn:EventBasedGateway';
  if (ways > 1 && (!parts || element['eventGatewayType'] === 'Parallel')) return twoWays(element);
  if (hasDefinition(element, 'bpmn:LinkEventDefinition'))
    return unread(
      'link-event',
      `“${nameOf(element)}” jumps to another place without an arrow, which cannot be read. Draw the arrow.`,
      element,
    );
  return undefined;
}

function hasDefinition(element: Plain, type: string): boolean {
  return plainsIn(element, 'eventDefinitions').some(({ $type }) => $type === type);
}

function readElement(element: Plain, source: Source): Foreign {
  const name = nameOf(element);
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return readStart(element, source);
    case 'bpmn:EndEvent':
      return readEnd(element, name);
    case 'bpmn:ExclusiveGateway':
      return source.outOf(element).length > 1 ? readSplit(element, source) : { step: milestone(name) };
    case 'bpmn:EventBasedGateway':
      return readEventGateway(element, source);
    case 'bpmn:IntermediateCatchEvent':
      return timerIn(element) ? readWait(element) : readAwaited(element, source);
    case 'bpmn:ReceiveTask':
      return readAwaited(element, source);
    case 'bpmn:IntermediateThrowEvent':
      return plainsIn(element, 'eventDefinitions').length === 0
        ? { step: milestone(name) }
        : passed(element, 'sets something off elsewhere');
    case 'bpmn:SendTask':
    case 'bpmn:ServiceTask':
    case 'bpmn:Task':
      return readTask(element, name);
    case 'bpmn:ParallelGateway':
    case 'bpmn:InclusiveGateway':
    case 'bpmn:ComplexGateway':
      return passed(element, 'waits for several ways to come together');
    case 'bpmn:SubProcess':
    case 'bpmn:AdHocSubProcess':
    case 'bpmn:Transaction':
    case 'bpmn:CallActivity':
      return passed(element, 'has a process of its own inside');
    default:
      return passed(element, 'is work that a journey has no step for');
  }
}

function readEnd(element: Plain, name: string): Foreign {
  const step: Step = { kind: 'exit', name };
  const plain = plainsIn(element, 'eventDefinitions').every(
    ({ $type }) => $type === 'bpmn:TerminateEventDefinition',
  );
  const words = `“${name}” sets something off at the end. It was read as an exit, and what it sets off is not simulated.`;
  return plain ? { step } : { step, doubts: [doubt(element, 'end-with-event', words)] };
}

function readSplit(element: Plain, source: Source): Foreign {
  const flows = source.outOf(element);
  const { branches, exits, doubts } = readBranches(element, flows, []);
  const step: Step = { kind: 'split', name: nameOf(element), branches };
  const guessed = exits.get('else');
  const unmarked = guessed && idOf(guessed) !== element['default'];
  const words = `“${step.name}” marks no arrow as the default one. Whoever no other arrow takes was let go by the last one without a condition.`;
  return {
    step,
    exits,
    doubts: unmarked ? [...doubts, doubt(element, 'default-guessed', words)] : doubts,
  };
}

/** What sends is a message when it says so or names a channel. */
function readTask(element: Plain, name: string): Foreign {
  const [channel] = channelsIn(name);
  if (channel === undefined && element.$type !== 'bpmn:SendTask')
    return passed(element, 'is work that a journey has no step for');
  const step: Step = { ...STEP_DEFINITIONS.message.defaults(), name, channel: channel ?? 'email' };
  const words =
    channel === undefined
      ? `“${name}” does not say on which channel it sends. It was read as an e-mail.`
      : `“${name}” was read as a message (${channel}), for its name.`;
  return { step, doubts: [doubt(element, 'channel-guessed', words), ...repeatedDoubts(element)] };
}

function passed(element: Plain, what: string): Foreign {
  const name = nameOf(element);
  const type = element.$type.replace('bpmn:', '');
  const words = `“${name}” (${type}) ${what}. It was read as a milestone that contacts pass.`;
  return {
    step: milestone(name),
    doubts: [doubt(element, 'read-as-milestone', words), ...repeatedDoubts(element)],
  };
}

function repeatedDoubts(element: Plain): readonly Doubt[] {
  if (!plainIn(element, 'loopCharacteristics')) return [];
  return [
    doubt(
      element,
      'repetition-unread',
      `“${nameOf(element)}” is repeated in the process. Here contacts pass it once.`,
    ),
  ];
}

function milestone(name: string): Step {
  return { kind: 'goal', name };
}
