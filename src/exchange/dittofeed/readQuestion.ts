import type { ExitName } from '../../journey/ids.ts';
import type { Rule } from '../../journey/rules.ts';
import { type CheckStep, NO_RESPONSE, type Response, RESPONSES } from '../../journey/steps/check.ts';
import { type Branch, ELSE, type SplitStep } from '../../journey/steps/split.ts';
import { freshId } from '../../journey/ids.ts';
import { tagOf } from '../tagOf.ts';
import { lastPart } from './bundle.ts';
import { helperOf } from './ids.ts';
import { textAt } from './keptDocument.ts';
import type { Mark } from './marks.ts';
import { type Delay, minutesOf, secondsDoubts } from './readDelay.ts';
import type { Found, Piece, PieceDoubt, Reading } from './reading.ts';
import type { ReadSegment } from './readRule.ts';
import type { ReadNode } from './shapes.ts';
import type { Body } from './types.ts';

type Split = Extract<ReadNode, { type: 'SegmentSplitNode' }>;
type WaitFor = Extract<ReadNode, { type: 'WaitForNode' }>;

/** The rule of a segment; a segment that is not in the file, and what cannot be asked here, is a question for a tag. */
export function ruleOf(reading: Reading, segment: string, doubts: PieceDoubt[]): Rule {
  const known = reading.segment(segment);
  if (!known) {
    const tag = tagOf(`segment ${segment}`);
    doubts.push({
      code: 'segment-unknown',
      words: `The segment “${segment}” is not in the file: the tag “${tag}” is asked for instead, which nobody has yet.`,
      lacks: { kind: 'segments', id: segment },
    });
    return { kind: 'tag', tag };
  }
  return known.rule({
    messageWith: (template) => reading.messageWith(template),
    stepAt: (id) => reading.stepAt(id),
    unasked: (what, tag) =>
      doubts.push({
        code: 'segment-unasked',
        words: `The segment “${known.name}” asks for ${what}, which cannot be asked here: the tag “${tag}” is asked for instead, which nobody has yet.`,
      }),
  });
}

export function readSplit(reading: Reading, found: Found, node: Split): readonly Piece[] {
  const check = ourCheck(reading, node, undefined);
  if (check) return [check];
  const share = reading.segment(node.variant.segment)?.root;
  if (share?.['type'] === 'RandomBucket') {
    const random = randomSplit(node, found.raw, Number(share['percent']));
    if (random) return [random];
  }
  const doubts: PieceDoubt[] = [];
  const chain = chainFrom(reading, node);
  const name = textAt(found.raw, 'name') ?? 'In the segment?';
  const taken = new Set<string>([ELSE]);
  const branches = chain.map((link) => branchOf(reading, link, name, taken, doubts));
  const last = chain.at(-1) ?? node;
  const exits: Record<ExitName, string> = { [ELSE]: last.variant.falseChild };
  chain.forEach((link, index) => (exits[branches[index]?.id ?? ''] = link.variant.trueChild));
  const step: SplitStep = { kind: 'split', name, branches };
  return [{ key: node.id, step, exits, doubts, ...(chain.length === 1 && { raw: () => found.raw }) }];
}

/** Questions that one split of several branches was written as. */
function chainFrom(reading: Reading, node: Split): readonly Split[] {
  const chain = [node];
  for (let last = node; ;) {
    const next = reading.helper(node.id, `or-${chain.length + 1}`, 'SegmentSplitNode');
    if (!next || last.variant.falseChild !== next.id) return chain;
    reading.done.add(next.id);
    chain.push(next);
    last = next;
  }
}

function branchOf(
  reading: Reading,
  { variant }: Split,
  splitName: string,
  taken: Set<string>,
  doubts: PieceDoubt[],
): Branch {
  const segment = reading.segment(variant.segment);
  const mark = segment?.mark;
  const wanted = mark?.kind === 'branch' && !taken.has(mark.branch) ? mark.branch : undefined;
  const id = wanted ?? (taken.has('yes') ? freshId(taken, 'branch') : 'yes');
  taken.add(id);
  const name = segment && (lastPart(segment.name, [reading.journeyName, splitName]) ?? segment.name);
  return { id, name: name ?? variant.segment, rule: ruleOf(reading, variant.segment, doubts) };
}

