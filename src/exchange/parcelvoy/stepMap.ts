import * as z from 'zod/mini';

/** What a step may be. `link`, `balancer` and `event` are read as what comes nearest; the others have kinds of their own here. */
export const STEP_TYPES = [
  'entrance',
  'exit',
  'delay',
  'action',
  'gate',
  'experiment',
  'link',
  'update',
  'balancer',
  'event',
] as const;
export type StepType = (typeof STEP_TYPES)[number];

export type Data = Readonly<Record<string, unknown>>;

const data = z.nullish(z.record(z.string(), z.unknown()));

/** Looser than what the server takes: what it answers with has more fields, and nobody types `x` by hand. */
export const platformStep = z.looseObject({
  type: z.string(),
  x: z.nullish(z.number()),
  y: z.nullish(z.number()),
  name: z.nullish(z.string()),
  data,
  data_key: z.nullish(z.string()),
  children: z.nullish(z.array(z.looseObject({ external_id: z.string(), path: z.nullish(z.string()), data }))),
});

export type PlatformStep = z.output<typeof platformStep>;
export type Child = NonNullable<NonNullable<PlatformStep['children']>[number]>;
/** The body of `PUT …/journeys/:id/steps`: `external_id` → step. */
export type StepMap = Readonly<Record<string, PlatformStep>>;

export const stepMap = z.record(z.string(), platformStep);

/** Under this key of a step's `data` stands what the platform has no word for. Its server stores all of `data` and reads the keys it knows. */
export const SLIP_KEY = 'rehearsal';

/** Of an `external_id`; the server's column takes no more characters. */
const LONGEST_ID = 128;

/** `wanted`, shortened to what the server takes, and unlike all that are taken; entered among them. */
export function freshExternalId(wanted: string, taken: Set<string>): string {
  const short = wanted.length > LONGEST_ID - 4 ? wanted.slice(0, LONGEST_ID - 4) : wanted;
  let id = short;
  for (let n = 2; taken.has(id); n += 1) id = `${short}.${n}`;
  taken.add(id);
  return id;
}

export function isStepType(step: PlatformStep): step is PlatformStep & { readonly type: StepType } {
  const types: readonly string[] = STEP_TYPES;
  return types.includes(step.type);
}
