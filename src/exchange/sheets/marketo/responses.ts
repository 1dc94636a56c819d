import type { Response } from '../../../journey/steps/check.ts';
import { type AskedChannel, responseText } from '../channelsAsked.ts';

type Told = Exclude<Response, 'converted'>;

const EMAIL: Readonly<Record<Told, string>> = {
  clicked: 'Clicked Link in Email',
  replied: 'Replied to the message (activity of the sales tool)',
  opened: 'Opened Email',
  unsubscribed: 'Unsubscribed is true',
  bounced: 'Email Bounced',
};

/** What tells Marketo of a response: its own filters, else a custom activity that whoever sends on the channel reports. */
export function marketoResponse(response: Response, channels: readonly AskedChannel[]): string {
  if (response === 'converted') return 'Program success is true';
  return responseText(response, channels, (told, channel) => {
    if (channel === 'email') return EMAIL[told];
    if (channel === 'push' && told === 'clicked') return 'Tapped Mobile Push Notification';
    return `Custom activity “${channel} ${told}”, which your ${channel} service reports`;
  });
}
