import type { StepId } from '../../journey/ids.ts';
import type { Portability } from '../portability.ts';
import { JUMP } from './campaign.ts';
import type { Placed } from './emit.ts';

interface Report {
  readonly port: Portability;
  readonly sourceOf: (id: StepId) => StepId;
}

/** What became of waits and of ways that come together when events were put into a tree. */
export function tellPlaces(events: readonly Placed[], { port, sourceOf }: Report): void {
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const { type, wait, spot, properties } of events) {
    if (type === JUMP && !spot) {
      const target = byId.get(String(properties['jumpToEvent']))?.spot?.step;
      if (target !== undefined) port.say('native', sourceOf(target), JOINED);
    } else if (wait !== undefined && !spot) port.say('emulated', sourceOf(wait), ACTION);
  }
}

const JOINED = {
  code: 'joined-by-jump',
  words:
    'An event hangs below one other only: the other ways that lead here jump. A jump begins a new rotation of the contact in the campaign.',
};

const ACTION = {
  code: 'wait-action',
  words:
    'A wait is the time of the event that follows; where none can take it, an action that changes the points by 0 does.',
  returns: true,
} as const;
