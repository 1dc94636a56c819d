import type { Channel } from '../../journey/channels.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import { fromAmpscript, toAmpscript } from './ampscript.ts';
import { isObject } from '../kept.ts';
import { hasForm } from '../portability.ts';
import { withSlip } from './slip.ts';
import { firstNamed } from './raw.ts';
import type { Json } from './types.ts';
import { type Piece, plainActivity, type Writing } from './writing.ts';

/** The channel that everybody is sent to, where a message leaves that to the contact. */
export function channelOf({ channel, fallback = [] }: Pick<MessageStep, 'channel' | 'fallback'>): Channel {
  return channel === 'preferred' ? (fallback[0] ?? 'email') : channel;
}

/** Content that goes along beside the activity is at most so many characters of JSON. */
const MOST_SLIPPED = 10_000;

export function writeMessage(writing: Writing, id: StepId, step: MessageStep): Piece {
  const channel = channelOf(step);
  const key = writing.keyOf(id);
  const rest = restOf(step.content, channel);
  const returns = JSON.stringify(rest).length <= MOST_SLIPPED;
  tellDelivery(writing, id, step, channel);
  tellContent(writing, id, rest, returns);
  const metaData = withSlip({ category: 'message' }, slipFor(step, returns ? rest : {}));
  const transactional = step.transactional || writing.journey.settings.transactional === true;
  const { type, configurationArguments } = sending(writing, id, { ...step, transactional }, channel);
  return [plainActivity(key, step.name, type, { configurationArguments, metaData })];
}

function slipFor(step: MessageStep, content: Content): Json {
  const { channel, fallback, occasion, obeysCaps, countsTowardCaps, tags, transactional } = step;
  return {
    channel,
    ...(fallback && { fallback }),
    occasion,
    ...(!obeysCaps && { obeysCaps }),
    ...(!countsTowardCaps && { countsTowardCaps }),
    ...(tags && { tags }),
    ...(transactional && { transactional }),
    ...(Object.keys(content).length > 0 && { content }),
  };
}

/** What of a content the activity has no place for. */
function restOf(content: Content | undefined, channel: Channel): Content {
  if (!content) return {};
  const { subject, preheader, ...rest } = content;
  if (channel !== 'email') return content;
  return {
    ...(subject !== undefined && !survives(subject) && { subject }),
    ...(preheader !== undefined && !survives(preheader) && { preheader }),
    ...rest,
  };
}

function survives(text: string): boolean {
  return text !== '' && fromAmpscript(toAmpscript(text)) === text;
}

function sending(writing: Writing, id: StepId, step: MessageStep, channel: Channel) {
  if (channel === 'email') return email(writing, id, step);
  if (channel === 'sms') {
    const what = `the id of the Content Builder asset with the text of “${step.name}”`;
    const kept = firstNamed(writing.keptArguments(id, 'SMSSYNC'), 'assetId');
    return { type: 'SMSSYNC', configurationArguments: { assetId: assetOf(writing, id, what, kept) } };
  }
  const applicationExtensionKey = writing.ask({
    kind: 'activity',
    id: `activity:${channel}`,
    what: `the key of the custom activity that sends on the channel “${channel}”`,
    placeholder: 'CUSTOM-ACTIVITY-KEY',
    kept: firstNamed(writing.keptArguments(id, 'REST'), 'applicationExtensionKey'),
  });
  return { type: 'REST', configurationArguments: { applicationExtensionKey } };
}

