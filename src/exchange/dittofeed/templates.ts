import { isMarkup } from '../../journey/content/plainText.ts';
import { taggedText } from '../../journey/content/links.ts';
import type { Channel } from '../../journey/channels.ts';
import type { Content } from '../../journey/steps/message.ts';
import { fromLiquid, toLiquid } from './liquid.ts';
import type { MessageType, TemplateDefinition } from './types.ts';
import { orderOf, webhookBody } from './webhook.ts';

/** Channels that Dittofeed sends on; a webhook stands in for the others. */
export function messageTypeOf(channel: Channel): MessageType {
  switch (channel) {
    case 'email':
      return 'Email';
    case 'sms':
      return 'Sms';
    case 'push':
      return 'MobilePush';
    case 'web-push':
    case 'in-app':
    case 'whatsapp':
    case 'direct-mail':
    case 'search-ad':
    case 'display-ad':
    case 'social-ad':
    case 'social-post':
    case 'call':
    case 'webhook':
      return 'Webhook';
  }
}

export interface Account {
  /** The address that e-mail comes from. */
  readonly from: string;
  /** Where a webhook goes. */
  readonly url: string;
}

/** The template of a message, with all of its content that Dittofeed has a place for. */
export function templateOf(channel: Channel, content: Content, { from, url }: Account): TemplateDefinition {
  const { subject = '', preheader = '', couponCode: coupon, utm = {} } = content;
  const body = taggedText(content.body ?? '', utm);
  switch (messageTypeOf(channel)) {
    case 'Email':
      return {
        type: 'Email',
        from,
        subject: toLiquid(subject, 'text', coupon),
        body: page(preheader, body, coupon),
      };
    case 'Sms':
      return { type: 'Sms', body: toLiquid(body, 'text', coupon) };
    case 'MobilePush':
      return {
        type: 'MobilePush',
        ...(subject !== '' && { title: toLiquid(subject, 'text', coupon) }),
        body: toLiquid(body, 'text', coupon),
      };
    case 'Webhook': {
      // Made for Dittofeed: it says itself what is sent where.
      if (channel === 'webhook' && /^\s*\{\s*"config"/.test(body))
        return { type: 'Webhook', identifierKey: 'id', body };
      const texts = { subject, preheader, body };
      const said = Object.entries(texts).flatMap(([key, text]) =>
        text === '' ? [] : [[key, toLiquid(text, 'json', coupon)] as const],
      );
      const order = { kind: 'message', channel, texts: Object.fromEntries(said) } as const;
      return { type: 'Webhook', identifierKey: 'id', body: webhookBody(url, order) };
    }
  }
}

const BEFORE_TEXT = '<!doctype html>\n<html>\n<body>\n';
const TEXT = '<p style="white-space: pre-line">';
const AFTER_TEXT = '</p>\n</body>\n</html>\n';
const UNSEEN = '<div data-preheader style="display: none">';

/** A mail is a page: words without tags are put into one. The preheader is words that only the list of mails shows. */
function page(preheader: string, body: string, coupon: string | undefined): string {
  const unseen = preheader === '' ? '' : `${UNSEEN}${toLiquid(preheader, 'page', coupon)}</div>\n`;
  if (!isMarkup(body)) return `${BEFORE_TEXT}${unseen}${TEXT}${toLiquid(body, 'page', coupon)}${AFTER_TEXT}`;
  const markup = toLiquid(body, 'html', coupon);
  const opening = /<body\b[^>]*>\n?/i.exec(markup);
  const at = opening ? opening.index + opening[0].length : 0;
  return `${markup.slice(0, at)}${unseen}${markup.slice(at)}`;
}

function unescaped(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** What a template says, in our words; `channel` where the template knows it better than the node. */
export function readTemplate(definition: Readonly<Record<string, unknown>>): {
  readonly content: Content | undefined;
  readonly channel?: Channel;
} {
  const said = (key: string) => {
    const text = definition[key];
    return typeof text === 'string' ? text : '';
  };
  switch (definition['type']) {
    case 'Email':
      return { content: contentOf({ subject: fromLiquid(said('subject')), ...readPage(said('body')) }) };
    case 'MobilePush':
      return { content: contentOf({ subject: fromLiquid(said('title')), body: fromLiquid(said('body')) }) };
    case 'Webhook': {
      const order = orderOf(said('body'));
      if (order?.kind !== 'message') return { content: contentOf({ body: said('body') }) };
      const { subject = '', preheader = '', body = '' } = order.texts;
      const texts = {
        subject: fromLiquid(subject),
        preheader: fromLiquid(preheader),
        body: fromLiquid(body),
      };
      return { channel: order.channel, content: contentOf(texts) };
    }
    default:
      return { content: contentOf({ body: fromLiquid(said('body')) }) };
  }
}

function readPage(html: string): { readonly preheader: string; readonly body: string } {
  const at = html.indexOf(UNSEEN);
  const end = at === -1 ? -1 : html.indexOf('</div>\n', at);
  const preheader = end === -1 ? '' : fromLiquid(unescaped(html.slice(at + UNSEEN.length, end)));
  const rest = end === -1 ? html : `${html.slice(0, at)}${html.slice(end + '</div>\n'.length)}`;
  const [opening, closing] = [`${BEFORE_TEXT}${TEXT}`, AFTER_TEXT];
  const ours = rest.startsWith(opening) && rest.endsWith(closing);
  const body = ours ? unescaped(rest.slice(opening.length, -closing.length)) : rest;
  return { preheader, body: fromLiquid(body) };
}

function contentOf(texts: Pick<Content, 'subject' | 'preheader' | 'body'>): Content | undefined {
  const kept = Object.entries(texts).filter(([, text]) => text !== '');
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
