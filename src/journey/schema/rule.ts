import * as z from 'zod/mini';
import { BEHAVIOURS, OPERATORS, type Rule } from '../rules.ts';
import { channel, list, stepId, text } from './values.ts';

const MAX_RULES = 1000;

export const ruleValue = z.union([z.number(), text, z.boolean()]);

const group = <K extends string>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    rules: list(
      z.lazy((): z.ZodMiniType<Rule, Rule> => rule),
      MAX_RULES,
    ),
  });

/** Recursive, so the type is stated; `tree` is checked against it. */
const tree = z.discriminatedUnion('kind', [
  group('all'),
  group('any'),
  group('none'),
  z.strictObject({
    kind: z.literal('column'),
    column: text,
    operator: z.enum(OPERATORS),
    value: z.exactOptional(ruleValue),
  }),
  z.strictObject({ kind: z.literal('tag'), tag: text }),
  z.strictObject({ kind: z.literal('score'), atLeast: z.number() }),
  z.strictObject({ kind: z.literal('behaviour'), did: z.enum(BEHAVIOURS), step: z.exactOptional(stepId) }),
  z.strictObject({ kind: z.literal('consent'), channel }),
]);

export const rule: z.ZodMiniType<Rule, Rule> = tree;
