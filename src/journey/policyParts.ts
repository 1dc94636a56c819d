import type { Policies } from './policies.ts';

/** One policy, and the others without it. */
export interface PolicyPart {
  readonly key: string;
  readonly without: Policies;
}

export const keyOf = {
  cap: (id: string) => `caps.${id}`,
  quietHours: 'quietHours',
  budget: (channel: string) => `budgets.${channel}`,
  rateLimit: (index: number) => `rateLimits.${index}`,
  weekStart: 'weekStart',
} as const;

/** Every policy there is. The week's start is one while it is not Monday and some cap asks for weeks. */
export function partsOf(policies: Policies): readonly PolicyPart[] {
  const { caps, budgets, rateLimits, quietHours, weekStart = 'monday' } = policies;
  const { quietHours: _, ...loud } = policies;
  const { weekStart: __, ...onMonday } = policies;
  const hasWeeks = caps.some(({ window }) => window.kind === 'calendar' && window.unit === 'week');
  return [
    ...caps.map(({ id }, at) => ({
      key: keyOf.cap(id),
      without: { ...policies, caps: caps.toSpliced(at, 1) },
    })),
    ...(quietHours ? [{ key: keyOf.quietHours, without: loud }] : []),
    ...budgets.map(({ channel }, at) => ({
      key: keyOf.budget(channel),
      without: { ...policies, budgets: budgets.toSpliced(at, 1) },
    })),
    ...rateLimits.map((__, at) => ({
      key: keyOf.rateLimit(at),
      without: { ...policies, rateLimits: rateLimits.toSpliced(at, 1) },
    })),
    ...(weekStart !== 'monday' && hasWeeks ? [{ key: keyOf.weekStart, without: onMonday }] : []),
  ];
}
