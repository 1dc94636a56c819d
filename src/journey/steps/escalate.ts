import * as z from 'zod/mini';
import { type Send, sendSchema } from './message.ts';
import { id, list } from '../schema/values.ts';
import { type StepBase, stepBase, type StepDefinition } from './step.ts';

/** A ladder of channels: each visit sends on the next rung that the contact can receive. Exits: sent, exhausted. */
export interface EscalateStep extends StepBase {
  readonly kind: 'escalate';
  readonly rungs: readonly Send[];
  readonly obeysCaps: boolean;
  readonly countsTowardCaps: boolean;
  /** Frequency caps may be about messages with a tag. */
  readonly tags?: readonly string[];
}

export const SENT = 'sent';
export const EXHAUSTED = 'exhausted';

export const escalateSchema = z.strictObject({
  kind: z.literal('escalate'),
  ...stepBase,
  rungs: list(sendSchema, 100),
  obeysCaps: z.boolean(),
  countsTowardCaps: z.boolean(),
  tags: z.exactOptional(list(id, 20)),
});

export const escalate: StepDefinition<EscalateStep> = {
  defaults: () => ({
    kind: 'escalate',
    name: 'Channel escalation',
    rungs: [
      { channel: 'sms', occasion: 'triggered' },
      { channel: 'push', occasion: 'triggered' },
    ],
    obeysCaps: true,
    countsTowardCaps: true,
  }),
  exits: () => [SENT, EXHAUSTED],
  check(step) {
    if (step.rungs.length > 0) return [];
    return [
      {
        code: 'escalate-without-rungs',
        severity: 'warning',
        words: 'The ladder has no channel, so everyone leaves by “No channel left”. Add a channel.',
        field: 'rungs',
        mended: { ...step, rungs: [{ channel: 'sms', occasion: 'triggered' }] },
      },
    ];
  },
};
