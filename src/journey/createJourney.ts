import { PLAIN_DEFAULTS, type Defaults } from './defaults.ts';
import type { Journey, JourneyId } from './journey.ts';
import { stepId } from './ids.ts';
import { STEP_DEFINITIONS } from './steps/index.ts';
import { days } from './units.ts';

export interface NewJourney {
  /** Ids come from the caller: this folder draws nothing. */
  readonly id: JourneyId;
  readonly luckId: string;
  readonly name: string;
  /** ISO instant with offset. */
  readonly start: string;
  /** What the workspace's new journeys begin with; absent: the plain ones. */
  readonly defaults?: Pick<Defaults, 'currency' | 'zone'>;
}

/** An empty journey: an entry and nothing else, three months long, counting each contact's first conversion. */
export function createJourney({ id, luckId, name, start, defaults = PLAIN_DEFAULTS }: NewJourney): Journey {
  const entry = stepId('entry-1');
  return {
    format: 'rehearsal-journey',
    version: 1,
    id,
    luckId,
    name,
    settings: {
      start,
      horizonMinutes: days(90),
      zone: defaults.zone,
      currency: defaults.currency,
      reEntry: { mode: 'never' },
      exitRules: [],
      goals: [
        {
          id: 'conversion',
          name: 'Conversion',
          on: { kind: 'conversion' },
          value: { kind: 'event' },
          count: 'oncePerEntry',
          window: { minutes: days(90), from: 'entry' },
        },
      ],
      priority: 50,
      maxPasses: 10,
      heterogeneity: 'on',
    },
    steps: { [entry]: STEP_DEFINITIONS.entry.defaults() },
    links: {},
    layout: { [entry]: { x: 0, y: 0 } },
  };
}
