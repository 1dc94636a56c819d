import * as z from 'zod/mini';
import type { JourneySettings } from '../../journey/journey.ts';
import { stepSchema } from '../../journey/schema.ts';
import { settings } from '../../journey/schema/settings.ts';
import { minutes, text } from '../../journey/schema/values.ts';
import { STEP_DEFINITIONS, type Step } from '../../journey/steps/index.ts';
import type { Send } from '../../journey/steps/message.ts';
import { waitSchema, type WaitUntil } from '../../journey/steps/wait.ts';

/** The key of our words in a node of the canvas, where Mautic keeps positions and looks for nothing else. */
export const SLIP = 'rehearsal';

const slipSchema = z.looseObject({
  /** Of the step whose first event this is. */
  id: z.optional(text),
  /** Its whole name, where the event's is shorter or cannot be empty. */
  name: z.optional(text),
  /** The step, where its events do not say all of it. Believed as long as it would be written as what stands there. */
  step: z.optional(stepSchema),
  /** The wait that is the time of this event. */
  wait: z.optional(z.looseObject({ id: text, name: text, until: z.optional(waitSchema.shape.until) })),
  /** The event does nothing but wait for the end of a check's window. */
  pause: z.optional(minutes),
  /** Exit steps at which the path ends, by anchor. */
  ends: z.optional(z.record(z.string(), text)),
  /** Where exits lead that nobody takes in Mautic. */
  untaken: z.optional(z.record(z.string(), text)),
});

/** What of an event is in none of its own fields. */
export interface Slip {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly step?: Step | undefined;
  readonly wait?:
    { readonly id: string; readonly name: string; readonly until?: WaitUntil | undefined } | undefined;
  readonly pause?: number | undefined;
  readonly ends?: Readonly<Record<string, string>> | undefined;
  readonly untaken?: Readonly<Record<string, string>> | undefined;
}

const sourceSlipSchema = z.looseObject({
  id: z.optional(text),
  step: z.optional(stepSchema),
  /** Exit steps by id: paths of a campaign just end. */
  exits: z.optional(z.record(z.string(), z.looseObject({ name: text, reason: z.optional(text) }))),
  /** What a campaign has no field for. */
  settings: z.optional(
    z.looseObject({
      entryCap: z.optional(settings.shape.entryCap),
      reEntry: z.optional(settings.shape.reEntry),
      exitRules: z.optional(settings.shape.exitRules),
      transactional: z.optional(z.boolean()),
    }),
  ),
});

/** What of the campaign is in none of its own fields. */
export interface SourceSlip {
  readonly id?: string | undefined;
  readonly step?: Step | undefined;
  readonly exits?: Readonly<Record<string, NamedExit>> | undefined;
  readonly settings?: CarriedSettings | undefined;
}

export interface NamedExit {
  readonly name: string;
  readonly reason?: string | undefined;
}

type Carried = Pick<JourneySettings, 'entryCap' | 'reEntry' | 'exitRules' | 'transactional'>;
type CarriedSettings = { readonly [K in keyof Carried]?: Carried[K] | undefined };

/** Undefined: there is none, or it is not of our shape. */
export function readSlip(node: Readonly<Record<string, unknown>> | undefined): Slip | undefined {
  const read = slipSchema.safeParse(node?.[SLIP]);
  return read.success ? read.data : undefined;
}

export function readSourceSlip(node: Readonly<Record<string, unknown>> | undefined): SourceSlip | undefined {
  const read = sourceSlipSchema.safeParse(node?.[SLIP]);
  return read.success ? read.data : undefined;
}

/** The same with its fields in the order of the schema: equal journeys give equal files, whatever order theirs have. */
export function inOrder(slip: Slip): Slip {
  const read = slipSchema.safeParse(slip);
  return read.success ? read.data : slip;
}

export function sourceInOrder(slip: SourceSlip): SourceSlip {
  const read = sourceSlipSchema.safeParse(slip);
  return read.success ? read.data : slip;
}

/** What a platform should know of a step: nothing that only a rehearsal supposes, and no texts, which a campaign does not hold. */
export function bare(step: Step): Step {
  const { note: _, maxPasses: __, disabled: ___, ...plain } = step;
  switch (plain.kind) {
    case 'message': {
      const { cost: ____, response: _____, content: ______, ...rest } = plain;
      return { ...rest, occasion: rest.transactional ? 'triggered' : 'campaign' };
    }
    case 'escalate':
      return { ...plain, rungs: plain.rungs.map(({ channel }): Send => ({ channel, occasion: 'campaign' })) };
    case 'goal':
      return { kind: 'goal', name: plain.name };
    case 'handoff':
      return {
        ...STEP_DEFINITIONS.handoff.defaults(),
        ...{ name: plain.name, to: plain.to },
        ...(plain.slaMinutes !== undefined && { slaMinutes: plain.slaMinutes }),
      };
    case 'entry': {
      const { trigger } = plain;
      if (trigger.type !== 'events') return plain;
      return { ...plain, trigger: { type: 'events', event: trigger.event, perDay: PER_DAY } };
    }
    case 'split':
    case 'experiment':
    case 'wait':
    case 'check':
    case 'update':
    case 'exit':
      return plain;
  }
}

/** How often something happens that a file does not count. */
export const PER_DAY = 100;

/** What of the settings the campaign's own fields do not say. */
export function carriedSettings({
  entryCap,
  reEntry,
  exitRules,
  transactional,
}: JourneySettings): CarriedSettings {
  return {
    ...(entryCap !== undefined && { entryCap }),
    ...(reEntry.mode === 'cooldown' && { reEntry }),
    ...(exitRules.length > 0 && { exitRules }),
    ...(transactional === true && { transactional }),
  };
}