function email(writing: Writing, id: StepId, { name, content, transactional }: MessageStep) {
  const set = writing.keptArguments(id, 'EMAILV2')['triggeredSend'];
  const kept = isObject(set) ? set : undefined;
  const subject = sayAgain(content?.subject, kept?.['emailSubject']);
  const what = `the id of the e-mail “${name}” in Content Builder`;
  const was = writing.wasRead(id);
  const wasTransactional = was?.kind === 'message' && was.transactional;
  // mcdev finds the e-mail by the key of its asset.
  const isByKey = kept?.['emailId'] === undefined && kept?.['r__asset_key'] !== undefined;
  const triggeredSend = {
    ...(!isByKey && { emailId: assetOf(writing, id, what, firstNamed(kept, 'emailId')) }),
    emailSubject: subject,
    dynamicEmailSubject: subject,
    preHeader: sayAgain(content?.preheader, kept?.['preHeader']),
    ...(!kept && { isMultipart: true, isSendLogging: true, isTrackingClicks: true, suppressTracking: false }),
    ...(transactional &&
      !(kept && wasTransactional) && { r__sendClassification_key: transactionalClassification(writing) }),
  };
  if (kept && wasTransactional && !transactional)
    writing.say(id, 'missing', {
      code: 'classification-kept',
      words:
        'It still has the send classification of the file that it came from: choose one for marketing there.',
    });
  return {
    type: 'EMAILV2',
    configurationArguments: { applicationExtensionKey: 'jb-email-activity', isModified: true, triggeredSend },
  };
}

/** A text of the activity; that of the file as long as it is read as the same, as it may be AMPscript that we do not write. */
function sayAgain(text: string | undefined, kept: unknown): string {
  const isSame = typeof kept === 'string' && fromAmpscript(kept) === (text ?? '');
  return isSame ? kept : toAmpscript(text ?? '');
}

function transactionalClassification(writing: Writing): string {
  return writing.ask({
    kind: 'send classification',
    id: 'send-classification:transactional',
    what: 'the key of the send classification for messages that are not marketing',
    placeholder: 'Default Transactional',
  });
}

/** Ids of assets are numbers; 0 is none. Copies of a message send the same. */
function assetOf(writing: Writing, id: StepId, what: string, kept: string | undefined): number {
  const step = writing.sourceOf(id);
  const rung = writing.rungOf(id);
  const own = rung === undefined ? `asset:${step}` : `asset:${step}:${rung}`;
  const blank = { id: own, kind: 'asset', what, form: 'wholeNumber', scope: 'journey' } as const;
  const usable = kept !== undefined && hasForm(kept, 'wholeNumber') ? kept : undefined;
  return Number(writing.report.fill({ ...blank, step, kept: usable, placeholder: '0' }));
}

function tellDelivery(writing: Writing, id: StepId, step: MessageStep, channel: Channel): void {
  if (step.channel === 'preferred')
    writing.say(id, 'emulated', {
      code: 'channel-fixed',
      words: `Everybody is sent this on ${channel}: an activity cannot choose the channel that each contact prefers.`,
      values: { channel },
      returns: true,
    });
  if (channel !== 'email' && channel !== 'sms')
    writing.say(id, 'emulated', {
      code: 'channel-custom',
      words: `A custom activity sends on ${channel}: whoever runs it receives the contact and sends.`,
      values: { channel },
      returns: true,
    });
  if (step.transactional || writing.journey.settings.transactional)
    writing.say(id, 'emulated', {
      code: 'message-transactional',
      words: 'A send classification of the account makes it transactional.',
      returns: true,
    });
  if (!step.obeysCaps || !step.countsTowardCaps || step.tags)
    writing.say(id, 'missing', {
      code: 'message-caps',
      words: 'Which caps stop this message or count it is a matter of the account, not of a journey.',
      returns: true,
    });
}

const PARTS: Readonly<Record<keyof Content, string>> = {
  subject: 'the subject',
  preheader: 'the preheader',
  body: 'the text',
  utm: 'the tags of its links',
  couponCode: 'the coupon code',
  variants: 'other wordings',
};

function tellContent(writing: Writing, id: StepId, rest: Content, returns: boolean): void {
  const parts = (Object.keys(PARTS) as (keyof Content)[]).filter((part) => rest[part] !== undefined);
  if (parts.length === 0) return;
  const words = parts.map((part) => PARTS[part]).join(', ');
  const kept = returns
    ? ' They go along in the file for whoever builds that.'
    : ' They are too long to go along.';
  writing.say(id, 'missing', {
    code: 'content-elsewhere',
    words: `What belongs in the asset that the activity sends, not in the activity: ${words}.${kept}`,
    values: { parts: words },
    returns,
  });
}
