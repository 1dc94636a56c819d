/** Words of the results by family of channels. */
export const channels = {
  families: 'Families of channels',
  family: {
    email: 'Email',
    messaging: 'SMS, push and chat',
    ads: 'Ads',
    social: 'Social posts',
    calls: 'Calls, post and CRM',
  },
  none: 'This journey sends no messages and hands nobody off. Add a message to see what its channel does.',
  noBase: 'n/a',
  revenue: 'Revenue after a click',
  card: {
    sent: 'Sent',
    posts: 'Posts shown',
    reached: 'People reached',
    delivered: 'Delivered',
    opened: 'Opened',
    clicked: 'Clicked',
    replied: 'Replied',
    interaction: 'Interaction rate',
    impressions: 'Impressions',
    frequency: 'Frequency',
    cpm: 'Cost per 1 000 impressions',
    converted: 'Conversions after a click',
    unsubscribed: 'Unsubscribed',
    complained: 'Complaints',
    cost: 'Cost',
    revenue: 'Revenue after a click',
    roi: 'Return on cost',
  },
  cardMeans: {
    sent: 'Messages that went out.',
    posts: 'Posts that were shown to a contact.',
    reached: 'Contacts to whom at least one went out; who is reached on two channels counts on both.',
    delivered: 'Part of what was sent.',
    opened: 'Part of what was delivered, as a mail tool reports it: machines open mail, too.',
    clicked: 'Part of what was delivered.',
    replied: 'Messages that were answered.',
    interaction: 'Clicks, as a part of what was seen.',
    impressions: 'Each placement is seen several times: 10 by assumption.',
    frequency: 'Impressions for each person reached.',
    cpm: 'What it costs to be seen 1 000 times.',
    converted:
      'Orders that followed a click. Without the message some would have come anyway: see attribution.',
    unsubscribed: 'Part of what was delivered.',
    complained: 'Part of what was delivered. Mail services look closely from 0.1 %, and block from 0.3 %.',
    cost: 'What these messages cost. The price of one is known; how many go out is not.',
    revenue:
      'Of orders that followed a click. Without the message some would have come anyway: see attribution.',
    roi: 'Margin of that revenue less cost, for each unit of cost. Below zero it does not pay for itself.',
  },
  note: {
    email:
      'Bands: 95 % of equal runs on other people of this kind lie there. Opens are those that a mail tool reports.',
    messaging:
      'Bands: 95 % of equal runs on other people of this kind lie there. SMS and chat tell no opens, so clicks are what counts.',
    ads: 'Bands: 95 % of equal runs on other people of this kind lie there. A placement is seen 10 times by assumption.',
    social:
      'Bands: 95 % of equal runs on other people of this kind lie there. Organic posts cost nothing but the work on them.',
    calls:
      'Bands: 95 % of equal runs on other people of this kind lie there. A click of a call is a conversation.',
  },
  handoff: {
    title: 'Hand-offs',
    step: 'Hand-off',
    waiting: 'Still waiting at the end',
  },
} as const;
