import { linksInto, stepOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { EscalateStep } from '../steps/escalate.ts';
import { exitsOf } from '../steps/index.ts';
import type { MessageStep } from '../steps/message.ts';
import type { Candidate, CandidateScope } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** Two messages of which one follows the other change places; so do neighbouring rungs of an escalation. */
export function findOrderCandidates({ journey }: CandidateScope): readonly Candidate[] {
  return [
    ...reachedEntries(journey, 'message').flatMap(([id, step]) => swapWithNext(journey, id, step)),
    ...reachedEntries(journey, 'escalate').flatMap(([id, step]) => rungSwaps(id, step)),
  ];
}

function swapWithNext(journey: Journey, id: StepId, step: MessageStep): readonly Candidate[] {
  const next = nextMessage(journey, id);
  if (!next || sameSend(step, next.step)) return [];
  return [
    {
      code: 'swapMessages',
      step: id,
      values: { other: { text: next.step.name } },
      change: {
        kind: 'edit',
        edit: {
          type: 'several',
          edits: [
            { type: 'changeStep', id, step: inPlaceOf(step, next.step) },
            { type: 'changeStep', id: next.id, step: inPlaceOf(next.step, step) },
          ],
        },
      },
    },
  ];
}

/** The place keeps its bound of passes; everything else is the message's. */
function inPlaceOf({ maxPasses }: MessageStep, { maxPasses: _, ...message }: MessageStep): MessageStep {
  return { ...message, ...(maxPasses !== undefined && { maxPasses }) };
}

function sameSend(a: MessageStep, b: MessageStep): boolean {
  return JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });
}

/** The message that follows on the way that everybody goes who is not taken out: through waits, and through checks when nobody answers. */
function nextMessage(
  journey: Journey,
  from: StepId,
): { readonly id: StepId; readonly step: MessageStep } | undefined {
  const seen = new Set<StepId>([from]);
  let at = from;
  for (;;) {
    const before = stepOf(journey, at);
    const exit = before && exitsOf(before).at(before.kind === 'check' ? -1 : 0);
    const id = exit === undefined ? undefined : journey.links[at]?.[exit];
    if (id === undefined || seen.has(id) || (linksInto(journey).get(id)?.length ?? 0) > 1) return undefined;
    const step = stepOf(journey, id);
    if (!step || step.disabled) return undefined;
    if (step.kind === 'message') return { id, step };
    if (step.kind !== 'wait' && step.kind !== 'check') return undefined;
    seen.add(id);
    at = id;
  }
}

function rungSwaps(id: StepId, step: EscalateStep): readonly Candidate[] {
  return step.rungs.slice(1).flatMap((later, place): readonly Candidate[] => {
    const earlier = step.rungs[place];
    if (!earlier || earlier.channel === later.channel) return [];
    const rungs = step.rungs.with(place, later).with(place + 1, earlier);
    return [
      {
        code: 'swapRungs',
        step: id,
        values: { first: { channel: later.channel }, second: { channel: earlier.channel } },
        change: { kind: 'edit', edit: { type: 'changeStep', id, step: { ...step, rungs } } },
      },
    ];
  });
}
