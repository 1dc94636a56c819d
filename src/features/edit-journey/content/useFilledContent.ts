import type { Channel } from '../../../journey/channels.ts';
import type { Content } from '../../../journey/steps/message.ts';
import { utmNames, withUtmNames } from '../../../journey/utm.ts';
import type { SendPlace } from '../inspectors/send/sendForm.ts';
import { useJourney } from '../inspectors/useSurroundings.ts';

/** The content as it is sent: with the names of journey, step and channel in its tags. */
export function useFilledContent(
  content: Content,
  channel: Channel | 'preferred',
  place: SendPlace,
): Content {
  const journey = useJourney();
  const step = journey?.steps[place.step];
  if (!journey || !step) return content;
  return withUtmNames(content, utmNames(journey, { id: place.step, name: step.name }, channel));
}
