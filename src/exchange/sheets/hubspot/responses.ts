import type { Response } from '../../../journey/steps/check.ts';
import { type AskedChannel, responseText } from '../channelsAsked.ts';

type Told = Exclude<Response, 'converted'>;

const EMAIL: Readonly<Record<Told, string>> = {
  clicked: 'Marketing emails: contact clicked a link in the email',
  replied: 'Marketing emails: contact replied to the email',
  opened: 'Marketing emails: contact opened the email',
  unsubscribed: 'Marketing emails: contact unsubscribed from the email',
  bounced: 'Marketing emails: the email bounced',
};

/** What tells HubSpot of a response: its own e-mail activity, else an event that whoever sends on the channel reports. */
export function hubspotResponse(response: Response, channels: readonly AskedChannel[]): string {
  if (response === 'converted') return 'the conversion of the goal happened since enrollment';
  return responseText(response, channels, (told, channel) =>
    channel === 'email'
      ? EMAIL[told]
      : `Custom event “${channel} ${told}”, which your ${channel} service reports`,
  );
}