/** Everybody has a fixed place among all: an experiment of two arms. */
function randomSplit(node: Split, raw: Body, share: number): Piece | undefined {
  if (!(share > 0 && share < 1)) return undefined;
  const weight = Math.round(share * 1e8) / 1e6;
  const arms = [
    { id: 'in', name: 'In the segment', weight },
    { id: 'out', name: 'Everyone else', weight: Math.round((100 - weight) * 1e6) / 1e6 },
  ];
  return {
    key: node.id,
    step: { kind: 'experiment', name: textAt(raw, 'name') ?? 'At random', arms },
    exits: { in: node.variant.trueChild, out: node.variant.falseChild },
    raw: () => raw,
  };
}

type Answer = Extract<Mark, { kind: 'answer' }>;

function answerOf(segment: ReadSegment | undefined): Answer | undefined {
  const mark = segment?.mark;
  return mark?.kind === 'answer' ? mark : undefined;
}

/** A delay and a question for each answer that we wrote for a check; without a window the questions alone. */
export function ourCheck(
  reading: Reading,
  first: Split | Delay,
  delay: Delay | undefined,
): Piece | undefined {
  const chain: { readonly node: Split; readonly answer: Answer }[] = [];
  // Part of a check that is no longer whole is a question of its own.
  if (helperOf(first.id)) return undefined;
  const start = first.type === 'SegmentSplitNode' ? first : firstAnswer(reading, first);
  for (let node = start; node;) {
    const answer = answerOf(reading.segment(node.variant.segment));
    if (!answer || !isKnown(reading, answer)) break;
    chain.push({ node, answer });
    const after = node.variant.falseChild;
    node = RESPONSES.map((response) => reading.helper(first.id, response, 'SegmentSplitNode')).find(
      (helper) => helper?.id === after,
    );
  }
  const [one] = chain;
  const last = chain.at(-1);
  if (!one || !last || (delay && delay.variant.type !== 'Second')) return undefined;
  for (const { node } of chain) if (node.id !== first.id) reading.done.add(node.id);
  const seconds = delay?.variant.type === 'Second' ? delay.variant.seconds : 0;
  const exits = Object.fromEntries(
    chain.map(({ node, answer }) => [answer.response, node.variant.trueChild]),
  );
  return {
    key: first.id,
    step: checkStep(
      reading,
      first.id,
      chain.map(({ answer }) => answer),
      seconds,
    ),
    exits: { ...exits, [NO_RESPONSE]: last.node.variant.falseChild },
  };
}

function firstAnswer(reading: Reading, delay: Delay): Split | undefined {
  return RESPONSES.map((response) => reading.helper(delay.id, response, 'SegmentSplitNode')).find(
    (helper) => helper?.id === delay.child,
  );
}

function isKnown(reading: Reading, { on }: Answer): boolean {
  return on === undefined || reading.stepAt(on) !== undefined;
}

function checkStep(reading: Reading, id: string, answers: readonly Answer[], seconds: number): CheckStep {
  const [first] = answers;
  return {
    kind: 'check',
    name: reading.nameOf(id, 'check', 'Any answer?'),
    on: (first?.on === undefined ? undefined : reading.stepAt(first.on)) ?? 'latest',
    responses: inBaseOrder(
      reading,
      id,
      answers.map(({ response }) => response),
    ),
    windowMinutes: minutesOf(seconds),
    windowFrom: first?.windowFrom ?? 'arrival',
    ranked: first?.ranked ?? false,
  };
}

