import { CHANNELS, type Channel } from '../journey/channels.ts';
import { stepEntries } from '../journey/graph.ts';
import type { Journey } from '../journey/journey.ts';
import { ruleLeavesOf } from '../journey/placedRules.ts';
import type { AudienceSchema, Role } from './audience.ts';

/** The columns of an audience on which a contact's way through a journey hangs, in the audience's order. */
export function askedColumns(
  journey: Journey,
  { columns, roles }: AudienceSchema,
): AudienceSchema['columns'] {
  const names = new Set([...namedColumns(journey)]);
  const asked = new Set<Role>([...askedRoles(journey)]);
  return columns.filter(({ name }) => {
    const role = roles[name];
    return names.has(name) || (role !== undefined && asked.has(role));
  });
}

function namedColumns(journey: Journey): string[] {
  const inRules = ruleLeavesOf(journey).flatMap(({ rule }) => (rule.kind === 'column' ? [rule.column] : []));
  const inSteps = stepEntries(journey).flatMap(([, step]) => {
    if (step.kind === 'entry' && step.trigger.type === 'date') return [step.trigger.column];
    return step.kind === 'wait' && step.until.type === 'date' ? [step.until.column] : [];
  });
  const inGoals = journey.settings.goals.flatMap(({ value }) =>
    value.kind === 'column' ? [value.column] : [],
  );
  return [...inRules, ...inSteps, ...inGoals];
}

function askedRoles(journey: Journey): Role[] {
  const leaves = ruleLeavesOf(journey).map(({ rule }) => rule);
  const channels = sendingChannels(journey);
  return [
    'zone',
    ...(leaves.some(({ kind }) => kind === 'tag') ? (['tags'] as const) : []),
    ...(leaves.some(({ kind }) => kind === 'score') ? (['score'] as const) : []),
    ...(channels.has('preferred') ? (['preferredChannel'] as const) : []),
    ...(channels.has('preferred') || channels.has('email') ? (['machineReader'] as const) : []),
    ...leaves.flatMap((rule) => (rule.kind === 'consent' ? ([`consent:${rule.channel}`] as const) : [])),
    ...CHANNELS.filter((channel) => channels.has('preferred') || channels.has(channel)).flatMap(
      (channel) => [`consent:${channel}`, `address:${channel}`] as const,
    ),
  ];
}

function sendingChannels(journey: Journey): ReadonlySet<Channel | 'preferred'> {
  return new Set(
    stepEntries(journey).flatMap(([, step]): (Channel | 'preferred')[] => {
      if (step.disabled === true) return [];
      if (step.kind === 'message') return [step.channel];
      return step.kind === 'escalate' ? step.rungs.map(({ channel }) => channel) : [];
    }),
  );
}
