import { ACTUAL_FIELDS, type ActualField } from '../../../analytics/actual/foreseen.ts';

/** Names under which tools export these columns, letters and digits alone; of several, the first counts. */
const NAMES: Readonly<Record<ActualField | 'step' | 'channel' | 'day', readonly string[]>> = {
  step: [
    ...['step', 'stepname', 'canvasstepname', 'canvasstep', 'messagename', 'message', 'emailname', 'email'],
    ...['campaignname', 'campaign', 'assetname', 'asset', 'actionname', 'name'],
  ],
  channel: ['channel', 'channelname', 'messagingchannel', 'channeltype', 'messagetype', 'medium', 'type'],
  day: [
    ...['day', 'date', 'senddate', 'sentdate', 'sentat', 'sendtime', 'reportdate', 'eventdate', 'datesent'],
    ...['time', 'timestamp'],
  ],
  sent: [
    ...['sent', 'sends', 'messagessent', 'totalsent', 'emailssent', 'sentcount', 'uniquerecipients'],
    ...['recipients', 'totalsends', 'numsent'],
  ],
  delivered: [
    'delivered',
    'deliveries',
    'deliveredcount',
    'totaldelivered',
    'emailsdelivered',
    'numdelivered',
  ],
  opened: [
    'opened',
    'uniqueopens',
    'uniqueopened',
    'opens',
    'totalopens',
    'emailopens',
    'opencount',
    'numopened',
  ],
  clicked: [
    ...['clicked', 'uniqueclicks', 'uniqueclicked', 'clicks', 'totalclicks', 'emailclicks', 'clickcount'],
    'numclicked',
  ],
  conversions: [
    ...[
      'conversions',
      'converted',
      'primaryconversions',
      'primaryconversionsa',
      'totalconversions',
      'orders',
    ],
    ...['purchases', 'conversioncount', 'uniqueconversions'],
  ],
  revenue: ['revenue', 'totalrevenue', 'attributedrevenue', 'ordervalue', 'sales', 'conversionvalue'],
  unsubscribed: [
    ...['unsubscribed', 'unsubscribes', 'unsubs', 'uniqueunsubscribes', 'unsubscribecount', 'optouts'],
    ...['unsubscriptions', 'totalunsubscribes', 'numunsubscribed'],
  ],
};

/** Places of the columns in a header. */
export interface ActualColumns {
  readonly day: number;
  readonly step: number | undefined;
  readonly channel: number | undefined;
  readonly fields: readonly { readonly field: ActualField; readonly place: number }[];
}

/** The columns that a header names; undefined: no day. Rates and whatever else is there are left alone. */
export function columnsIn(header: readonly string[]): ActualColumns | undefined {
  const given = header.map(plain);
  const placeOf = (column: keyof typeof NAMES) => {
    // A currency may stand behind: Revenue (USD).
    const found = NAMES[column].flatMap((name) => {
      const place = given.findIndex(
        (one) => one === name || (column === 'revenue' && new RegExp(`^${name}(in)?[a-z]{3}$`).test(one)),
      );
      return place < 0 ? [] : [place];
    });
    return found[0];
  };
  const day = placeOf('day');
  if (day === undefined) return undefined;
  return {
    day,
    step: placeOf('step'),
    channel: placeOf('channel'),
    fields: ACTUAL_FIELDS.flatMap((field) => {
      const place = placeOf(field);
      return place === undefined ? [] : [{ field, place }];
    }),
  };
}

/** A name as it is compared: `Unique Opens` is `uniqueopens`. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
