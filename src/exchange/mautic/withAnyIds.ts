import type { StepId } from '../../journey/ids.ts';
import type { JourneySettings } from '../../journey/journey.ts';
import type { Surroundings } from './parts.ts';
import { AnyId } from './anyId.ts';

/**
 * The surroundings of a step whose blanks may be anything, for holding its events against those of a file. `special`: it stands right
 * after an e-mail, or in a loop.
 */
export function withAnyIds(
  id: StepId,
  { transactional }: Pick<JourneySettings, 'transactional'>,
  special = false,
): Surroundings {
  return {
    id,
    afterEmail: special,
    onLoop: special,
    transactional: transactional === true,
    blank: (asked) => new AnyId(asked.id),
    channelOf: () => new AnyId(''),
    nameOf: (other) => other,
    say: () => undefined,
  };
}