/** Which of several answers comes first in the list means nothing, but people know their list. */
function inBaseOrder(reading: Reading, id: string, responses: readonly Response[]): readonly Response[] {
  const before = reading.baseOf(id, 'check')?.responses ?? [];
  const same = before.length === responses.length && before.every((one) => responses.includes(one));
  return same ? before : responses;
}

const EMAIL_ANSWERS: Readonly<Record<string, Response>> = {
  DFEmailOpened: 'opened',
  DFEmailClicked: 'clicked',
  DFEmailBounced: 'bounced',
};

/** Waiting for answers to one message is a check. Waiting for anything else is a wait and a question behind it. */
export function readWaitFor(reading: Reading, found: Found, node: WaitFor): readonly Piece[] {
  const answers = node.segmentChildren.map(({ segmentId }) => waitedAnswer(reading, segmentId));
  const whole = answers.filter((answer) => answer !== undefined);
  const responses = whole.map(({ response }) => response);
  const distinct =
    new Set(responses).size === answers.length && new Set(whole.map(({ on }) => on)).size === 1;
  if (whole.length === answers.length && distinct && whole.every((answer) => isKnown(reading, answer))) {
    const step = checkStep(reading, node.id, whole, node.timeoutSeconds);
    const exits = Object.fromEntries(
      node.segmentChildren.map(({ id }, index) => [responses[index] ?? '', id]),
    );
    const inOrder = RESPONSES.filter((response) => responses.includes(response)).every(
      (response, index) => response === responses[index],
    );
    return [
      {
        key: node.id,
        step,
        exits: { ...exits, [NO_RESPONSE]: node.timeoutChild },
        doubts: secondsDoubts(node.timeoutSeconds),
        ...(inOrder && { raw: () => found.raw }),
      },
    ];
  }
  return waitAndAsk(reading, found, node);
}

function waitedAnswer(reading: Reading, segmentId: string): Answer | undefined {
  const segment = reading.segment(segmentId);
  const ours = answerOf(segment);
  if (ours || segment?.root['type'] !== 'Email') return ours;
  const response = EMAIL_ANSWERS[textAt(segment.root, 'event') ?? ''];
  const on = reading.nodeWith(textAt(segment.root, 'templateId') ?? '');
  if (!response || on === undefined) return undefined;
  return { kind: 'answer', response, on, windowFrom: 'arrival', ranked: false };
}

function waitAndAsk(reading: Reading, found: Found, node: WaitFor): readonly Piece[] {
  const minutes = minutesOf(node.timeoutSeconds);
  const lacking = node.segmentChildren.find(({ segmentId }) => !reading.segment(segmentId))?.segmentId;
  const doubts: PieceDoubt[] = [
    {
      ...(lacking !== undefined && { lacks: { kind: 'segments', id: lacking } }),
      code: 'wait-for-segment',
      words: `“${node.id}” waits until a contact is in a segment, which is a wait for the whole time and a question here: contacts who come into it earlier go on later.`,
    },
    ...secondsDoubts(node.timeoutSeconds),
  ];
  const taken = new Set<string>([ELSE]);
  const branches = node.segmentChildren.map(({ segmentId }): Branch => {
    const id = taken.has('yes') ? freshId(taken, 'branch') : 'yes';
    taken.add(id);
    const name = reading.segment(segmentId)?.name ?? segmentId;
    return { id, name, rule: ruleOf(reading, segmentId, doubts) };
  });
  const key = `${node.id}:asked`;
  const exits: Record<ExitName, string> = { [ELSE]: node.timeoutChild };
  node.segmentChildren.forEach(({ id }, index) => (exits[branches[index]?.id ?? ''] = id));
  return [
    {
      key: node.id,
      step: { kind: 'wait', name: 'Wait for a segment', until: { type: 'duration', minutes } },
      exits: { next: key },
      raw: () => found.raw,
      doubts,
    },
    {
      key,
      step: { kind: 'split', name: 'In the segment?', branches },
      exits,
      raw: (idOf) => ({ askedAfter: idOf(node.id) }),
    },
  ];
}
