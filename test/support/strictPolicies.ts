import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import { days } from '../../src/journey/units.ts';

/** A cap and quiet hours that stop much, so that unsent messages come in bunches. */
export const STRICT_POLICIES: Policies = {
  ...NO_POLICIES,
  caps: [
    {
      id: 'weekly',
      max: 1,
      window: { kind: 'rolling', minutes: days(7) },
      zone: 'contact',
      scope: 'all',
      onCap: { kind: 'skip' },
    },
  ],
  quietHours: { from: '21:00', until: '08:00', onQuiet: 'skip' },
};
