import * as z from 'zod/mini';
import type { Problem } from '../../journey/problem.ts';
import { clip, issueProblem } from '../../journey/schemaWords.ts';
import { isObject } from '../kept.ts';
import type { Body } from './types.ts';

const text = z.string();
const number = z.number().check(z.gte(0));

const delay = z.looseObject({
  id: text,
  child: text,
  variant: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('Second'), seconds: number }),
    z.looseObject({
      type: z.literal('LocalTime'),
      hour: z.int().check(z.gte(0), z.lte(23)),
      minute: z.optional(z.int().check(z.gte(0), z.lte(59))),
      allowedDaysOfWeek: z.optional(z.array(z.int().check(z.gte(0), z.lte(6)))),
      defaultTimezone: z.optional(text),
    }),
    z.looseObject({
      type: z.literal('UserProperty'),
      userProperty: text,
      offsetSeconds: z.optional(z.number()),
      offsetDirection: z.optional(z.enum(['before', 'after'])),
    }),
  ]),
});

const message = z.looseObject({
  id: text,
  child: text,
  name: z.optional(text),
  subscriptionGroupId: z.optional(text),
  variant: z.looseObject({ type: z.enum(['Email', 'Sms', 'MobilePush', 'Webhook']), templateId: text }),
});

const split = z.looseObject({
  id: text,
  name: z.optional(text),
  variant: z.looseObject({ type: z.literal('Boolean'), segment: text, trueChild: text, falseChild: text }),
});

const cohort = z.looseObject({
  id: text,
  children: z.array(z.looseObject({ id: text, percent: number, name: z.optional(text) })),
});

const waitFor = z.looseObject({
  id: text,
  timeoutSeconds: number,
  timeoutChild: text,
  segmentChildren: z.array(z.looseObject({ id: text, segmentId: text })),
});

const NODES = {
  DelayNode: delay,
  MessageNode: message,
  SegmentSplitNode: split,
  RandomCohortNode: cohort,
  WaitForNode: waitFor,
  RateLimitNode: z.looseObject({ id: text }),
} as const;

type NodeType = keyof typeof NODES;

export type ReadNode =
  | { readonly [T in NodeType]: z.infer<(typeof NODES)[T]> & { readonly type: T } }[NodeType]
  /** Of a kind that is not known here, but leads on. */
  | { readonly type: 'unknown'; readonly id: string; readonly kind: string; readonly child: string };

const ENTRIES = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('EntryNode'),
    segment: text,
    child: text,
    reEnter: z.optional(z.boolean()),
  }),
  z.looseObject({ type: z.literal('EventEntryNode'), event: text, child: text, key: z.optional(text) }),
]);

const ENTRY_TYPES = ['EntryNode', 'EventEntryNode'];

export type ReadEntry = z.infer<typeof ENTRIES>;

type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** `path`: of the value in the file, for whoever is to mend it. */
export function readEntry(value: unknown, path: string): Read<ReadEntry> {
  const type = isObject(value) ? value['type'] : undefined;
  if (typeof type === 'string' && !ENTRY_TYPES.includes(type))
    return { ok: false, problems: [newer(type, path)] };
  return checked(ENTRIES, value, path);
}

export function readNode(value: unknown, path: string): Read<ReadNode> {
  const type = isObject(value) ? value['type'] : undefined;
  if (isObject(value) && isNodeType(type)) {
    const read = checked(NODES[type] as z.ZodMiniType<Body>, value, path);
    // The schema that was looked up by the type read this value.
    return read.ok ? { ok: true, value: { ...read.value, type } as ReadNode } : read;
  }
  const known = checked(z.looseObject({ id: text, type: text }), value, path);
  if (!known.ok) return known;
  const { id, type: kind, child } = known.value;
  if (typeof child !== 'string') return { ok: false, problems: [newer(kind, path)] };
  return { ok: true, value: { type: 'unknown', id, kind, child } };
}

/** Where it leads is not known, so nothing can stand in for it. */
function newer(kind: string, path: string): Problem {
  const words = `“${path}” is a “${clip(kind)}”, which is not known here: the file may be from a newer Dittofeed than this reads. Take it out there, or update Rehearsal, and open the file again.`;
  return { code: 'dittofeed-newer', severity: 'error', words, values: { kind: clip(kind) }, path };
}

function isNodeType(type: unknown): type is NodeType {
  return typeof type === 'string' && Object.hasOwn(NODES, type);
}

const MOST_PROBLEMS = 20;

function checked<T>(schema: z.ZodMiniType<T>, value: unknown, path: string): Read<T> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.slice(0, MOST_PROBLEMS).map((issue) => {
    const problem = issueProblem(issue, value);
    const place = [path, problem.path ?? ''].filter((part) => part !== '').join('.');
    const words = problem.words.replace(`“${problem.path ?? ''}”`, `“${place}”`);
    return { ...problem, path: place, words, values: { ...problem.values, path: place } };
  });
  return { ok: false, problems };
}
