import type { StepId } from '../../journey/ids.ts';
import type { JourneySettings } from '../../journey/journey.ts';
import type { Surroundings } from './parts.ts';
import { Wild } from './wild.ts';

/**
 * The surroundings of a step whose blanks may be anything, for holding its events against those of a file. `special`: it stands right
 * after an e-mail, or in a loop.
 */
export function wildly(
  id: StepId,
  { transactional }: Pick<JourneySettings, 'transactional'>,
  special = false,
): Surroundings {
  return {
    id,
    afterEmail: special,
    onLoop: special,
    transactional: transactional === true,
    blank: (asked) => new Wild(asked.id),
    channelOf: () => new Wild(''),
    nameOf: (other) => other,
    say: () => undefined,
  };
}
