import * as z from 'zod/mini';
import { isObject } from '../kept.ts';
import { digits } from './hashed.ts';
import { CAMPAIGN_PATH } from './platformRule.ts';
import { type Child, SLIP_KEY, type PlatformStep, type StepMap } from './stepMap.ts';

/** Which path of which step of the platform is an exit of ours: by its `path`, else by its place. */
const slot = z.strictObject({
  node: z.string(),
  path: z.exactOptional(z.string()),
  place: z.exactOptional(z.int()),
});
/** An exit that the platform has no path for, and where it leads here. */
const elsewhere = z.strictObject({ to: z.string() });

/**
 * What stands beside the platform's own data so that a step comes back as it was: all of it that these steps cannot say. Only true as long as
 * `digest` fits them: what was changed on the platform since goes before it.
 */
const slipSchema = z.strictObject({
  /** The step, without what `rejoin` brings; ids in it are those of the file. */
  step: z.exactOptional(z.unknown()),
  /** The other steps that it is made of. */
  parts: z.exactOptional(z.array(z.string())),
  exits: z.record(z.string(), z.union([slot, elsewhere])),
  /** Of the entrance: what is said of the whole journey. */
  journey: z.exactOptional(z.unknown()),
  /** Names of events that somebody filled in, by the ids of their blanks. */
  blanks: z.exactOptional(z.record(z.string(), z.string())),
  digest: z.string(),
});

export type Slot = z.output<typeof slot>;
export type Slip = z.output<typeof slipSchema>;

export function slipOf(step: PlatformStep): Slip | undefined {
  const read = slipSchema.safeParse(step.data?.[SLIP_KEY]);
  return read.success ? read.data : undefined;
}

/** A step that is only there because two paths of one step may not lead to the same place. */
export const PASSES = { passes: true } as const;

export function isPassage(step: PlatformStep): boolean {
  const { days = 0, hours = 0, minutes = 0, format, [SLIP_KEY]: slip } = step.data ?? {};
  const isNothing = [days, hours, minutes].every((part) => part === 0) && format === 'duration';
  return step.type === 'delay' && isNothing && isObject(slip) && slip['passes'] === true;
}

/** The child that a slot means. */
export function childAt(step: PlatformStep, { path, place = 0 }: Slot): Child | undefined {
  const children = step.children ?? [];
  return path === undefined ? children[place] : children.find((child) => child.path === path);
}

/**
 * What steps say, and how they hang together, in a few digits; nothing of where they lead outside, of names, places on the canvas and ids of
 * the account, which may all change.
 */
export function digestOf(map: StepMap, ids: readonly string[]): string {
  const own = new Set(ids);
  const said = ids.map((id) => {
    const step = Object.hasOwn(map, id) ? map[id] : undefined;
    if (!step) return null;
    const children = (step.children ?? []).flatMap(({ external_id, path, data }): unknown[] => {
      const inside = own.has(external_id) ? external_id : null;
      const ratio = step.type === 'experiment' ? (data?.['ratio'] ?? null) : null;
      return inside === null && ratio === null ? [] : [[inside, path ?? null, ratio]];
    });
    const { [SLIP_KEY]: _, ...data } = step.data ?? {};
    return [step.type, masked(data), children];
  });
  return digits(JSON.stringify(said)).slice(0, 16);
}

const ACCOUNT = new Set(['campaign_id', 'list_id']);

/** In the order of keys, and without ids of the account. */
function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (!isObject(value)) return value ?? null;
  const isCampaign = value['path'] === CAMPAIGN_PATH;
  return Object.entries(value)
    .filter(([key, part]) => !ACCOUNT.has(key) && !(isCampaign && key === 'value') && part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, masked(part)]);
}
