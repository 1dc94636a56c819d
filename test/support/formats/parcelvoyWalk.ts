import { checkRule, type User } from './parcelvoyRules.ts';

interface Step {
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly children?: readonly { readonly external_id: string; readonly path?: string }[];
}

export interface Walker {
  readonly user?: User;
  /** Events with the minute at which they come, counted like `start`. */
  readonly events?: readonly { readonly at: number; readonly name: string; readonly campaign_id?: number }[];
  /** Minute of a day, at which the walk begins. */
  readonly start?: number;
}

/**
 * One user through a map, as the platform's engine was seen to walk: actions and events take no time, a delay until a time lasts to the
 * next such time, a gate looks at all events there are by then, and a step that was visited ends the journey. Steps with their minutes.
 */
export function walk(steps: Readonly<Record<string, Step>>, { user = {}, events = [], start = 0 }: Walker) {
  const way: { readonly id: string; readonly at: number }[] = [];
  let at = start;
  let id = Object.entries(steps).find(([, { type }]) => type === 'entrance')?.[0];
  while (id !== undefined && !way.some((visit) => visit.id === id)) {
    const step: Step | undefined = steps[id];
    if (!step) break;
    at += step.type === 'delay' ? delayOf(step.data ?? {}, at) : 0;
    way.push({ id, at });
    const happened = events.filter((event) => event.at <= at).map(({ at: _, ...event }) => event);
    id = nextOf(step, { user, events: happened });
  }
  return way;
}

function delayOf({ format, days, hours, minutes, time }: Readonly<Record<string, unknown>>, at: number) {
  if (format === 'duration') return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
  const [hour = 0, minute = 0] = String(time).split(':').map(Number);
  const today = Math.floor(at / 1440) * 1440 + hour * 60 + minute;
  if (today >= at) return today - at;
  return at - today <= 30 ? 0 : today + 1440 - at;
}

function nextOf({ type, data, children = [] }: Step, input: Parameters<typeof checkRule>[1]) {
  if (type === 'exit') return undefined;
  if (type !== 'gate') return children[0]?.external_id;
  const path = checkRule(data?.['rule'] as Parameters<typeof checkRule>[0], input) ? 'yes' : 'no';
  return children.find((child) => child.path === path)?.external_id;
}
