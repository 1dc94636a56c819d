import type { StepId } from '../../journey/ids.ts';
import { type CheckStep, NO_RESPONSE, type Response } from '../../journey/steps/check.ts';
import { days, type Minutes } from '../../journey/units.ts';
import { isObject } from '../kept.ts';
import { type Anchor, SEND_EMAIL } from './campaign.ts';
import { nameOfEvent } from './eventName.ts';
import type { CampaignEvent } from './campaignShape.ts';
import { texts } from './texts.ts';
import type { Tree } from './treeShape.ts';

export interface ReadCheck {
  readonly step: CheckStep;
  readonly exits: Readonly<Partial<Record<Anchor, string>>>;
  /** The event whose time is the window. */
  readonly windowAt?: string;
  readonly doubts: readonly string[];
}

interface Awaited {
  readonly after: string;
  readonly response: Response;
}

const AWAITED: Readonly<Record<string, Awaited>> = {
  'email.open': { after: SEND_EMAIL, response: 'opened' },
  'email.click': { after: SEND_EMAIL, response: 'clicked' },
  'email.click_link': { after: SEND_EMAIL, response: 'clicked' },
  'email.reply': { after: SEND_EMAIL, response: 'replied' },
  'sms.reply': { after: 'sms.send_text_sms', response: 'replied' },
};

/** Nobody waits so long for an answer. */
const NO_END: Minutes = days(30);

/** A decision about the message that it stands below; undefined: it is about something else. */
export function readCheck(
  event: CampaignEvent,
  tree: Tree,
  stepAt: (event: string) => StepId | undefined,
): ReadCheck | undefined {
  const { raw, id, properties } = event;
  if (raw.eventType !== 'decision' || !Object.hasOwn(AWAITED, raw.type)) return undefined;
  const awaited = AWAITED[raw.type];
  const parent = tree.parentOf.get(id);
  const message = parent && stepAt(parent.id);
  if (!awaited || message === undefined || tree.events.get(parent?.id ?? '')?.raw.type !== awaited.after)
    return undefined;
  const late = tree.below(id, 'no');
  const until = late === undefined ? undefined : tree.untilOf(late);
  const timed = until?.type === 'duration' && until.minutes > 0 ? until.minutes : undefined;
  const urls = isObject(properties['urls']) ? texts(properties['urls']['list']) : [];
  const doubts = [
    ...(timed === undefined ? ['has no end of its waiting in the file; here it waits for 30 days'] : []),
    ...(urls.length > 0 ? ['asks for clicks on some links only; here any click counts'] : []),
  ];
  return {
    step: {
      kind: 'check',
      name: nameOfEvent(raw),
      on: message,
      responses: [awaited.response],
      windowMinutes: timed ?? NO_END,
      windowFrom: 'arrival',
      ranked: false,
    },
    exits: { yes: awaited.response, no: NO_RESPONSE },
    ...(timed !== undefined && late !== undefined && { windowAt: late }),
    doubts,
  };
}
